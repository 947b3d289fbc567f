"""What waits is one row, and a row is always what a derivation from its source yields.

Whoever changes a source calls `changed` in the same transaction; that derives the rows of this source anew, by the same function
by which all of them are derived, and writes the difference.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.timezone import localdate

from navmark.foundation.cadence.models import Duty, Step
from navmark.foundation.cadence.moments import first_notice_on
from navmark.foundation.cadence.renewing import AT_ONCE, differs, renew, stale, write
from navmark.foundation.cadence.sources import Matter, Source, all_sources, source

CADENCES = "cadences"  # among what was noted: what they ask for
_noted: ContextVar[set[str] | None] = ContextVar("noted", default=None)


@contextmanager
def derived_once(*, at: datetime) -> Iterator[None]:
    """For whoever changes a great many things in one transaction: what follows them is derived when all is done."""
    noted: set[str] = set()
    token = _noted.set(noted)
    try:
        yield
    finally:
        _noted.reset(token)
    for one in all_sources():
        if noted & set(one.follows):
            refresh(one.kind, at=at)
    if CADENCES in noted:
        renew(Duty.objects.filter(cadence__isnull=False))


def changed(what: str, ids: Sequence[UUID] | None = None, *, at: datetime) -> int:
    """Derive anew whatever follows these things (None: all of them). How many rows differed."""
    if (noted := _noted.get()) is not None:
        noted.add(what)
        return 0
    return sum(refresh(source.kind, ids, at=at) for source in all_sources() if what in source.follows)


def owed_by(subjects: Collection[UUID]) -> int:
    """Renew what cadences ask of these units and people. How many rows differed."""
    if (noted := _noted.get()) is not None:
        noted.add(CADENCES)
        return 0
    return renew(Duty.objects.filter(cadence__isnull=False, subject_id__in=subjects))


def begun(what: str, thing: Any) -> None:
    """What `changed` comes to for a thing about which nothing of these sources waited so far. One statement."""
    followers = [one for one in all_sources() if what in one.follows]
    Duty.objects.bulk_create(_new(one.kind, matter) for one in followers for matter in one.first(thing))


def advance(about: UUID, *, since: Step, to: Step) -> None:
    """What cadences ask for has come a step further, and nothing else of it has changed: what `renew` comes to. One statement."""
    Duty.objects.filter(about_id=about, cadence__isnull=False, step=since).update(step=to)


def refresh_everything(*, at: datetime) -> int:
    return sum(refresh(source.kind, at=at) for source in all_sources()) + renew(Duty.objects.all())


@transaction.atomic
def refresh(kind: str, ids: Sequence[UUID] | None = None, *, at: datetime) -> int:
    """Write the difference between the rows of this source and what it yields now; how many rows differed."""
    told = source(kind)
    new, differing, gone = _difference(told, ids, on=localdate(at))
    Duty.objects.bulk_create(new, batch_size=AT_ONCE)
    write(differing, [*_FRAME, "next_notice_on"])
    if not gone:
        return len(new) + len(differing)
    if told.lasting:
        Duty.objects.filter(pk__in=[row.pk for row in gone]).update(closed_at=at, next_notice_on=None)
    else:
        Duty.objects.filter(pk__in=[row.pk for row in gone]).delete()
    return len(new) + len(differing) + len(gone)


_FRAME = (
    "about_id", "title", "step", "opens_on", "due_on", "late_on", "next_change_on", "place_id", "circles", "but_not", "step_at",
    "page", "action", "asked_by", "note", "rule_id", "closed_at",
)  # fmt: skip


def _difference(told: Source, ids: Sequence[UUID] | None, *, on: date) -> tuple[list[Duty], list[Duty], list[Duty]]:
    """(rows that are missing, rows that differ, rows that have lost their source)."""
    rows = Duty.objects.filter(source_kind=told.kind, source_id__isnull=False)
    if ids is not None:  # rows of an earlier version know not yet what they are about
        rows = rows.filter(Q(about_id__in=list(ids)) | Q(about_id__isnull=True))
    known = {(row.source_id, row.subject_id): row for row in rows}
    new, differing = [], []
    for matter in told.derive(ids, on):
        row = known.pop((matter.source, matter.subject), None)
        if row is None:
            new.append(_new(told.kind, matter))
        elif differs(row, matter.columns()):
            row.next_notice_on = None if row.settled else first_notice_on(row)
            differing.append(row)
    return new, differing, [row for row in known.values() if row.closed_at is None and (ids is None or row.about_id)]


def _new(kind: str, matter: Matter) -> Duty:
    subject = "person" if matter.person else "unit"
    row = Duty(source_kind=kind, source_id=matter.source, subject_kind=subject, subject_id=matter.subject, **matter.columns())
    row.next_notice_on = first_notice_on(row)
    return row


def astray(*, on: date, but: Collection[str] = ()) -> int:
    """How many of the school's rows are not what a slow derivation yields on that day: 0, always. Reads everything; what follows
    `but` is left out, while a sweep is to come."""
    asked = [one for one in all_sources() if not set(one.follows) & set(but)]
    differences = (_difference(one, None, on=on) for one in asked)
    return sum(len(rows) for difference in differences for rows in difference) + sum(1 for _row in stale(Duty.objects.all()))
