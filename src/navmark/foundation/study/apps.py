from django.apps import AppConfig


class StudyConfig(AppConfig):
    name = "navmark.foundation.study"
    label = "study"

    def ready(self) -> None:
        from navmark.foundation.study import logs  # noqa: F401  what the trail says
