from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "navmark.foundation.ui"
    label = "ui"
