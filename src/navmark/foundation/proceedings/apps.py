from django.apps import AppConfig


class ProceedingsConfig(AppConfig):
    name = "navmark.foundation.proceedings"
    label = "proceedings"

    def ready(self) -> None:
        # Say what is shown and checked in a record, and what waits of it; put on the agenda what belongs on that of a new plan.
        from navmark.foundation.activities.planning.actions import follow_plans
        from navmark.foundation.proceedings import handing, linked, on_page, recording, registering, waiting  # noqa: F401
        from navmark.foundation.proceedings.actions.agenda import follow_plan

        follow_plans(follow_plan)
