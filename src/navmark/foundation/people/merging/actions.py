"""Merging two rows in one transaction, and telling them apart again on the same day."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.utils.timezone import localdate, make_aware

from navmark.foundation.audit.actions import record
from navmark.foundation.people.actions.persons import change_person
from navmark.foundation.people.merging.apart import insist_on_one
from navmark.foundation.people.merging.memory import Memory, values_of
from navmark.foundation.people.merging.moving import Moving
from navmark.foundation.people.merging.values import ACCOUNT, GONE, together
from navmark.foundation.people.models import Merger, Person, SchoolAccount
from navmark.foundation.people.refusals import ChangedSince, DayIsOver
from navmark.foundation.tenancy.scope import forget

_afterwards: list[Callable[[datetime], object]] = []


def afterwards(derive: Callable[[datetime], object]) -> None:
    """A room above that keeps derived rows derives them anew, at this moment."""
    _afterwards.append(derive)


@dataclass(frozen=True)
class Merged:
    """`moving` says which rows met."""

    merger: Merger
    moving: Moving


@transaction.atomic
def merge(kept: Person, gone: Person, *, chosen: Mapping[str, str], by: Person, at: datetime) -> Merged:
    """Everything of `gone` becomes `kept`'s, in every room. `chosen`: see values.together, with "account" where both have one.

    Raises a Refusal where they are two people: then nothing has changed.
    """
    insist_on_one(kept, gone, on=localdate(at))
    before, extra = values_of(kept), json.dumps(gone.extras | kept.extras, ensure_ascii=False)
    wanted = together(kept, gone, chosen)
    moving = Moving(_seat_of(gone) if chosen.get(ACCOUNT) == GONE else frozenset())
    moving.become(Person, {gone.pk: kept.pk})
    moving.rewrite(gone.pk, kept.pk)
    moving.memory.drop([gone])
    change_person(kept, **wanted, by=by, at=at)
    kept.extra = extra if extra != "{}" else ""
    kept.save(update_fields=["extra"])
    moving.memory.note(kept, before)
    merger = Merger.objects.create(
        kept=kept, gone=gone.pk, gone_name=gone.name, memory=moving.memory.written(), made_by=by.pk, made_at=at
    )
    record("people.merged", by=by, at=at, subject=kept, gone=str(gone.pk), name=gone.name, steps=len(moving.memory.steps))
    _settled(at)
    return Merged(merger, moving)


def foreseen(kept: Person, gone: Person, *, on: date) -> Moving:
    """What merging them would do, done and taken back at once. Raises the refusals of `merge`."""
    insist_on_one(kept, gone, on=on)
    with transaction.atomic():
        moving = Moving()
        moving.become(Person, {gone.pk: kept.pk})
        transaction.set_rollback(True)
    return moving


def _seat_of(person: Person) -> frozenset[Any]:
    return frozenset(SchoolAccount.objects.filter(person=person).values_list("pk", flat=True))


def _settled(at: datetime) -> None:
    forget()
    for derive in _afterwards:
        derive(at)


def may_be_parted(merger: Merger, *, on: date) -> bool:
    """On its day, if nobody merged this person once more since."""
    if merger.parted_at or not merger.memory or localdate(merger.made_at) != on:
        return False
    later = Merger.objects.filter(kept=merger.kept_id, made_at__gte=merger.made_at, parted_at__isnull=True)
    return not later.exclude(pk=merger.pk).exists()


def merged_today(kept: Person, *, on: date) -> Merger | None:
    """The merging of this person that may still be taken back. One query, where there was none."""
    rows = Merger.objects.filter(kept=kept, memory__isnull=False, parted_at__isnull=True)
    return next((one for one in rows[:1] if may_be_parted(one, on=on)), None)


@transaction.atomic
def part(merger: Merger, *, by: Person, at: datetime) -> None:
    """Both rows are as they were. Raises DayIsOver, ChangedSince."""
    merger = Merger.objects.select_for_update().select_related("kept").get(pk=merger.pk)
    if not may_be_parted(merger, on=localdate(at)):
        raise DayIsOver
    try:
        with transaction.atomic():
            Memory.read(str(merger.memory)).take_back()
            connection.check_constraints()
    except IntegrityError as since:
        raise ChangedSince from since
    Merger.objects.filter(pk=merger.pk).update(parted_at=at, memory=None)
    record("people.parted", by=by, at=at, subject=merger.kept, gone=str(merger.gone), name=merger.gone_name)
    _settled(at)


def forget_mergers(at: datetime) -> None:
    """What only undoing needs is kept for the day. One statement."""
    midnight = make_aware(datetime.combine(localdate(at), time.min))
    Merger.objects.filter(memory__isnull=False, made_at__lt=midnight).update(memory=None)
