from django.apps import AppConfig


class PledgesConfig(AppConfig):
    name = "navmark.foundation.pledges"
    label = "pledges"

    def ready(self) -> None:
        # Say who may see its files, and what of it waits for whom.
        from navmark.foundation.pledges import files, handing, waiting  # noqa: F401
