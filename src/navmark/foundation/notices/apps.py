from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "navmark.foundation.notices"
    label = "notices"

    def ready(self) -> None:
        from functools import partial

        from navmark.foundation.notices.actions import tell
        from navmark.foundation.notices.models import NoticeKind
        from navmark.foundation.people.resets import told_by

        told_by(partial(tell, kind=NoticeKind.ACCOUNT))
