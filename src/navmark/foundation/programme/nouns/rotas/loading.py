"""Rotas become rows; turns follow with the tick."""

from django.utils.timezone import localdate

from navmark.foundation.programme.described import Loading
from navmark.foundation.programme.nouns.rotas.reading import RotaData, of_activity
from navmark.foundation.rotas import known
from navmark.foundation.rotas.models import Rota


def load(loading: Loading) -> None:
    """What is no longer described is switched off, and still read."""
    programme = loading.programme
    lines = (of_activity(kind) for kind in programme.of("activity"))
    found = [*filter(None, lines), *programme.of("rota")]
    for position, one in enumerate(found, start=1):
        _make(loading, one, position)
    gone = Rota.objects.filter(programme=programme.name, active_to__isnull=True)
    gone.exclude(code__in=[one.code for one in found]).update(active_to=localdate(loading.at))
    known.renew()


def _make(loading: Loading, one: RotaData, position: int) -> None:
    table = one.table
    Rota.objects.update_or_create(
        code=one.code,
        defaults={
            "position": position, "title": one.title, "title_en": one.title_en, "unit_kind": table.unit, "among": table.among,
            "order": table.order, "every": table.every, "weeks": list(table.weeks), "places": table.places, "ahead": table.ahead,
            "posts": [[key, said.words, said.words_en] for key, said in table.posts.items()],
            "shifts": [[key, said.model_dump(mode="json")] for key, said in table.shifts.items()],
            "checklist": list(table.checklist), "hands_over": table.hand_over, "during": table.during,
            "confirmed": table.confirm, "keepers": list(table.keepers),
            "readers": list(table.readers), "activity_kind": one.kind, "field": one.field,
            "programme": loading.programme.name, "sentence": one.page.sentence, "active_to": one.page.until,
        },
    )  # fmt: skip
