from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "navmark.foundation.activities"
    label = "activities"

    def ready(self) -> None:
        from navmark.foundation.activities import files  # noqa: F401  says who may see an activity's files
