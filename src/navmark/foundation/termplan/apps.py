from django.apps import AppConfig


class TermPlanConfig(AppConfig):
    name = "navmark.foundation.termplan"
    label = "termplan"
