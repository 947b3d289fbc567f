from django.apps import AppConfig


class SealingConfig(AppConfig):
    name = "navmark.foundation.sealing"
    label = "sealing"
