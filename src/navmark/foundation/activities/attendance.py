"""Every mark on the roll: who was there, late, on leave and why. A mark is always somebody's act; one's own: `signing_in.py`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from navmark.foundation.activities import waiting
from navmark.foundation.activities.actions import was_held
from navmark.foundation.activities.completing import open_for_change
from navmark.foundation.activities.models import Activity, ActivityState, Attendance, Method, Presence
from navmark.foundation.activities.refusals import (
    NotOnTheRoll,
    TooEarly,
)
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
    hold(activity)
    waiting.attended(activity, day=activity.day, at=at)
    record("activities.all_others_present", by=by, at=at, subject=activity, people=count, changes=changes)
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
    waiting.attended(activity, day=activity.day, at=at)
    changes = before.changes(row)
    record("activities.asked_leave", by=by, at=at, subject=activity, on_behalf_of=on_behalf_of, changes=changes)


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
        hold(activity)
    elif activity.state == ActivityState.HELD and not was_held(activity):
        _become(activity, ActivityState.PLANNED)
        waiting.changed(activity, at=at)
    waiting.attended(activity, day=activity.day, at=at)


def hold(activity: Activity) -> None:
    if activity.state == ActivityState.PLANNED:
        _become(activity, ActivityState.HELD)
        waiting.held(activity)


def _become(activity: Activity, state: ActivityState) -> None:
    activity.state = state
    activity.save(update_fields=["state"])
