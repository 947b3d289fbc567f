from django.apps import AppConfig


class RegistersConfig(AppConfig):
    name = "navmark.foundation.registers"
    label = "registers"

    def ready(self) -> None:
        # Say who may see its files, and what of it waits for whom, what it is linked with.
        from navmark.foundation.registers import files, linked, waiting  # noqa: F401
