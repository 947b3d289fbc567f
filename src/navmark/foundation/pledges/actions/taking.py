"""A pledge begins: somebody is asked, or takes it on."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from navmark.foundation.audit.actions import record
from navmark.foundation.cadence import waiting
from navmark.foundation.people.circles import people_in
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.pledges import refusals
from navmark.foundation.pledges.about import Thing
from navmark.foundation.pledges.models import Pledge, PledgeKind, PledgeState

PLEDGE = "pledge"


@dataclass(frozen=True)
class Taking:
    """Who takes what on, from which day, and by what; `unit` keeps it."""

    kind: PledgeKind
    thing: Thing
    unit: Unit
    holder: Person
    from_day: date
    basis: str = ""

    def refuse_stranger(self) -> None:
        """Raises NotAmongTakers."""
        among = people_in(self.kind.takers, self.unit, on=self.from_day)
        if not among.filter(pk=self.holder.pk).exists():
            raise refusals.NotAmongTakers(self.holder.name)


@transaction.atomic
def offer(said: Taking, *, by: Person, at: datetime) -> Pledge:
    """Ask her: she answers on Today. Raises NotAmongTakers, HeldAlready."""
    said.refuse_stranger()
    return _begin(said, PledgeState.OFFERED, "pledges.offered", by=by, at=at)


@transaction.atomic
def take(said: Taking, *, follows: Pledge | None = None, by: Person, at: datetime) -> Pledge:
    """She holds it from that day. Raises NotAmongTakers; HeldAlready, also for the second of two at once."""
    said.refuse_stranger()
    return _begin(said, PledgeState.TAKEN, "pledges.taken", follows=follows, by=by, at=at)


def _begin(said: Taking, state: PledgeState, kind: str, *, follows: Pledge | None = None, by: Person, at: datetime) -> Pledge:
    pledge = Pledge(
        kind=said.kind, unit=said.unit, holder=said.holder, state=state, sole=said.kind.sole, from_day=said.from_day,
        basis=said.basis, follows=follows, made_by=by.pk, made_at=at, **said.thing.columns,
    )  # fmt: skip
    _refuse_held(pledge, said.thing)
    _save(pledge, said.thing)
    told: dict[str, Any] = {"thing": said.thing.name, "holder": said.holder.name, "from_day": said.from_day, "basis": said.basis}
    record(kind, by=by, at=at, subject=pledge, **told)
    waiting.changed(PLEDGE, [pledge.pk], at=at)
    return pledge


@transaction.atomic
def accept(pledge: Pledge, thing: Thing, *, on: date, by: Person, at: datetime) -> Pledge:
    """Who was asked takes it on. Raises NoLonger; HeldAlready where somebody else was quicker."""
    pledge = locked(pledge.pk, PledgeState.OFFERED)
    pledge.state, pledge.from_day = PledgeState.TAKEN, max(pledge.from_day or on, on)
    _refuse_held(pledge, thing)
    _save(pledge, thing)
    record("pledges.taken", by=by, at=at, subject=pledge, thing=thing.name, from_day=pledge.from_day)
    waiting.changed(PLEDGE, [pledge.pk], at=at)
    return pledge


def _refuse_held(pledge: Pledge, thing: Thing) -> None:
    """Said in words before the database says it: by whom it is held."""
    rows = Pledge.objects.filter(kind=pledge.kind, state=PledgeState.TAKEN, **thing.columns).exclude(pk=pledge.pk)
    rows = rows if pledge.sole else rows.filter(holder=pledge.holder)
    held = rows.select_related("holder").first()
    if held is not None:
        raise refusals.HeldAlready(held.holder.name, thing.name)


def _save(pledge: Pledge, thing: Thing) -> None:
    try:
        with transaction.atomic():
            pledge.save()
    except IntegrityError:  # somebody was quicker, by a moment
        _refuse_held(pledge, thing)
        raise


def locked(pk: UUID, *states: PledgeState) -> Pledge:
    """The row as the database has it now. Raises NoLonger where it stands otherwise than whoever acts believes."""
    rows = Pledge.objects.select_for_update(of=("self",))
    pledge = rows.select_related("kind", "unit", "holder", *("about_unit", "about_person", "about_entry")).get(pk=pk)
    if pledge.state not in states:
        raise refusals.NoLonger(str(pledge.get_state_display()))
    return pledge
