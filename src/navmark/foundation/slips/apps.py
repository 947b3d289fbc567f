from django.apps import AppConfig


class SlipsConfig(AppConfig):
    name = "navmark.foundation.slips"
    label = "slips"

    def ready(self) -> None:
        from navmark.foundation.slips import logs, waiting  # noqa: F401  what the trail says, what waits
