from django.apps import AppConfig


class BranchLifeConfig(AppConfig):
    name = "navmark.pillars.demonstration.branch_life"
    label = "branch_life"

    def ready(self) -> None:
        from navmark.pillars.demonstration.branch_life import former, waiting  # noqa: F401  what the trail still names; proposals wait
