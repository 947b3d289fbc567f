from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "navmark.foundation.audit"
    label = "audit"
