from django.apps import AppConfig


class RotasConfig(AppConfig):
    name = "navmark.foundation.rotas"
    label = "rotas"

    def ready(self) -> None:
        # Say what waits of it, what a plan knows from it, what a calendar shows, and what passes on when somebody leaves.
        from navmark.foundation.rotas import handing, occasions, waiting  # noqa: F401
