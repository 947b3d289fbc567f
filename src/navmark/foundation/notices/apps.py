from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "navmark.foundation.notices"
    label = "notices"
