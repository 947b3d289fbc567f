from django.apps import AppConfig


class PapersConfig(AppConfig):
    name = "navmark.foundation.papers"
    label = "papers"
