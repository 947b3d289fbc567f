from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "navmark.foundation.activities"
    label = "activities"

    def ready(self) -> None:
        # Say who may see its files and its record, and how far its duties are.
        from navmark.foundation.activities import files, recording, waiting  # noqa: F401
