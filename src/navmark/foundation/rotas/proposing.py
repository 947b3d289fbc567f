"""Turns are proposed ahead: whatever lacks a turn in the next periods gets one by the order; the same past, the same proposal."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import override

from navmark.foundation.almanac.arithmetic import school_year_of
from navmark.foundation.almanac.queries import school_calendar
from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before
from navmark.foundation.cadence import waiting
from navmark.foundation.people.models import Engagement, Unit
from navmark.foundation.rotas import known
from navmark.foundation.rotas import logs as logs  # registers what is recorded below
from navmark.foundation.rotas.holders import Absences, Holder, RotaCircle
from navmark.foundation.rotas.joining import join
from navmark.foundation.rotas.models import Rota, Turn, TurnState
from navmark.foundation.rotas.order import Order, Queue, TurnHad
from navmark.foundation.rotas.running import periods_ahead
from navmark.foundation.rotas.stretches import Stretch

REMEMBERED = timedelta(days=400)  # turns that still say whose turn is next
HOLDER = ("person", "holder_unit")


def propose_everywhere(*, at: datetime) -> None:
    """For every rota of every unit that holds one. Called when the day has changed, or people or calendar have."""
    on = localdate(at)
    running = [one for one in known.rotas() if one.active_to is None or on <= one.active_to]
    units: dict[str, list[Unit]] = defaultdict(list)
    if running:
        for unit in Unit.objects.on(on).filter(kind__in={one.unit_kind for one in running}):
            units[unit.kind].append(unit)
    for one in running:
        for unit in units[one.unit_kind]:
            propose(one, unit, at=at)


@transaction.atomic
def propose(rota: Rota, unit: Unit, *, at: datetime) -> list[Turn]:
    """Fill what is vacant in the next periods, give anew what is of somebody who takes no turns any more or of a proposal for
    somebody who will be away, drop what lies in a period that is off. What was given or changed."""
    proposal = TurnProposal(rota, unit, at=at)
    changed = [*proposal.give_anew(), *proposal.fill()]
    dropped = proposal.drop()
    join(rota, [one for one in proposal.turns if one.pk not in dropped], at=at)
    waiting.changed("turn", [*(one.pk for one in changed), *dropped], at=at)
    waiting.changed("rota", [rota.pk], at=at)
    return changed


class TurnProposal:
    """What is decided for one rota of one unit, from one reading of its past."""

    def __init__(self, rota: Rota, unit: Unit, *, at: datetime, ahead: Iterable[Stretch] | None = None) -> None:
        self.rota, self.unit, self.at, self.on = rota, unit, at, localdate(at)
        self.around = RotaCircle(rota, unit, on=self.on)
        self.ahead = periods_ahead(rota, school_calendar(), on=self.on) if ahead is None else list(ahead)
        self.turns = past_turns(rota, unit, on=self.on)
        last = self.ahead[-1].ends if self.ahead else self.on
        self._vacant: list[Turn] = []
        self.absences = Absences([pk for pk, one in self.around.holders.items() if one.person], self.on, last)
        self.queue = Queue(self.around.order, list(self.around.holders), given_by(self.turns, self.around.order, on=self.on))

    def _open(self) -> list[Turn]:
        return [one for one in self.turns if one.starts_on > self.on and not one.is_kept]

    def _next(self, stretch: Stretch) -> tuple[Holder, int] | None:
        busy = {one.holder_id for one in self.turns if one.period_key == stretch.key}
        found = self.queue.take(but=busy | self.absences.away(stretch.starts, stretch.ends))
        return (self.around.holders[found[0]], found[1]) if found else None

    def give_anew(self) -> list[Turn]:
        """Where nobody is left to give it to, the place is vacant; who was confirmed though away stays."""
        changed = []
        for turn in self._open():
            has_left = self._has_left(turn)
            if not has_left and not self._is_away(turn):
                continue
            before, found = Before(turn, *HOLDER), self._next(Stretch(turn.period_key, turn.starts_on, turn.ends_on))
            if found is not None:
                assign(turn, found[0], at=self.at, number=found[1], by_order=found[0].pk)
                turn.state = self._state
                turn.save()
                changed.append(turn)
                record("rotas.given_anew", by=None, at=self.at, subject=turn, changes=before.changes(turn))
            elif has_left:
                self._vacant.append(turn)
        return changed

    def _is_away(self, turn: Turn) -> bool:
        reason = turn.person_id and self.absences.reason(turn.person_id, turn.starts_on, turn.ends_on)
        return turn.state == TurnState.PROPOSED and bool(reason)

    def _is_of_before(self, turn: Turn) -> bool:
        return self.rota.as_of is not None and turn.starts_on < self.rota.as_of

    def _has_left(self, turn: Turn) -> bool:
        """A stand-in from outside the list stays as long as the school has her; so does who had it before the rota changed."""
        if turn.holder_id in self.around.holders:
            return False
        if turn.person_id and self._is_of_before(turn):
            return turn.person_id not in self._engaged
        return turn.by_order == turn.holder_id or turn.person_id not in self._engaged

    @cached_property
    def _engaged(self) -> set[UUID]:
        outside = [one.person_id for one in self.turns if one.person_id and one.person_id not in self.around.holders]
        return set(Engagement.objects.on(self.on).filter(person__in=outside).values_list("person", flat=True))

    def fill(self) -> list[Turn]:
        taken = {(one.period_key, one.slot) for one in self.turns}
        made = []
        for stretch in self.ahead:
            for slot in self.rota.slots:
                found = None if (stretch.key, slot) in taken else self._next(stretch)
                if found is None:
                    continue
                turn = new_turn(self.rota, self.unit, stretch, slot, at=self.at)
                assign(turn, found[0], at=self.at, number=found[1], by_order=found[0].pk)
                turn.state, turn.why = self._state, self._passed_over(stretch)
                self.turns.append(turn)
                made.append(turn)
        Turn.objects.bulk_create(made)
        return made

    @property
    def _state(self) -> TurnState:
        return TurnState.PROPOSED if self.rota.confirmed else TurnState.CONFIRMED

    def _passed_over(self, stretch: Stretch) -> str:
        """What the keeper should know of the proposal: who would have come, and is away."""
        away = self.absences.away(stretch.starts, stretch.ends)
        with override(settings.LANGUAGE_CODE):
            names = "、".join(one.name for pk, one in self.around.holders.items() if pk in away)
            return (_("away: %(names)s") % {"names": names})[:200] if names else ""

    def drop(self) -> list[UUID]:
        """What is vacant now, and what lies in periods that are off: a holiday was announced, a term moved."""
        stale = [*self._vacant, *self._off()]
        for turn in stale:
            record("rotas.dropped", by=None, at=self.at, subject=turn, changes=Before(turn, *HOLDER).changes(None))
        ids = [turn.pk for turn in stale]
        Turn.objects.filter(pk__in=ids).delete()
        return ids

    def _off(self) -> list[Turn]:
        """Where the calendar ends nothing is known; where a campaign ends nothing lies beyond it. A post may be no more."""
        if not self.ahead and not self.rota.during:
            return []
        keys = {one.key for one in self.ahead}
        last = date.max if self.rota.during else self.ahead[-1].ends
        vacant = {one.pk for one in self._vacant}
        near = [one for one in self._open() if one.starts_on <= last and one.day is None and one.pk not in vacant]
        near = [one for one in near if not self._is_of_before(one)]
        return [one for one in near if one.period_key not in keys or one.slot not in self.rota.slots]


def past_turns(rota: Rota, unit: Unit, *, on: date) -> list[Turn]:
    """Of the last year and whatever lies ahead, earliest first. One query."""
    rows = Turn.objects.filter(rota=rota, unit=unit, ends_on__gte=on - REMEMBERED)
    return list(rows.select_related("rota", "person", "holder_unit", "activity"))


def given_by(turns: Iterable[Turn], order: str, *, on: date) -> list[TurnHad]:
    """What the order should know of them: by the fewest turns those of this school year count."""
    since = date(school_year_of(on), 9, 1)
    rows = [one for one in turns if order != Order.FEWEST or one.starts_on >= since]
    return [TurnHad(one.by_order, one.number, one.holder_id) for one in rows if one.number or order != Order.FIXED]


def new_turn(rota: Rota, unit: Unit, stretch: Stretch, slot: Any, *, at: datetime) -> Turn:
    return Turn(
        rota=rota, unit=unit, period_key=stretch.key, starts_on=stretch.starts, ends_on=stretch.ends, post=slot.post,
        shift=slot.shift, place=slot.place, changed_at=at,
    )  # fmt: skip


def assign(turn: Turn, holder: Holder, *, at: datetime, number: int | None = None, by_order: UUID | None = None) -> None:
    """Let it be hers; saved by the caller."""
    turn.person, turn.holder_unit, turn.changed_at = holder.person, holder.unit, at
    if number is not None:
        turn.number = number
    if by_order is not None:
        turn.by_order = by_order
