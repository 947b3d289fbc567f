from django.apps import AppConfig


class ProceedingsConfig(AppConfig):
    name = "navmark.foundation.proceedings"
    label = "proceedings"
