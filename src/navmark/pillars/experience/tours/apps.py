from django.apps import AppConfig


class ToursConfig(AppConfig):
    name = "navmark.pillars.experience.tours"
    label = "tours"

    def ready(self) -> None:
        from navmark.pillars.experience.tours import logs, rules  # noqa: F401  what the trail says, what steps ask
