from django.apps import AppConfig


class OutingsConfig(AppConfig):
    name = "navmark.foundation.outings"
    label = "outings"

    def ready(self) -> None:
        from navmark.foundation.outings import logs, waiting  # noqa: F401  what the trail says, what waits
