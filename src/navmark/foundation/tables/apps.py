from django.apps import AppConfig


class TablesConfig(AppConfig):
    name = "navmark.foundation.tables"
    label = "tables"
