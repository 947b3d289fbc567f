from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "navmark.foundation.people"
    label = "people"

    def ready(self) -> None:
        from django.contrib.auth.models import update_last_login
        from django.contrib.auth.signals import user_logged_in

        from navmark.foundation.people import logs  # noqa: F401  registers what the trail may hold

        # An account is a reference row, copied to every node when schools are distributed: no write at each login.
        user_logged_in.disconnect(update_last_login, dispatch_uid="update_last_login")
