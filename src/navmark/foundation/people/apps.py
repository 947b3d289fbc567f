from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "navmark.foundation.people"
    label = "people"

    def ready(self) -> None:
        from django.contrib.auth.models import update_last_login  # noqa: PLC0415  apps must be loaded first
        from django.contrib.auth.signals import user_logged_in  # noqa: PLC0415

        # An account is a reference row, copied to every node when schools are distributed: no write at each login.
        user_logged_in.disconnect(update_last_login, dispatch_uid="update_last_login")
