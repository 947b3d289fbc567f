from django.apps import AppConfig


class AttachmentsConfig(AppConfig):
    name = "navmark.foundation.attachments"
    label = "attachments"
