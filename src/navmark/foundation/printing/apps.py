from django.apps import AppConfig


class PrintingConfig(AppConfig):
    name = "navmark.foundation.printing"
    label = "printing"
