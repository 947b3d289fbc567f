"""Writing why somebody need not come, and why somebody may not vote."""

from datetime import date, datetime
from typing import TypeVar

from django.db import transaction

from navmark.foundation.audit.actions import record
from navmark.foundation.people.dated import Dated
from navmark.foundation.people.models import Absence, Exemption, Person, RightsSuspension
from navmark.foundation.people.refusals import EndsBeforeItBegins

Row = TypeVar("Row", bound=Dated)


@transaction.atomic
def note_absence(
    person: Person, *, kind: str, from_day: date, by: Person | None, at: datetime, to_day: date | None = None, note: str = ""
) -> Absence:
    row = _begun(Absence(person=person, kind=kind, note=note, from_day=from_day, to_day=to_day))
    record("people.absence", by=by, at=at, subject=person, what=kind, from_day=from_day, to_day=to_day)
    return row


@transaction.atomic
def exempt(
    person: Person, *, reason: str, from_day: date, by: Person, at: datetime, approved_by: Person | None = None
) -> Exemption:
    """Attendance and study are no hard requirement for this member (教育管理条例第二十三条); the vote stays."""
    row = _begun(Exemption(person=person, reason=reason, from_day=from_day, approved_by=approved_by))
    record("people.exempted", by=by, at=at, subject=person, from_day=from_day)
    return row


@transaction.atomic
def suspend(
    person: Person, *, basis: str, from_day: date, by: Person, at: datetime, to_day: date | None = None
) -> RightsSuspension:
    """The member has no vote from that day: 留党察看, 留置, 逮捕."""
    row = _begun(RightsSuspension(person=person, basis=basis, from_day=from_day, to_day=to_day))
    record("people.suspended", by=by, at=at, subject=person, from_day=from_day, to_day=to_day)
    return row


@transaction.atomic
def end_absence(row: Absence, *, last_day: date, by: Person, at: datetime) -> Absence:
    return _ended(row, "people.absence_ended", last_day=last_day, by=by, at=at)


@transaction.atomic
def end_exemption(row: Exemption, *, last_day: date, by: Person, at: datetime) -> Exemption:
    return _ended(row, "people.exemption_ended", last_day=last_day, by=by, at=at)


@transaction.atomic
def end_suspension(row: RightsSuspension, *, last_day: date, by: Person, at: datetime) -> RightsSuspension:
    return _ended(row, "people.suspension_ended", last_day=last_day, by=by, at=at)


def _begun(row: Row) -> Row:
    if row.from_day and row.to_day and row.to_day < row.from_day:
        raise EndsBeforeItBegins
    row.save()
    return row


def _ended(row: Row, kind: str, *, last_day: date, by: Person, at: datetime) -> Row:
    changes = row.end_on(last_day)
    record(kind, by=by, at=at, subject=row.person, last_day=last_day, changes=changes)
    return row
