from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class AuditConfig(AppConfig):
    name = "navmark.foundation.audit"
    label = "audit"

    def ready(self) -> None:
        autodiscover_modules("logs")  # each room names its kinds of log rows there
