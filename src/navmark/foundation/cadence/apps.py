from django.apps import AppConfig


class CadenceConfig(AppConfig):
    name = "navmark.foundation.cadence"
    label = "cadence"
