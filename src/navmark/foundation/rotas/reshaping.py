"""A rota is changed from a day on: until then turns are given as they were, from then on as it says now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from navmark.foundation.almanac.queries import school_calendar
from navmark.foundation.people.models import Unit
from navmark.foundation.rotas.models import Rota, RotaChoice, Turn
from navmark.foundation.rotas.proposing import TurnProposal, propose
from navmark.foundation.rotas.running import periods_until

FORM = (
    "unit_kind", "among", "order", "every", "weeks", "places", "posts", "shifts", "ahead", "confirmed", "during", "as_of",
    "active_to",
)  # fmt: skip


def reshape(code: str, said: Mapping[str, Any], *, at: datetime) -> Rota:
    """The rota as it is told now; a new one waits for the tick. Turns follow at once where anything changes of whose they are."""
    old = Rota.objects.filter(code=code).first()
    if old is not None and said["as_of"] not in (None, old.as_of):
        run_on(old, until=said["as_of"], at=at)
    row, _is_new = Rota.objects.update_or_create(code=code, defaults=said)
    if old is not None and old.order != row.order:  # what was written down as the order of before is no choice of its own
        RotaChoice.objects.filter(rota=row, order=old.order).delete()
    if old is not None and any(getattr(old, name) != said[name] for name in FORM):
        for unit in units_of(row, localdate(at)):
            propose(row, unit, at=at)
    return row


def run_on(rota: Rota, *, until: date, at: datetime) -> None:
    """Give what lies between by the rota as it is: whatever begins before this day."""
    on = localdate(at)
    ahead = periods_until(rota, school_calendar(), until, on=on) if until > on and not rota.during else []
    for unit in units_of(rota, on) if ahead else ():
        TurnProposal(rota, unit, at=at, ahead=ahead).fill()


def units_of(rota: Rota, on: date) -> list[Unit]:
    """Those that hold it; none where it is switched off."""
    is_on = rota.active_to is None or on <= rota.active_to
    return list(Unit.objects.on(on).filter(kind=rota.unit_kind)) if is_on else []


def last_given(code: str, on: date) -> date | None:
    """The last day for which a turn of this rota is given already."""
    return Turn.objects.filter(rota__code=code, ends_on__gte=on).order_by("-ends_on").values_list("ends_on", flat=True).first()


@dataclass(frozen=True)
class TurnToBe:
    """A turn ahead, before and after a change; empty where nobody has it then."""

    when: str
    place: str
    was: str
    now: str

    @property
    def stays(self) -> bool:
        return self.was == self.now


def tried(code: str, said: Mapping[str, Any], *, at: datetime) -> list[TurnToBe]:
    """The turns ahead as they would stand if the rota were told so; nothing of it is kept."""
    on = localdate(at)
    with transaction.atomic():
        before = dict(_ahead(code, on))
        row = reshape(code, said, at=at)
        if not before:
            for unit in units_of(row, on):
                propose(row, unit, at=at)
        after = dict(_ahead(code, on))
        transaction.set_rollback(True)
    there = {**before, **after}
    ordered = sorted(there, key=lambda key: (there[key].starts_on, key))
    return [_to_be(there[key], before.get(key), after.get(key)) for key in ordered]


def _to_be(turn: Turn, was: Turn | None, now: Turn | None) -> TurnToBe:
    return TurnToBe(turn.when, turn.place_in_words, was.holder if was else "", now.holder if now else "")


def _ahead(code: str, on: date) -> Iterator[tuple[tuple[Any, ...], Turn]]:
    rows = Turn.objects.filter(rota__code=code, starts_on__gt=on).select_related("rota", "person", "holder_unit", "activity")
    for one in rows:
        yield (str(one.unit_id), one.period_key, one.shift, one.post, one.place), one
