from django.apps import AppConfig


class ToursConfig(AppConfig):
    name = "navmark.pillars.experience.tours"
    label = "tours"

    def ready(self) -> None:
        from navmark.pillars.experience.tours import logs, rules, waiting  # noqa: F401  what the trail says, steps ask, waits
