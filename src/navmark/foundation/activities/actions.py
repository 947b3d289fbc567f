"""Every write about an activity's plan. Marks on the roll are in `attendance.py`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils.timezone import localdate
from django.utils.translation import override

from navmark.foundation.activities import kinds, roll
from navmark.foundation.activities.models import Activity, ActivityState, ActivityTag, Attendance, Method, Part, Presence
from navmark.foundation.activities.models.attendance import THERE
from navmark.foundation.activities.numbering import give_numbers
from navmark.foundation.activities.refusals import AlreadyCancelled, AlreadyHeld, Closed
from navmark.foundation.audit.actions import record
from navmark.foundation.cadence.actions import unfulfil
from navmark.foundation.people import queries as people
from navmark.foundation.people.models import Person, Unit

PLENTY = 1000  # more parts than any gathering has


@dataclass(frozen=True)
class PlannedPart:
    """Without a number it is given the next one of its kind, if the kind is numbered."""

    kind: str
    topic: str = ""
    number: int | None = None


@dataclass(frozen=True)
class Plan:
    """What a plan says; `chosen` are the people of parts whose kind has no fixed audience."""

    unit: Unit
    title: str
    parts: Sequence[PlannedPart]
    starts_at: datetime
    ends_at: datetime | None = None
    place: str = ""
    host: Person | None = None
    recorder: Person | None = None
    chosen: Sequence[Person] = ()
    tags: Sequence[str] = field(default=())

    def columns(self) -> dict[str, Any]:
        return {
            "unit": self.unit,
            "title": self.title,
            "day": localdate(self.starts_at),
            "starts_at": self.starts_at,
            "ends_at": self.ends_at,
            "place": self.place,
            "host": self.host,
            "recorder": self.recorder,
        }


@transaction.atomic
def plan(plan: Plan, *, by: Person, at: datetime, on_behalf_of: Person | None = None) -> Activity:
    """Put an activity into the plan: its parts, its tags, and a roll of everybody who must come, nobody marked present.

    People who are on leave that day stand on the roll as on leave, with the reason.
    """
    activity = Activity.objects.create(**plan.columns(), made_by=by.pk, made_at=at)
    _write_parts(activity, plan.parts)
    _write_tags(activity, plan.tags)
    refresh_roll(activity, plan.chosen, by=by, at=at)
    record("activities.planned", by=by, at=at, subject=activity, on_behalf_of=on_behalf_of, title=plan.title)
    return activity


@transaction.atomic
def change(activity: Activity, plan: Plan, *, by: Person, at: datetime) -> Activity:
    """Correct the plan. Parts are matched by kind, so that what hangs on a part stays; marks already made stay too."""
    activity = open_for_change(activity)
    for name, value in plan.columns().items():
        setattr(activity, name, value)
    _count_change(activity, at=at)
    activity.save()
    _write_parts(activity, plan.parts)
    activity.tags.all().delete()
    _write_tags(activity, plan.tags)
    refresh_roll(activity, plan.chosen, by=by, at=at)
    record("activities.changed", by=by, at=at, subject=activity, title=plan.title)
    return activity


@transaction.atomic
def cancel(activity: Activity, *, because: str, by: Person, at: datetime) -> Activity:
    """Cancel what was not held: what its parts fulfilled is due again, and their numbers in the year are free again.

    Raises AlreadyHeld while anybody is marked as there.
    """
    activity = open_for_change(activity)
    if activity.roll.filter(presence__in=THERE).exists():
        raise AlreadyHeld
    for part in activity.parts.all():
        unfulfil(("activity_part", part.pk))
    activity.parts.update(number=None)
    activity.state = ActivityState.CANCELLED
    activity.cancelled_because = because
    _count_change(activity, at=at)
    activity.save(update_fields=["state", "cancelled_because", "revision", "changed_at"])
    record("activities.cancelled", by=by, at=at, subject=activity, because=because)
    return activity


@transaction.atomic
def close(activity: Activity, *, by: Person, at: datetime) -> Activity:
    """Close plan and roll for ever; called when the record is locked, in the same transaction."""
    activity = open_for_change(activity)
    activity.closed_at = at
    activity.state = ActivityState.HELD
    activity.save(update_fields=["closed_at", "state"])
    record("activities.closed", by=by, at=at, subject=activity)
    return activity


def open_for_change(activity: Activity) -> Activity:
    """The row, locked until the transaction ends. Raises Closed or AlreadyCancelled."""
    row = Activity.objects.select_for_update().get(pk=activity.pk)
    if row.closed_at is not None:
        raise Closed
    if row.state == ActivityState.CANCELLED:
        raise AlreadyCancelled
    return row


def _count_change(activity: Activity, *, at: datetime) -> None:
    """Every change of what a calendar shows: a phone replaces what it holds only by a higher revision."""
    activity.revision += 1
    activity.changed_at = at


def _write_parts(activity: Activity, parts: Sequence[PlannedPart]) -> None:
    known = list(activity.parts.all())
    kept = [_taken(known, planned.kind) or Part(activity=activity, kind=planned.kind) for planned in parts]
    for part in known:
        part.delete()
    activity.parts.update(position=F("position") + PLENTY)  # out of the way: a position is taken once
    for position, (part, planned) in enumerate(zip(kept, parts, strict=True), start=1):
        part.position, part.topic, part.number = position, planned.topic, planned.number
        part.save()
    give_numbers(activity)


def _taken(known: list[Part], kind: str) -> Part | None:
    part = next((part for part in known if part.kind == kind), None)
    if part is not None:
        known.remove(part)
    return part


def _write_tags(activity: Activity, labels: Iterable[str]) -> None:
    unique = dict.fromkeys(label.strip() for label in labels if label.strip())
    ActivityTag.objects.bulk_create(ActivityTag(activity=activity, label=label) for label in unique)


def refresh_roll(activity: Activity, chosen: Sequence[Person] = (), *, by: Person, at: datetime) -> None:
    """Bring the roll into line with who must come that day: add whom it lacks, drop who need not come and is unmarked."""
    due = {person.pk: person for person in chosen}
    for part in activity.parts.all():
        due.update((person.pk, person) for person in roll.audience(kinds.kind(part.kind), activity.unit, activity.day, chosen))
    known = {row.person_id: row for row in activity.roll.all()}
    stale = [row.pk for key, row in known.items() if row.expected and key not in due and _is_untouched(row)]
    activity.roll.filter(pk__in=stale).delete()
    lacking = [person for key, person in due.items() if key not in known]
    with override(settings.LANGUAGE_CODE):  # the reason is kept, and printed, in the school's language
        away = people.reasons_away(lacking, activity.day)
    Attendance.objects.bulk_create(_new_row(activity, person, away.get(person.pk), by=by, at=at) for person in lacking)


def _is_untouched(row: Attendance) -> bool:
    return row.presence == Presence.UNKNOWN or row.method == Method.PLAN


def _new_row(activity: Activity, person: Person, reason: str | None, *, by: Person, at: datetime) -> Attendance:
    row = Attendance(activity=activity, person=person)
    if reason is not None:
        row.presence, row.reason, row.method = Presence.LEAVE, reason, Method.PLAN
        row.marked_by, row.marked_at = by.pk, at
    return row
