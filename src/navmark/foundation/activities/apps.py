from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "navmark.foundation.activities"
    label = "activities"

    def ready(self) -> None:
        # Say who may see its files and its record, what its page shows, what it is linked with, how far its duties are, and what
        # of it passes on when somebody leaves.
        from navmark.foundation.activities import files, gathering, handing, linked, recording, waiting  # noqa: F401
        from navmark.foundation.activities.occasions import paper_piece  # noqa: F401
