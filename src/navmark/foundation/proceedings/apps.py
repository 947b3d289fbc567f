from django.apps import AppConfig


class ProceedingsConfig(AppConfig):
    name = "navmark.foundation.proceedings"
    label = "proceedings"

    def ready(self) -> None:
        # Say what is checked in a record, and what waits of it.
        from navmark.foundation.proceedings import recording, waiting  # noqa: F401
