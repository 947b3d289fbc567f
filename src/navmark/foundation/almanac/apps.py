from django.apps import AppConfig


class AlmanacConfig(AppConfig):
    name = "navmark.foundation.almanac"
    label = "almanac"
