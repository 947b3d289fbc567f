"""Every write of a turn: confirmed, given by hand, swapped, handed on, passed over, kept; each in the trail and in what waits."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before
from navmark.foundation.cadence import waiting
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.rotas import logs as logs  # registers what is recorded below
from navmark.foundation.rotas import refusals
from navmark.foundation.rotas.holders import Absences, Holder, RotaCircle
from navmark.foundation.rotas.joining import join, say
from navmark.foundation.rotas.models import Rota, Turn, TurnState
from navmark.foundation.rotas.models.rota import Slot
from navmark.foundation.rotas.order import Order, Queue
from navmark.foundation.rotas.proposing import HOLDER, assign, given_by, new_turn, past_turns
from navmark.foundation.rotas.stretches import Stretch


def locked(*ids: UUID) -> list[Turn]:
    """The rows as the database has them now, in the order asked, for whoever changes them."""
    rows = Turn.objects.select_for_update(of=("self",)).select_related("rota", "unit", "person", "holder_unit", "activity")
    found = {row.pk: row for row in rows.filter(pk__in=ids).order_by("pk")}
    return [found[pk] for pk in ids]


def changed(turns: Iterable[Turn], *, at: datetime) -> None:
    rows = list(turns)
    waiting.changed("turn", [pk for one in rows for pk in (one.pk, one.activity_id) if pk], at=at)
    waiting.changed("rota", list({one.rota_id for one in rows}), at=at)


def is_over(turn: Turn, *, at: datetime) -> bool:
    return turn.is_kept or (turn.day or turn.ends_on) < localdate(at)


def _require_ahead(*turns: Turn, at: datetime) -> None:
    if any(is_over(one, at=at) for one in turns):
        raise refusals.TurnIsOver


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
    rows = Turn.objects.select_for_update(of=("self",)).select_related("rota", "person", "holder_unit", "activity")
    place = {"post": slot.post, "shift": slot.shift, "place": slot.place}
    turn = rows.filter(rota=rota, unit=unit, period_key=stretch.key, **place).first()
    if (turn.holder_id if turn else None) == (holder.pk if holder else None):
        return turn
    if turn is not None:
        _require_ahead(turn, at=at)
    if holder is None:
        _empty(turn, by=by, at=at)
        return None
    reason = _away(holder, stretch)
    if reason and not anyway:
        raise refusals.AwayThen(holder.name, reason, field=field)
    was, before = (turn.holder_id, Before(turn, *HOLDER)) if turn else (None, None)
    if turn is None:
        turn = new_turn(rota, unit, stretch, slot, at=at)
        turn.number = _round_now(rota, unit, at=at)
        before = Before(turn, *HOLDER)
    assign(turn, holder, at=at, by_order=holder.pk)
    turn.state, turn.why = TurnState.CONFIRMED, reason
    turn.save()
    record("rotas.given", by=by, at=at, subject=turn, changes=before.changes(turn), because=reason)
    join(rota, [turn], by=by, at=at)
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


def _away(holder: Holder, stretch: Stretch) -> str:
    if holder.person is None:
        return ""
    return Absences([holder.pk], stretch.starts, stretch.ends).reason(holder.pk, stretch.starts, stretch.ends)


def _round_now(rota: Rota, unit: Unit, *, at: datetime) -> int:
    """So that whoever is named by hand has had her turn of this round."""
    on = localdate(at)
    order = RotaCircle(rota, unit, on=on).order
    rounds = [one.number for one in given_by(past_turns(rota, unit, on=on), order, on=on)]
    return max(rounds, default=1) if order == Order.FIXED else 0


@transaction.atomic
def swap(turn: Turn, other: Turn, *, by: Person, at: datetime, on_behalf_of: Person | None = None) -> None:
    """Each takes the other's place; how many turns anybody has stays as it is. Raises NotOfThisRota, TurnIsOver."""
    one, two = locked(turn.pk, other.pk)
    if (one.rota_id, one.unit_id) != (two.rota_id, two.unit_id) or one.pk == two.pk:
        raise refusals.NotOfThisRota
    _require_ahead(one, two, at=at)
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
    _require_ahead(row, at=at)
    reason = _away(to, Stretch(row.period_key, row.starts_on, row.ends_on))
    if reason and not anyway:
        raise refusals.AwayThen(to.name, reason, field=field)
    _to(row, to, "rotas.handed_on", by=by, at=at, because=reason)


@transaction.atomic
def skip(turn: Turn, *, because: str, by: Person, at: datetime) -> Turn:
    """Pass its holder over: whoever is next and free takes it, and the holder comes next after that. Raises NobodyLeft."""
    (row,) = locked(turn.pk)
    _require_ahead(row, at=at)
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


@transaction.atomic
def keep(turn: Turn, *, note: str = "", ticked: Iterable[str] = (), by: Person, at: datetime) -> Turn:
    """It is done, says its holder or a keeper. Twice is once. Raises LeaveAWord."""
    (row,) = locked(turn.pk)
    if row.rota.hands_over and not note.strip():
        raise refusals.LeaveAWord
    if row.kept_at is None:
        row.kept_at, row.kept_by, row.kept_note, row.ticked = at, by.pk, note.strip(), list(ticked)
        row.save(update_fields=["kept_at", "kept_by", "kept_note", "ticked"])
        record("rotas.kept", by=by, at=at, subject=row, note=row.kept_note)
        changed([row], at=at)
    return row


@transaction.atomic
def take_over(turn: Turn, *, by: Person, at: datetime) -> Turn:
    """Whoever has this turn has read the word of the turn before, and begins. Twice is once."""
    (row,) = locked(turn.pk)
    if row.took_at is None:
        row.took_at = at
        row.save(update_fields=["took_at"])
        record("rotas.took_over", by=by, at=at, subject=row)
    return row


@transaction.atomic
def take_back(turn: Turn, *, by: Person, at: datetime) -> Turn:
    """It is not done after all."""
    (row,) = locked(turn.pk)
    if row.kept_at is not None:
        row.kept_at = row.kept_by = None
        row.save(update_fields=["kept_at", "kept_by"])
        record("rotas.taken_back", by=by, at=at, subject=row)
        changed([row], at=at)
    return row
