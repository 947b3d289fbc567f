from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "navmark.foundation.privacy"
    label = "privacy"

    def ready(self) -> None:
        from navmark.foundation.people.files import kept_by
        from navmark.foundation.privacy import checks, logs  # noqa: F401  registers the check, and what the trail may hold
        from navmark.foundation.privacy.gate import KEEPER

        kept_by(KEEPER)
