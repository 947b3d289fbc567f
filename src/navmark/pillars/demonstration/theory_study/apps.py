from django.apps import AppConfig


class TheoryStudyConfig(AppConfig):
    name = "navmark.pillars.demonstration.theory_study"
    label = "theory_study"

    def ready(self) -> None:
        from navmark.pillars.demonstration.theory_study import logs, waiting  # noqa: F401  what the trail says, what waits
