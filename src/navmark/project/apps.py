from functools import partial

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "navmark.project"
    label = "project"

    def ready(self) -> None:
        from navmark.foundation.audit import signing
        from navmark.foundation.sealing import signatures
        from navmark.project import attention, first_steps, upkeep  # noqa: F401  sources of what waits

        # The trail stands before the keys in the order of rooms, so it is told of them from here.
        signing.use(signing.Signer(signatures.current_key, partial(signatures.mac, purpose="audit")))
