from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class ProgrammeConfig(AppConfig):
    name = "navmark.foundation.programme"
    label = "programme"

    def ready(self) -> None:
        # Say where things are handed over; and let every mechanism show its card.
        from navmark.foundation.people.handing import done_at
        from navmark.foundation.programme.handing.views import page_of

        done_at(page_of)
        autodiscover_modules("mechanism")
