"""One's own mark: signed in with a phone, or a name typed on a phone that the recorder confirms."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from navmark.foundation.activities import waiting
from navmark.foundation.activities.attendance import hold
from navmark.foundation.activities.completing import open_for_change
from navmark.foundation.activities.models import Activity, ActivityState, Attendance, Method, Presence
from navmark.foundation.activities.refusals import (
    NotExpected,
    SignInCancelled,
    SignInOver,
    SignInTooEarly,
)
from navmark.foundation.audit.actions import record
from navmark.foundation.people.models import Person


@dataclass(frozen=True)
class SignedIn:
    activity: Activity
    is_first: bool


def require_sign_in_open(activity: Activity, *, at: datetime) -> None:
    """Raises SignInCancelled, SignInOver or SignInTooEarly, each in words for the phone of who wants to sign in."""
    if activity.state == ActivityState.CANCELLED:
        raise SignInCancelled
    if activity.completed_at is not None or activity.closed_at is not None:
        raise SignInOver
    if at < activity.starts_at:
        raise SignInTooEarly(activity.starts_at)


@transaction.atomic
def sign_in(pk: UUID, person: Person, *, at: datetime, picked: bool = False) -> SignedIn:
    """The person signs in on a phone to the activity with this id. A second tap changes nothing.

    `picked` means that the name was only typed: the recorder has to confirm it. Whether the record was locked is
    asked under the activity's lock, which 24 taps in one second hold for a moment each; one conditional UPDATE makes a double
    tap harmless. Raises what `require_sign_in_open` raises, and NotExpected.
    """
    activity = Activity.locked(pk)
    require_sign_in_open(activity, at=at)
    free = Q(presence__in=(Presence.UNKNOWN, Presence.LEAVE, Presence.ABSENT))
    free |= Q() if picked else Q(method=Method.NAME_PICKED)
    mark = {"presence": Presence.PRESENT, "method": Method.NAME_PICKED if picked else Method.OWN}
    rows = Attendance.objects.filter(free, activity=pk, person=person.pk)
    if not rows.update(**mark, marked_by=person.pk, marked_at=at):
        if not activity.roll.filter(person=person).exists():
            raise NotExpected
        return SignedIn(activity, is_first=False)
    hold(activity)
    waiting.attended(activity, day=activity.day, at=at)
    record("activities.signed_in", by=person, at=at, subject=activity, picked=picked)
    return SignedIn(activity, is_first=True)


@transaction.atomic
def confirm(activity: Activity, *, by: Person, at: datetime) -> int:
    """The recorder confirms every name that was only typed on a phone; how many."""
    activity = open_for_change(activity)
    picked = activity.roll.filter(method=Method.NAME_PICKED)
    count = picked.update(method=Method.SHEET, marked_by=by.pk, marked_at=at)
    record("activities.marked", by=by, at=at, subject=activity, people=count)
    return count
