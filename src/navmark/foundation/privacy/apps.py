from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "navmark.foundation.privacy"
    label = "privacy"

    def ready(self) -> None:
        from navmark.foundation.privacy import checks  # noqa: F401  registers the check
