from django.apps import AppConfig


class RotasConfig(AppConfig):
    name = "navmark.foundation.rotas"
    label = "rotas"

    def ready(self) -> None:
        # Say what waits of it, what a plan knows from it, and what a calendar shows.
        from navmark.foundation.rotas import occasions, waiting  # noqa: F401
