from django.apps import AppConfig


class CadenceConfig(AppConfig):
    name = "navmark.foundation.cadence"
    label = "cadence"

    def ready(self) -> None:
        from navmark.foundation.cadence import gathering  # noqa: F401
        from navmark.foundation.cadence.waiting import refresh_everything
        from navmark.foundation.people.merging.actions import afterwards

        afterwards(lambda at: refresh_everything(at=at))
