from django.apps import AppConfig


class RotasConfig(AppConfig):
    name = "navmark.foundation.rotas"
    label = "rotas"

    def ready(self) -> None:
        # Say what waits of it, what a plan knows from it, what a calendar, a campaign and a unit show, what passes on.
        from navmark.foundation.rotas import gathering, handing, linked, occasions, waiting  # noqa: F401
