from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class ProgrammeConfig(AppConfig):
    name = "navmark.foundation.programme"
    label = "programme"

    def ready(self) -> None:
        # Say where things are handed over, what of it waits, and what a new school has; and let every mechanism show its card.
        from navmark.foundation.people.actions.schools import when_founded
        from navmark.foundation.people.handing import done_at
        from navmark.foundation.programme import offering  # noqa: F401  a source of what waits
        from navmark.foundation.programme.handing.views import page_of
        from navmark.foundation.programme.loading import establish_programme
        from navmark.foundation.programme.shipping import offers

        done_at(page_of)
        autodiscover_modules("mechanism")
        # else the first page would wait for the tick to know what the school does
        when_founded(establish_programme, offers=offers)
