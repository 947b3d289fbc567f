from django.apps import AppConfig


class BranchLifeConfig(AppConfig):
    name = "navmark.pillars.demonstration.branch_life"
    label = "branch_life"
