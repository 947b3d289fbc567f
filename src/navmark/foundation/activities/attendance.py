"""Every mark on the roll: who was there, who was late, who was on leave and why. A mark is always somebody's act."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from navmark.foundation.activities import waiting
from navmark.foundation.activities.actions import was_held
from navmark.foundation.activities.completing import open_for_change
from navmark.foundation.activities.models import Activity, ActivityState, Attendance, Guest, Method, Presence, Removed
from navmark.foundation.activities.refusals import (
    NotExpected,
    NotOnTheRoll,
    OnlyTheTwo,
    SignInCancelled,
    SignInOver,
    SignInTooEarly,
    TooEarly,
)
from navmark.foundation.activities.removing import remove
from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before, Change, label_of
from navmark.foundation.audit.changes import change as change_of
from navmark.foundation.people.models import Person
from navmark.foundation.ui.refusals import Refusal

MARK = ("presence", "reason")


@dataclass(frozen=True)
class Mark:
    presence: Presence
    reason: str = ""


@dataclass(frozen=True)
class SignedIn:
    activity: Activity
    is_first: bool


@transaction.atomic
def mark(activity: Activity, marks: Mapping[Person, Mark], *, by: Person, at: datetime) -> None:
    """Mark these people; an UNKNOWN mark takes a mistaken one back. Raises TooEarly when somebody is marked as there
    before the start, NotOnTheRoll for a person who has no place."""
    activity = open_for_change(activity)
    if at < activity.starts_at and any(Attendance(presence=mark.presence).is_there for mark in marks.values()):
        raise TooEarly
    rows = {row.person_id: row for row in activity.roll.filter(person__in=[person.pk for person in marks])}
    changes: list[Change] = []
    for person, one in marks.items():
        if person.pk not in rows:
            raise NotOnTheRoll
        before = Before(rows[person.pk], *MARK, about=person)
        _set(rows[person.pk], one.presence, Method.SHEET, by=by, at=at, reason=one.reason)
        changes += before.changes(rows[person.pk])
    _write(activity, list(rows.values()), at=at)
    record("activities.marked", by=by, at=at, subject=activity, people=len(rows), changes=changes)


@transaction.atomic
def take_marks_back(activity: Activity, *, by: Person, at: datetime) -> int:
    """撤销到会登记: nobody is marked any more but whoever was known to be on leave; it was not held. How many marks that were."""
    activity = open_for_change(activity)
    rows = list(activity.roll.exclude(presence=Presence.UNKNOWN).exclude(method=Method.PLAN).select_related("person"))
    changes: list[Change] = []
    for row in rows:
        before = Before(row, *MARK, about=row.person)
        _set(row, Presence.UNKNOWN, Method.SHEET, by=by, at=at, reason="")
        changes += before.changes(row)
    _write(activity, rows, at=at)
    record("activities.unmarked", by=by, at=at, subject=activity, people=len(rows), changes=changes)
    return len(rows)


@transaction.atomic
def all_others_present(activity: Activity, *, by: Person, at: datetime) -> int:
    """其余均到: the recorder states, with the signed sheet at hand, that everybody not yet marked is there. How many that was.

    Refused before the start: a record must not exist before what it records.
    """
    activity = open_for_change(activity)
    if at < activity.starts_at:
        raise TooEarly
    unmarked = activity.roll.filter(presence=Presence.UNKNOWN, expected=True)
    field = Attendance._meta.get_field("presence")
    changes = [
        change_of(field, "", Presence.PRESENT.value, about=label_of(row.person)) for row in unmarked.select_related("person")
    ]
    count = unmarked.update(presence=Presence.PRESENT, method=Method.ALL_OTHERS, marked_by=by.pk, marked_at=at)
    _hold(activity)
    record("activities.all_others_present", by=by, at=at, subject=activity, people=count, changes=changes)
    return count


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

    `picked` means that the name was only picked from a list: the recorder has to confirm it. Whether the record was locked is
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
    _hold(activity)
    record("activities.signed_in", by=person, at=at, subject=activity, picked=picked)
    return SignedIn(activity, is_first=True)


@transaction.atomic
def confirm(activity: Activity, *, by: Person, at: datetime) -> int:
    """The recorder confirms every name that was only picked on a phone; how many."""
    activity = open_for_change(activity)
    waiting = activity.roll.filter(method=Method.NAME_PICKED)
    count = waiting.update(method=Method.SHEET, marked_by=by.pk, marked_at=at)
    record("activities.marked", by=by, at=at, subject=activity, people=count)
    return count


@transaction.atomic
def ask_leave(activity: Activity, *, reason: str, by: Person, at: datetime, on_behalf_of: Person | None = None) -> None:
    """请假: a person on the roll says beforehand that and why she cannot come; or `by` types it for whoever telephoned."""
    activity = open_for_change(activity)
    row = activity.roll.filter(person=on_behalf_of or by).first()
    if row is None:
        raise NotOnTheRoll
    before = Before(row, *MARK, about=on_behalf_of or by)
    _set(row, Presence.LEAVE, Method.PLAN if on_behalf_of else Method.OWN, by=by, at=at, reason=reason)
    row.save()
    changes = before.changes(row)
    record("activities.asked_leave", by=by, at=at, subject=activity, on_behalf_of=on_behalf_of, changes=changes)


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


@transaction.atomic
def leave_out_of_count(activity: Activity, person: Person, *, basis: str, by: Person, at: datetime) -> None:
    """可以不计算在应到会人数之内 (C18): a fact of this meeting alone; basis: the superior's consent and the meeting's vote."""
    if not basis.strip():
        raise Refusal(_("Say on what basis: the superior's consent and the meeting's vote."))
    activity = open_for_change(activity)
    row = activity.roll.filter(person=person).first()
    if row is None:
        raise NotOnTheRoll
    before = Before(row, "not_counted", about=person)
    row.not_counted = basis.strip()
    row.save(update_fields=["not_counted"])
    changes = before.changes(row)
    record("activities.not_counted", by=by, at=at, subject=activity, person=str(person.pk), basis=basis, changes=changes)


def _set(row: Attendance, presence: Presence, method: Method, *, by: Person, at: datetime, reason: str) -> None:
    row.presence, row.reason = presence, reason
    unmarked = presence == Presence.UNKNOWN
    row.method = "" if unmarked else method
    row.marked_by, row.marked_at = (None, None) if unmarked else (by.pk, at)


def _write(activity: Activity, rows: list[Attendance], *, at: datetime) -> None:
    Attendance.objects.bulk_update(rows, ["presence", "reason", "method", "marked_by", "marked_at"])
    if any(row.is_there for row in rows):
        _hold(activity)
    elif activity.state == ActivityState.HELD and not was_held(activity):
        _become(activity, ActivityState.PLANNED)
        waiting.changed(activity, at=at)


def _hold(activity: Activity) -> None:
    if activity.state == ActivityState.PLANNED:
        _become(activity, ActivityState.HELD)
        waiting.held(activity)


def _become(activity: Activity, state: ActivityState) -> None:
    activity.state = state
    activity.save(update_fields=["state"])
