"""Rotas become rows; turns of a new one follow with the tick."""

from typing import Any

from django.utils.timezone import localdate

from navmark.foundation.programme.described import Loading, Programme
from navmark.foundation.programme.nouns.rotas.reading import RotaData, of_activity
from navmark.foundation.rotas import known
from navmark.foundation.rotas.models import Rota
from navmark.foundation.rotas.reshaping import reshape


def load(loading: Loading) -> None:
    """What is no longer described is switched off, and still read."""
    programme = loading.programme
    found = rotas_of(programme)
    for position, one in enumerate(found, start=1):
        _make(loading, one, position)
    gone = Rota.objects.filter(programme=programme.name, active_to__isnull=True)
    gone.exclude(code__in=[one.code for one in found]).update(active_to=localdate(loading.at))
    known.renew()


def rotas_of(programme: Programme) -> list[RotaData]:
    """Those of activities, and those that stand by themselves."""
    return [*filter(None, map(of_activity, programme.of("activity"))), *programme.of("rota")]


def _make(loading: Loading, one: RotaData, position: int) -> None:
    own = {"position": position, "programme": loading.programme.name, "sentence": one.page.sentence}
    reshape(one.code, {**form_of(one), **own}, at=loading.at)


def form_of(one: RotaData) -> dict[str, Any]:
    """What a rota is, as its row says it."""
    table = one.table
    return {
        "title": one.title, "title_en": one.title_en, "unit_kind": table.unit, "among": table.among, "order": table.order,
        "every": table.every, "weeks": list(table.weeks), "places": table.places, "ahead": table.ahead, "as_of": table.as_of,
        "posts": [[key, said.words, said.words_en] for key, said in table.posts.items()],
        "shifts": [[key, said.model_dump(mode="json")] for key, said in table.shifts.items()],
        "checklist": list(table.checklist), "hands_over": table.hand_over, "during": table.during, "confirmed": table.confirm,
        "keepers": list(table.keepers), "readers": list(table.readers), "activity_kind": one.kind, "field": one.field,
        "active_to": one.page.until,
    }  # fmt: skip
