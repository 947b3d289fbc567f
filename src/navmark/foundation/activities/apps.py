from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "navmark.foundation.activities"
    label = "activities"
