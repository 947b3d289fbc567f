from django.apps import AppConfig


class TenancyConfig(AppConfig):
    name = "navmark.foundation.tenancy"
    label = "tenancy"
