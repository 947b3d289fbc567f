from django.apps import AppConfig


class RegistersConfig(AppConfig):
    name = "navmark.foundation.registers"
    label = "registers"

    def ready(self) -> None:
        # Say who may see its files, what waits and is owed, what it is linked with, what passes on, what other pages tell of it.
        from navmark.foundation.registers import files, foretold, gathering, handing, linked, monthly, owing, waiting  # noqa: F401
