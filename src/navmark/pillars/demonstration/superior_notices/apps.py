from django.apps import AppConfig


class SuperiorNoticesConfig(AppConfig):
    name = "navmark.pillars.demonstration.superior_notices"
    label = "superior_notices"
