from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "navmark.foundation.records"
    label = "records"
