from django.apps import AppConfig


class RegistersConfig(AppConfig):
    name = "navmark.foundation.registers"
    label = "registers"

    def ready(self) -> None:
        # Say who may see its files, what waits for whom, what it is linked with, what passes on, what a unit's page tells.
        from navmark.foundation.registers import files, foretold, gathering, handing, linked, waiting  # noqa: F401
