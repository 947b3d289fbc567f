from django.apps import AppConfig


class StatuteConfig(AppConfig):
    name = "navmark.foundation.statute"
    label = "statute"
