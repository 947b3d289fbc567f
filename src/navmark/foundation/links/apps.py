from django.apps import AppConfig


class LinksConfig(AppConfig):
    name = "navmark.foundation.links"
    label = "links"
