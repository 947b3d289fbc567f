"""From open to complete to closed, and what an activity fulfils: always what its present truth yields (house rule 6).

Only a complete record fulfils anything. Until somebody reopens it nobody changes its plan or its roll, so that what was found
when it was completed stays true; reopening takes it back.
"""

from datetime import datetime

from django.db import transaction

from navmark.foundation.activities import waiting
from navmark.foundation.activities.models import Activity, ActivityState
from navmark.foundation.activities.models.attendance import THERE
from navmark.foundation.activities.refusals import AlreadyCancelled, NotYetBegun
from navmark.foundation.audit.actions import record
from navmark.foundation.cadence.actions import fulfil_kind, unfulfil
from navmark.foundation.people.models import Person
from navmark.foundation.records.refusals import Completed, Locked


def open_for_change(activity: Activity) -> Activity:
    """The row, locked until the transaction ends. Raises Locked, Completed or AlreadyCancelled."""
    row = _open(activity)
    if row.completed_at is not None:
        raise Completed
    return row


def _open(activity: Activity) -> Activity:
    row = Activity.objects.select_for_update().get(pk=activity.pk)
    if row.closed_at is not None:
        raise Locked
    if row.state == ActivityState.CANCELLED:
        raise AlreadyCancelled
    return row


@transaction.atomic
def complete(activity: Activity, *, by: Person, at: datetime) -> Activity:
    """Its record says all that there is to say: plan and roll stand still, and its duties are done as of its day.

    Raises NotYetBegun: nothing that lies ahead counts.
    """
    activity = open_for_change(activity)
    if at < activity.starts_at:
        raise NotYetBegun
    return _completed(activity, at, by=by, at=at)


@transaction.atomic
def reopen(activity: Activity, *, by: Person, at: datetime) -> Activity:
    """There is more to say: what was done with it is due again until it is complete."""
    return _completed(_open(activity), None, by=by, at=at)


def _completed(activity: Activity, since: datetime | None, *, by: Person, at: datetime) -> Activity:
    activity.completed_at = since
    activity.save(update_fields=["completed_at"])
    refulfil(activity, by=by, at=at)
    waiting.changed(activity, at=at)
    return activity


@transaction.atomic
def close(activity: Activity, *, by: Person, at: datetime) -> Activity:
    """Close plan and roll for ever; called when the record is locked, in the same transaction."""
    activity = _open(activity)
    activity.closed_at = at
    activity.state = ActivityState.HELD
    activity.save(update_fields=["closed_at", "state"])
    activity.removed.all().delete()
    waiting.changed(activity, at=at)
    record("activities.closed", by=by, at=at, subject=activity)
    return activity


def refulfil(activity: Activity, *, by: Person, at: datetime) -> None:
    """Find anew what this activity fulfils, from its parts, its day, its roll, and whether its record is complete."""
    parts = list(activity.parts.all())
    for part in parts:
        unfulfil((waiting.PART, part.pk))
    if activity.completed_at is None or activity.state == ActivityState.CANCELLED:
        return
    subjects = [activity.unit_id, *activity.roll.filter(presence__in=THERE).values_list("person", flat=True)]
    for part in parts:
        fulfil_kind(part.kind, subjects=subjects, on=activity.day, source=(waiting.PART, part.pk), by=by, at=at)
