from django.apps import AppConfig


class SuperiorFormsConfig(AppConfig):
    name = "navmark.pillars.demonstration.superior_forms"
    label = "superior_forms"

    def ready(self) -> None:
        from navmark.pillars.demonstration.superior_forms import access, logs  # noqa: F401  whose files; what the trail says
