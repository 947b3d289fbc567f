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

from navmark.foundation.activities import kinds, roll, waiting
from navmark.foundation.activities.completing import open_for_change
from navmark.foundation.activities.models import Activity, ActivityState, ActivityTag, Attendance, Method, Part, Presence
from navmark.foundation.activities.models.attendance import THERE
from navmark.foundation.activities.numbering import give_numbers
from navmark.foundation.activities.refusals import AlreadyHeld, HeldAhead, SayWhyMoved
from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before, Change, together
from navmark.foundation.audit.changes import change as change_of
from navmark.foundation.papers.actions import drop
from navmark.foundation.people import queries as people
from navmark.foundation.people.models import Person, Unit

TOLD = ("unit", "title", "starts_at", "ends_at", "place", "host", "recorder")  # what the trail tells of a changed plan
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
    _write_parts(activity, plan.parts, by=by, at=at)
    _write_tags(activity, plan.tags)
    refresh_roll(activity, plan.chosen, by=by, at=at)
    waiting.changed(activity, at=at)
    waiting.attended(activity, day=activity.day, at=at)
    record("activities.planned", by=by, at=at, subject=activity, on_behalf_of=on_behalf_of, title=plan.title)
    return activity


@transaction.atomic
def change(activity: Activity, plan: Plan, *, by: Person, at: datetime, because: str = "") -> Activity:
    """Correct the plan. Parts are matched by kind, so that what hangs on a part stays; marks already made stay too.

    Once anybody is marked as there the day lies not ahead (HeldAhead), and another day needs a reason (SayWhyMoved).
    """
    activity = open_for_change(activity)
    _require_true_day(activity, plan, because=because, at=at)
    before, unit, day = Before(activity, *TOLD), activity.unit_id, activity.day
    were_due = list(activity.roll.values_list("person", flat=True))
    for name, value in plan.columns().items():
        setattr(activity, name, value)
    _count_change(activity, at=at)
    activity.save()
    parts = _write_parts(activity, plan.parts, by=by, at=at)
    tags = _replace_tags(activity, plan.tags)
    refresh_roll(activity, plan.chosen, by=by, at=at)
    waiting.changed(activity, at=at, units=[unit])
    waiting.attended(activity, day=day, people=were_due, at=at)
    changes = together(before.changes(activity), parts, tags)
    record("activities.changed", by=by, at=at, subject=activity, title=plan.title, because=because.strip(), changes=changes)
    return activity


@transaction.atomic
def name_instead(activity: Activity, was: Person, now: Person, *, by: Person, at: datetime) -> Activity:
    """He hosts or records it where she was to. Raises what a change of the plan would, once it is complete."""
    activity = open_for_change(activity)
    before = Before(activity, "host", "recorder")
    for place in ("host", "recorder"):
        if getattr(activity, f"{place}_id") == was.pk:
            setattr(activity, place, now)
    _count_change(activity, at=at)
    activity.save(update_fields=["host", "recorder", "revision", "changed_at"])
    waiting.changed(activity, at=at)
    record("activities.changed", by=by, at=at, subject=activity, title=activity.title, changes=before.changes(activity))
    return activity


def _require_true_day(activity: Activity, plan: Plan, *, because: str, at: datetime) -> None:
    if not was_held(activity):
        return
    if plan.starts_at > at:
        raise HeldAhead
    if localdate(plan.starts_at) != activity.day and not because.strip():
        raise SayWhyMoved


@transaction.atomic
def cancel(activity: Activity, *, because: str, by: Person, at: datetime) -> Activity:
    """Cancel what was not held: what it was to fulfil is due again, and the numbers of its parts in the year are free again.

    Raises AlreadyHeld while anybody is marked as there.
    """
    activity = open_for_change(activity)
    if was_held(activity):
        raise AlreadyHeld
    before = Before(activity, "state")
    activity.parts.update(number=None)
    activity.state = ActivityState.CANCELLED
    activity.cancelled_because = because
    _count_change(activity, at=at)
    activity.save(update_fields=["state", "cancelled_because", "revision", "changed_at"])
    waiting.changed(activity, at=at)
    record("activities.cancelled", by=by, at=at, subject=activity, because=because, changes=before.changes(activity))
    return activity


def was_held(activity: Activity) -> bool:
    """Whether anybody is marked as there, or counted."""
    return bool(activity.there_count) or activity.roll.filter(presence__in=THERE).exists()


def _count_change(activity: Activity, *, at: datetime) -> None:
    """Every change of what a calendar shows: a phone replaces what it holds only by a higher revision."""
    activity.revision += 1
    activity.changed_at = at


def _write_parts(activity: Activity, parts: Sequence[PlannedPart], *, by: Person, at: datetime) -> list[Change]:
    """What changed of them."""
    known = list(activity.parts.all())
    kept = [_taken(known, planned.kind) or Part(activity=activity, kind=planned.kind) for planned in parts]
    dropped = [Before(part, "kind").changes(None) for part in known]
    before = [Before(part, "kind", "topic", "number", about=None if part._state.adding else part) for part in kept]
    for part in known:
        drop(part, by=by, at=at, about=activity)
        part.delete()
    activity.parts.update(position=F("position") + PLENTY)  # out of the way: a position is taken once
    for position, (part, planned) in enumerate(zip(kept, parts, strict=True), start=1):
        part.position, part.topic, part.number = position, planned.topic, planned.number
        part.save()
    give_numbers(activity)
    now = {part.pk: part for part in activity.parts.all()}
    return together(*dropped, *(one.changes(now[part.pk]) for one, part in zip(before, kept, strict=True)))


def _taken(known: list[Part], kind: str) -> Part | None:
    part = next((part for part in known if part.kind == kind), None)
    if part is not None:
        known.remove(part)
    return part


def _replace_tags(activity: Activity, labels: Iterable[str]) -> list[Change]:
    before = [tag.label for tag in activity.tags.all()]
    activity.tags.all().delete()
    _write_tags(activity, labels)
    after = [tag.label for tag in activity.tags.all()]
    field = ActivityTag._meta.get_field("label")
    return [change_of(field, "、".join(before), "、".join(after))] if before != after else []


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
