from django.apps import AppConfig


class RegistersConfig(AppConfig):
    name = "navmark.foundation.registers"
    label = "registers"

    def ready(self) -> None:
        # Say who may see its files, what of it waits for whom, what it is linked with, and what passes on when somebody leaves.
        from navmark.foundation.registers import files, foretold, handing, linked, waiting  # noqa: F401
