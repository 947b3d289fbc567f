from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "navmark.foundation.activities"
    label = "activities"

    def ready(self) -> None:
        from navmark.foundation.activities import files, recording  # noqa: F401  say who may see its files and its record
