"""A turn passes to another: swapped, handed on, passed over."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before
from navmark.foundation.people.models import Person
from navmark.foundation.rotas import refusals
from navmark.foundation.rotas.actions.turns import away_in, changed, locked, require_ahead
from navmark.foundation.rotas.holders import Absences, Holder, RotaCircle
from navmark.foundation.rotas.joining import say
from navmark.foundation.rotas.models import Turn
from navmark.foundation.rotas.order import Order, Queue
from navmark.foundation.rotas.proposing import HOLDER, assign, given_by, past_turns
from navmark.foundation.rotas.stretches import Stretch


@transaction.atomic
def swap(turn: Turn, other: Turn, *, by: Person, at: datetime, on_behalf_of: Person | None = None) -> None:
    """Each takes the other's place; how many turns anybody has stays as it is. Raises NotOfThisRota, TurnIsOver."""
    one, two = locked(turn.pk, other.pk)
    if (one.rota_id, one.unit_id) != (two.rota_id, two.unit_id) or one.pk == two.pk:
        raise refusals.NotOfThisRota
    require_ahead(one, two, at=at)
    before = Before(one, *HOLDER), Before(two, *HOLDER, about=two)
    were = one.holder_id, two.holder_id
    one.person, two.person = two.person, one.person
    one.holder_unit, two.holder_unit = two.holder_unit, one.holder_unit
    for row, was in zip((one, two), were, strict=True):
        row.changed_at = at
        row.save(update_fields=[*HOLDER, "changed_at"])
        say(row, was=was, by=by, at=at)
    changes = [*before[0].changes(one), *before[1].changes(two)]
    record("rotas.swapped", by=by, at=at, subject=one, on_behalf_of=on_behalf_of, changes=changes)
    changed([one, two], at=at)


@transaction.atomic
def hand_on(turn: Turn, to: Holder, *, by: Person, at: datetime, anyway: bool = False, field: str = "to") -> None:
    """Somebody else takes it over; the order goes on as if she had had it. Raises AwayThen unless `anyway`, TurnIsOver."""
    (row,) = locked(turn.pk)
    require_ahead(row, at=at)
    reason = away_in(to, Stretch(row.period_key, row.starts_on, row.ends_on), anyway=anyway, field=field)
    _to(row, to, "rotas.handed_on", by=by, at=at, because=reason)


@transaction.atomic
def skip(turn: Turn, *, because: str, by: Person, at: datetime) -> Turn:
    """Pass its holder over: whoever is next and free takes it, and the holder comes next after that. Raises NobodyLeft."""
    (row,) = locked(turn.pk)
    require_ahead(row, at=at)
    on = localdate(at)
    around, turns = RotaCircle(row.rota, row.unit, on=on), past_turns(row.rota, row.unit, on=on)
    people = [pk for pk, one in around.holders.items() if one.person]
    busy = {one.holder_id for one in turns if one.period_key == row.period_key}
    given = given_by([one for one in turns if one.pk != row.pk], around.order, on=on)
    order = Order.FEWEST if around.order == Order.BY_HAND else around.order
    away = Absences(people, row.starts_on, row.ends_on).away(row.starts_on, row.ends_on)
    found = Queue(order, list(around.holders), given).next(but=busy | away)
    if found is None:
        raise refusals.NobodyLeft
    row.number, row.by_order = found[1], found[0]
    _to(row, around.holders[found[0]], "rotas.skipped", by=by, at=at, because=because)
    return row


def _to(row: Turn, holder: Holder, kind: str, *, by: Person, at: datetime, because: str = "") -> None:
    before, was = Before(row, *HOLDER), row.holder_id
    assign(row, holder, at=at)
    row.why = because[:200]
    row.save()
    record(kind, by=by, at=at, subject=row, because=because, changes=before.changes(row))
    say(row, was=was, by=by, at=at)
    changed([row], at=at)
