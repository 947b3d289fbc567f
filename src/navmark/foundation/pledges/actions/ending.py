"""A pledge is handed over, ends, or is corrected."""

from datetime import date, datetime, timedelta

from django.db import transaction

from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before
from navmark.foundation.cadence import waiting
from navmark.foundation.people.models import Person
from navmark.foundation.pledges import refusals
from navmark.foundation.pledges.about import Thing
from navmark.foundation.pledges.actions.taking import PLEDGE, Taking, locked, take
from navmark.foundation.pledges.models import Ending, Pledge, PledgeState

ENDED = ("state", "to_day", "ending", "reason")


@transaction.atomic
def hand_over(pledge: Pledge, to: Person, *, on: date, reason: str = "", by: Person, at: datetime) -> Pledge:
    """Hers until the eve of that day, then his; the new one. Raises NoLonger, TakenOnBySame, BeforeItBegan, NotAmongTakers."""
    pledge = locked(pledge.pk, PledgeState.TAKEN)
    if to.pk == pledge.holder_id:
        raise refusals.TakenOnBySame
    if pledge.from_day and on < pledge.from_day:
        raise refusals.BeforeItBegan(pledge.from_day)
    thing, last = Thing.of(pledge, on), max(on - timedelta(days=1), pledge.from_day or on)
    _end(pledge, Ending.HANDED_OVER, last, reason, "pledges.handed_over", by=by, at=at, to=to.name, thing=thing.name)
    return take(Taking(pledge.kind, thing, pledge.unit, to, on, pledge.basis), follows=pledge, by=by, at=at)


@transaction.atomic
def end(pledge: Pledge, *, ending: str, on: date, reason: str, by: Person, at: datetime) -> Pledge:
    """Done, or given up. Raises NoLonger, WhyEnded, BeforeItBegan."""
    pledge = locked(pledge.pk, PledgeState.TAKEN)
    if ending != Ending.DONE and not reason.strip():
        raise refusals.WhyEnded
    return _end(pledge, ending, on, reason.strip(), "pledges.ended", by=by, at=at)


@transaction.atomic
def decline(pledge: Pledge, *, on: date, reason: str = "", by: Person, at: datetime) -> Pledge:
    """Who was asked says no. Raises NoLonger."""
    return _unasked(pledge, Ending.DECLINED, on, reason, by=by, at=at)


@transaction.atomic
def withdraw(pledge: Pledge, *, on: date, by: Person, at: datetime) -> Pledge:
    """Nobody asks her any more. Raises NoLonger."""
    return _unasked(pledge, Ending.WITHDRAWN, on, "", by=by, at=at)


def _unasked(pledge: Pledge, ending: Ending, on: date, reason: str, *, by: Person, at: datetime) -> Pledge:
    pledge = locked(pledge.pk, PledgeState.OFFERED)
    return _end(pledge, ending, max(on, pledge.from_day or on), reason.strip(), "pledges.ended", by=by, at=at)


def _end(pledge: Pledge, ending: str, on: date, reason: str, kind: str, *, by: Person, at: datetime, **facts: str) -> Pledge:
    if pledge.from_day and on < pledge.from_day:
        raise refusals.BeforeItBegan(pledge.from_day)
    before = Before(pledge, *ENDED)
    pledge.state, pledge.to_day, pledge.ending, pledge.reason = PledgeState.ENDED, on, ending, reason
    pledge.save(update_fields=ENDED)
    record(kind, by=by, at=at, subject=pledge, changes=before.changes(pledge), **facts)
    waiting.changed(PLEDGE, [pledge.pk], at=at)
    return pledge


@transaction.atomic
def correct(pledge: Pledge, *, from_day: date, basis: str, by: Person, at: datetime) -> Pledge:
    """Since when, and by what. Raises NoLonger."""
    pledge = locked(pledge.pk, PledgeState.TAKEN, PledgeState.OFFERED)
    before = Before(pledge, "from_day", "basis")
    pledge.from_day, pledge.basis = from_day, basis
    pledge.save(update_fields=["from_day", "basis"])
    if changes := before.changes(pledge):
        record("pledges.corrected", by=by, at=at, subject=pledge, changes=changes)
        waiting.changed(PLEDGE, [pledge.pk], at=at)
    return pledge
