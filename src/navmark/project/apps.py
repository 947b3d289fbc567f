from django.apps import AppConfig


class ProjectConfig(AppConfig):
    name = "navmark.project"
    label = "project"
