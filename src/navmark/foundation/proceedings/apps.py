from django.apps import AppConfig


class ProceedingsConfig(AppConfig):
    name = "navmark.foundation.proceedings"
    label = "proceedings"

    def ready(self) -> None:
        from navmark.foundation.proceedings import recording  # noqa: F401  says what is checked in a record, and what follows
