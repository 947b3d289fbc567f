from django.apps import AppConfig


class CadenceConfig(AppConfig):
    name = "navmark.foundation.cadence"
    label = "cadence"

    def ready(self) -> None:
        from navmark.foundation.cadence import gathering  # noqa: F401
