from django.apps import AppConfig


class SheetsConfig(AppConfig):
    name = "navmark.foundation.sheets"
    label = "sheets"
