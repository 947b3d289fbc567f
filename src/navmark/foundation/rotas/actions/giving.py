"""A turn is confirmed, given by hand, or taken from everybody."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before
from navmark.foundation.cadence import waiting
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.rotas.actions.turns import away_in, changed, require_ahead
from navmark.foundation.rotas.holders import Holder, RotaCircle
from navmark.foundation.rotas.joining import join, say
from navmark.foundation.rotas.models import Rota, Turn, TurnState
from navmark.foundation.rotas.models.rota import Slot
from navmark.foundation.rotas.order import Order
from navmark.foundation.rotas.proposing import HOLDER, assign, given_by, new_turn, past_turns
from navmark.foundation.rotas.stretches import Stretch


@transaction.atomic
def confirm(rota: Rota, unit: Unit, *, by: Person, at: datetime) -> int:
    """All that is proposed of it; how many turns."""
    rows = list(Turn.objects.filter(rota=rota, unit=unit, state=TurnState.PROPOSED).select_for_update())
    for turn in rows:
        before = Before(turn, "state")
        turn.state, turn.changed_at = TurnState.CONFIRMED, at
        turn.save(update_fields=["state", "changed_at"])
        record("rotas.confirmed", by=by, at=at, subject=turn, changes=before.changes(turn))
    changed(rows, at=at)
    return len(rows)


@transaction.atomic
def give(
    rota: Rota, unit: Unit, stretch: Stretch, slot: Slot, holder: Holder | None, *, by: Person, at: datetime,
    anyway: bool = False, field: str = "",
) -> Turn | None:  # fmt: skip
    """Write a name into a place; None empties it. Raises AwayThen unless `anyway`, TurnIsOver."""
    turn = _turn_in(rota, unit, stretch, slot)
    if (turn.holder_id if turn else None) == (holder.pk if holder else None):
        return turn
    if turn is not None:
        require_ahead(turn, at=at)
    if holder is None:
        _empty(turn, by=by, at=at)
        return None
    reason = away_in(holder, stretch, anyway=anyway, field=field)
    return _given(turn or _begun(rota, unit, stretch, slot, at=at), holder, because=reason, by=by, at=at)


def _turn_in(rota: Rota, unit: Unit, stretch: Stretch, slot: Slot) -> Turn | None:
    rows = Turn.objects.select_for_update(of=("self",)).select_related("rota", "person", "holder_unit", "activity")
    place = {"post": slot.post, "shift": slot.shift, "place": slot.place}
    return rows.filter(rota=rota, unit=unit, period_key=stretch.key, **place).first()


def _begun(rota: Rota, unit: Unit, stretch: Stretch, slot: Slot, *, at: datetime) -> Turn:
    turn = new_turn(rota, unit, stretch, slot, at=at)
    turn.number = _round_now(rota, unit, at=at)
    return turn


def _given(turn: Turn, holder: Holder, *, because: str, by: Person, at: datetime) -> Turn:
    was, before = turn.holder_id, Before(turn, *HOLDER)
    assign(turn, holder, at=at, by_order=holder.pk)
    turn.state, turn.why = TurnState.CONFIRMED, because
    turn.save()
    record("rotas.given", by=by, at=at, subject=turn, changes=before.changes(turn), because=because)
    join(turn.rota, [turn], by=by, at=at)
    say(turn, was=was, by=by, at=at)
    changed([turn], at=at)
    return turn


def _empty(turn: Turn | None, *, by: Person, at: datetime) -> None:
    if turn is not None:
        record("rotas.dropped", by=by, at=at, subject=turn, changes=Before(turn, *HOLDER).changes(None))
        ids = [pk for pk in (turn.pk, turn.activity_id) if pk]
        rota = turn.rota_id
        turn.delete()
        waiting.changed("turn", ids, at=at)
        waiting.changed("rota", [rota], at=at)


def _round_now(rota: Rota, unit: Unit, *, at: datetime) -> int:
    """So that whoever is named by hand has had her turn of this round."""
    on = localdate(at)
    order = RotaCircle(rota, unit, on=on).order
    rounds = [one.number for one in given_by(past_turns(rota, unit, on=on), order, on=on)]
    return max(rounds, default=1) if order == Order.FIXED else 0
