"""列席: people of ours who attend without being due, and guests from outside."""

from datetime import datetime

from django.db import transaction

from navmark.foundation.activities.completing import open_for_change
from navmark.foundation.activities.models import Activity, Attendance, Guest, Removed
from navmark.foundation.activities.refusals import (
    OnlyTheTwo,
)
from navmark.foundation.activities.removing import remove
from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import change as change_of
from navmark.foundation.people.models import Person


def _not_a_talk(activity: Activity) -> Activity:
    if activity.is_private:
        raise OnlyTheTwo
    return activity


@transaction.atomic
def invite(activity: Activity, people: list[Person], *, by: Person, at: datetime) -> None:
    """列席: add people of ours who attend without being due. Raises OnlyTheTwo."""
    activity = _not_a_talk(open_for_change(activity))
    known = set(activity.roll.values_list("person", flat=True))
    new = [person for person in people if person.pk not in known]
    Attendance.objects.bulk_create(Attendance(activity=activity, person=person, expected=False) for person in new)
    changes = [change_of(Guest._meta.get_field("name"), "", "、".join(person.name for person in new))] if new else []
    record("activities.guests", by=by, at=at, subject=activity, people=len(new), changes=changes)


@transaction.atomic
def set_guests(activity: Activity, guests: list[tuple[str, str]], *, by: Person, at: datetime) -> Removed | None:
    """These (name, organisation) pairs are the guests from outside; whoever is not among them is removed, to be brought back.

    Raises OnlyTheTwo."""
    activity = _not_a_talk(open_for_change(activity))
    before = _named(activity)
    there = {(one.name, one.organisation): one for one in activity.guests.all()}
    new = [pair for pair in dict.fromkeys(guests) if pair not in there]
    Guest.objects.bulk_create(Guest(activity=activity, name=name, organisation=home) for name, home in new)
    gone = [one for pair, one in there.items() if pair not in guests]
    removed = remove(activity, gone, what="、".join(one.name for one in gone), by=by, at=at) if gone else None
    after = _named(activity)
    changes = [change_of(Guest._meta.get_field("name"), before, after)] if before != after else []
    record("activities.guests", by=by, at=at, subject=activity, people=len(guests), changes=changes)
    return removed


def _named(activity: Activity) -> str:
    return "、".join(guest.name for guest in activity.guests.all())
