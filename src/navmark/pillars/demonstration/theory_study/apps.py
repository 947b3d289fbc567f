from django.apps import AppConfig


class TheoryStudyConfig(AppConfig):
    name = "navmark.pillars.demonstration.theory_study"
    label = "theory_study"

    def ready(self) -> None:
        # What the trail says, which register plans study, what waits.
        from navmark.pillars.demonstration.theory_study import logs, plans, waiting  # noqa: F401
