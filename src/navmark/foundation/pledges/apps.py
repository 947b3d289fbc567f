from django.apps import AppConfig


class PledgesConfig(AppConfig):
    name = "navmark.foundation.pledges"
    label = "pledges"

    def ready(self) -> None:
        # Say who may see its files, what of it waits for whom, and what stands on a unit's page.
        from navmark.foundation.pledges import files, gathering, handing, waiting  # noqa: F401
