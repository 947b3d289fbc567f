from django.apps import AppConfig


class MadeUpConfig(AppConfig):
    name = "tests.made_up"
    label = "made_up"
