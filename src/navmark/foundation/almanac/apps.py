from importlib import import_module

from django.apps import AppConfig


class AlmanacConfig(AppConfig):
    name = "navmark.foundation.almanac"
    label = "almanac"

    def ready(self) -> None:
        import_module("navmark.foundation.almanac.logs")
