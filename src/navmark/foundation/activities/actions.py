"""Every write about an activity's plan. Marks on the roll are in `attendance.py`."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from navmark.foundation.activities import waiting
from navmark.foundation.activities.completing import open_for_change
from navmark.foundation.activities.expecting import refresh_roll
from navmark.foundation.activities.models import Activity, ActivityState
from navmark.foundation.activities.models.attendance import THERE
from navmark.foundation.activities.parts import write_parts
from navmark.foundation.activities.plans import Plan
from navmark.foundation.activities.refusals import AlreadyHeld, HeldAhead, SayWhyMoved
from navmark.foundation.activities.tagging import replace_tags, write_tags
from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before, together
from navmark.foundation.people.models import Person

TOLD = ("unit", "title", "starts_at", "ends_at", "place", "host", "recorder")  # what the trail tells of a changed plan


@transaction.atomic
def plan(plan: Plan, *, by: Person, at: datetime, on_behalf_of: Person | None = None) -> Activity:
    """Put an activity into the plan: its parts, its tags, and a roll of everybody who must come, nobody marked present.

    People who are on leave that day stand on the roll as on leave, with the reason.
    """
    activity = Activity.objects.create(**plan.columns(), made_by=by.pk, made_at=at)
    write_parts(activity, plan.parts, by=by, at=at)
    write_tags(activity, plan.tags)
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
    parts = write_parts(activity, plan.parts, by=by, at=at)
    tags = replace_tags(activity, plan.tags)
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
