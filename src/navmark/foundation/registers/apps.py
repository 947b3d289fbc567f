from django.apps import AppConfig


class RegistersConfig(AppConfig):
    name = "navmark.foundation.registers"
    label = "registers"

    def ready(self) -> None:
        # Say who may see its files, and what of it waits for whom.
        from navmark.foundation.registers import files, waiting  # noqa: F401
