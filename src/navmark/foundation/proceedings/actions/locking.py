"""From open to submitted to locked: two signatures by two people; afterwards only dated amendments."""

from datetime import datetime
from typing import Any

from django.db import transaction

from navmark.foundation.activities import completing
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.numbering import give_numbers
from navmark.foundation.audit.actions import record
from navmark.foundation.cadence import actions as cadence
from navmark.foundation.people.models import Person
from navmark.foundation.proceedings import selfcheck
from navmark.foundation.proceedings.actions.opening import minutes_for_update, open_minutes
from navmark.foundation.proceedings.models import Amendment, FollowUp, Minutes, MinutesState, Waiver
from navmark.foundation.proceedings.refusals import (
    Locked,
    NotSubmitted,
    OnlyLockedIsAmended,
    SamePerson,
    StillBlocked,
)


@transaction.atomic
def submit(minutes: Minutes, *, by: Person, at: datetime, on_behalf_of: Person | None = None) -> Minutes:
    """The recorder says: this is the record. Its duties are fulfilled as of the day of the meeting, its follow-ups become duties.

    Raises StillBlocked while the self-check has a blocking finding that nobody lifted.
    """
    activity = minutes.activity
    minutes = open_minutes(activity)
    blocking = [finding for finding in selfcheck.findings(activity) if finding.blocks]
    if blocking:
        raise StillBlocked(len(blocking))
    give_numbers(activity)
    minutes.state, minutes.submitted_by, minutes.submitted_at = MinutesState.SUBMITTED, by.pk, at
    minutes.save(update_fields=["state", "submitted_by", "submitted_at"])
    _settle_duties(activity, by=by, at=at)
    record("proceedings.submitted", by=by, at=at, subject=activity, on_behalf_of=on_behalf_of)
    return minutes


def _settle_duties(activity: Activity, *, by: Person, at: datetime) -> None:
    """What was due is done as of the day of the meeting; what was decided to be done becomes its owner's task."""
    completing.complete(activity, by=by, at=at)
    for task in FollowUp.objects.filter(decision__item__part__activity=activity).select_related("owner"):
        cadence.one_off(title=task.what, owner=task.owner, due_on=task.due_on, source=("follow_up", task.pk), by=by, at=at)


@transaction.atomic
def send_back(minutes: Minutes, *, reason: str, by: Person, at: datetime) -> Minutes:
    """The second person found something: the record is open again, with the reason in its history."""
    if minutes.state != MinutesState.SUBMITTED:
        raise NotSubmitted
    minutes = _opened(minutes, by=by, at=at)
    record("proceedings.sent_back", by=by, at=at, subject=minutes.activity, reason=reason)
    return minutes


@transaction.atomic
def reopen(minutes: Minutes, *, by: Person, at: datetime) -> Minutes:
    """Whoever keeps the record takes its completion back, to write on. Raises NotSubmitted, Locked."""
    if minutes.state == MinutesState.OPEN:
        raise NotSubmitted
    minutes = _opened(minutes, by=by, at=at)
    record("proceedings.reopened", by=by, at=at, subject=minutes.activity)
    return minutes


def _opened(minutes: Minutes, *, by: Person, at: datetime) -> Minutes:
    """Open again: what the meeting fulfilled is due until its record is complete."""
    minutes = minutes_for_update(minutes.activity)
    minutes.state, minutes.submitted_by, minutes.submitted_at = MinutesState.OPEN, None, None
    minutes.save(update_fields=["state", "submitted_by", "submitted_at"])
    completing.reopen(minutes.activity, by=by, at=at)
    return minutes


@transaction.atomic
def lock(minutes: Minutes, *, snapshot: dict[str, Any], by: Person, at: datetime) -> Minutes:
    """A second person locks the submitted record; `snapshot` is what is printed from now on.

    Raises NotSubmitted, SamePerson, Locked, StillBlocked.
    """
    row = Minutes.objects.select_for_update().get(pk=minutes.pk)
    if row.is_locked:
        raise Locked
    if row.state != MinutesState.SUBMITTED:
        raise NotSubmitted
    if row.submitted_by == by.pk:
        raise SamePerson
    blocking = [finding for finding in selfcheck.findings(row.activity) if finding.blocks]
    if blocking:  # the roll was changed after the record was submitted
        raise StillBlocked(len(blocking))
    row.state, row.locked_by, row.locked_at, row.snapshot = MinutesState.LOCKED, by.pk, at, snapshot
    row.save(update_fields=["state", "locked_by", "locked_at", "snapshot"])
    completing.close(row.activity, by=by, at=at)
    record("proceedings.locked", by=by, at=at, subject=row.activity)
    return row


@transaction.atomic
def amend(minutes: Minutes, *, text: str, by: Person, at: datetime) -> Amendment:
    """Add a dated amendment to a locked record. Raises OnlyLockedIsAmended."""
    if not minutes.is_locked:
        raise OnlyLockedIsAmended
    amendment = Amendment.objects.create(minutes=minutes, text=text, by=by.pk, by_name=by.name, at=at)
    record("proceedings.amended", by=by, at=at, subject=minutes.activity)
    return amendment


@transaction.atomic
def waive(minutes: Minutes, *, finding: str, reason: str, by: Person, at: datetime) -> Waiver:
    """A second person, not the recorder, lifts one blocking finding, with a reason. Raises SamePerson or NotLiftable."""
    activity = minutes.activity
    minutes = minutes_for_update(activity)
    if by.pk == activity.recorder_id:
        raise SamePerson
    selfcheck.require_liftable(activity, finding)
    waiver = Waiver.objects.create(minutes=minutes, finding=finding, reason=reason, by=by.pk, at=at)
    record("proceedings.waived", by=by, at=at, subject=activity, finding=finding, reason=reason)
    return waiver


@transaction.atomic
def note_separate_record(minutes: Minutes, *, number: str, by: Person, at: datetime) -> Minutes:
    """另册记录: a sealed matter is written elsewhere, on paper; here stands only its number."""
    minutes = open_minutes(minutes.activity)
    minutes.separate_number = number.strip()
    minutes.save(update_fields=["separate_number"])
    record("proceedings.separate", by=by, at=at, subject=minutes.activity, number=number)
    return minutes
