from django.apps import AppConfig


class BranchLifeConfig(AppConfig):
    name = "navmark.pillars.demonstration.branch_life"
    label = "branch_life"

    def ready(self) -> None:
        from navmark.foundation.activities.planning.actions import follow_plans
        from navmark.pillars.demonstration.branch_life import planning, waiting  # noqa: F401  proposals wait for an answer

        follow_plans(planning.lay_out)
