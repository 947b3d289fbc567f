"""Facts with dates: compare what a row says with what is on record, note what differs, say it in words.

Each function returns the changes it noted; none when the record says so already. `on` is the day of the import: where a table
says that something is different now but not since when, it is different since that day.
"""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from navmark.foundation.people.importing.details import in_words, knows_better
from navmark.foundation.people.importing.register import KnownPeople
from navmark.foundation.people.models import (
    Absence,
    Engagement,
    EngagementKind,
    PartyStatus,
    Person,
    Post,
    Status,
    Unit,
    UnitKind,
    UnitMembership,
)
from navmark.foundation.people.models.status import MEMBER_STATUSES
from navmark.foundation.people.naming import name_on
from navmark.foundation.tables.cells import WrittenDate
from navmark.foundation.tables.preview import Change

DAY = timedelta(days=1)


def engaged(register: KnownPeople, person: Person, kind: str) -> list[Change]:
    """On the staff, on the roll. Somebody who left is not taken back by a table that still lists the name."""
    rows = register.engagements[person.pk]
    if any(row.kind == kind for row in rows):
        return []
    rows.append(register.add(Engagement(person=person, kind=kind)))
    return [Change(_("Kind"), "", str(EngagementKind(kind).label))]


def left(register: KnownPeople, person: Person, leaving: str, *, day: date | None, on: date) -> list[Change]:
    """No longer on the staff; where the table names no day, since before the product came into use, or since today."""
    rows = [row for row in register.engagements[person.pk] if row.kind == EngagementKind.STAFF]
    if not rows or any(row.leaving for row in rows):
        return []
    row = rows[0]
    row.leaving = leaving
    row.to_day = day or (on if not row._state.adding else min(on, register.in_use_since) - DAY)
    register.change(row)
    return [Change(_("Left"), "", row.get_leaving_display())]


def has_left(register: KnownPeople, person: Person) -> bool:
    rows = [row for row in register.engagements[person.pk] if row.kind == EngagementKind.STAFF]
    return bool(rows) and all(row.leaving for row in rows)


def status(
    register: KnownPeople,
    person: Person,
    branch: Unit,
    wanted: str,
    *,
    since: WrittenDate | None,
    joined: WrittenDate | None = None,
    on: date,
) -> list[Change]:
    """Party status. `joined` is 入党: the probationary time from then to the eve of 转正 is history worth keeping.

    Whoever moves to another branch is there since the day of the import: `since` says when the standing began, not the place.
    """
    held = register.statuses[person.pk]
    now = held[0] if held else None
    if now and (now.status, now.branch_id) == (wanted, branch.pk):
        return _status_since(register, now, since)
    if now and now.status in MEMBER_STATUSES and wanted not in MEMBER_STATUSES:
        return []
    before = now.get_status_display() if now else ""
    moves = now is not None and now.branch_id != branch.pk
    begins = WrittenDate(on, "day") if moves or (now and since is None) else since
    if now is not None and begins is not None:
        give_way(register, now, begins.on)
    if wanted == Status.FULL and (now is None or now.status not in MEMBER_STATUSES):
        _probation(register, person, branch, joined=joined, since=since)
    register.statuses[person.pk] = [register.add(_standing(person, branch, wanted, begins))]
    return [Change(_("Party status"), before, register.statuses[person.pk][0].get_status_display())]


def _probation(
    register: KnownPeople, person: Person, branch: Unit, *, joined: WrittenDate | None, since: WrittenDate | None
) -> None:
    """The time from 入党 to the eve of 转正, where both are known."""
    if joined is not None and since is not None and joined.on < since.on:
        past = _standing(person, branch, Status.PROBATIONARY, joined)
        past.to_day = since.on - DAY
        register.add(past)


def _standing(person: Person, branch: Unit, status: str, begins: WrittenDate | None) -> PartyStatus:
    row = PartyStatus(person=person, branch=branch, status=status)
    if begins is not None:
        row.from_day, row.from_precision = begins.on, begins.precision
    return row


def _status_since(register: KnownPeople, now: PartyStatus, since: WrittenDate | None) -> list[Change]:
    """A month does not take away the day that is on record."""
    if since is None or (now.from_day, now.from_precision or "day") == (since.on, since.precision):
        return []
    if knows_better(now.from_day, now.from_precision, since):
        return []
    before = in_words(now.from_day, now.from_precision)
    now.from_day, now.from_precision = since.on, since.precision
    register.change(now)
    return [Change(_("Party status since"), before, in_words(now.from_day, now.from_precision))]


def give_way(register: KnownPeople, row: PartyStatus | UnitMembership | Post, begins: date) -> None:
    """What was true ends on the eve; what had not begun by then is removed, for it would share a day with what begins."""
    eve = begins - DAY
    if row.from_day is not None and row.from_day > eve:
        register.remove(row)
        return
    row.to_day = eve
    register.change(row)


def place(register: KnownPeople, person: Person, unit: Unit, *, on: date) -> list[Change]:
    """The one unit of its kind the person belongs to. A first place has no first day; a move begins on the day of the import."""
    places = register.places[person.pk]
    now = next((row for row in places if row.unit.kind == unit.kind), None)
    if now and now.unit_id == unit.pk:
        return []
    if now is not None:
        give_way(register, now, on)
        places.remove(now)
    places.append(register.add(UnitMembership(person=person, unit=unit, from_day=on if now else None)))
    return [Change(str(UnitKind(unit.kind).label), name_on(now.unit, on) if now else "", name_on(unit, on))]


def absence(register: KnownPeople, person: Person, kind: str, *, start: date | None, end: date | None, note: str) -> list[Change]:
    """Away from `start` to `end`. The same absence with another end is corrected."""
    rows = register.absences[person.pk]
    same = next((row for row in rows if (row.kind, row.from_day) == (kind, start)), None)
    if same is None:
        rows.append(register.add(Absence(person=person, kind=kind, from_day=start, to_day=end, note=note)))
        return [Change(str(rows[-1].get_kind_display()), "", note)]
    if (same.to_day, same.note) == (end, note):
        return []
    before, same.to_day, same.note = same.note, end, note
    register.change(same)
    return [Change(str(same.get_kind_display()), before, note)]
