"""Writing who teaches what where."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction

from navmark.foundation.audit.actions import record
from navmark.foundation.people.models import Person, Teaching, Unit


@transaction.atomic
def teach(person: Person, *, unit: Unit, subject: str, from_day: date, by: Person, at: datetime) -> Teaching:
    """The person teaches this subject in this class from that day, beside whoever does; said twice it is one fact."""
    row, made = Teaching.objects.get_or_create(
        person=person, unit=unit, subject=subject.strip(), to_day=None, school_id=unit.school_id, defaults={"from_day": from_day}
    )
    if made:
        record("people.teaching", by=by, at=at, subject=person, unit=unit.pk, what=row.subject, from_day=from_day)
    return row


@transaction.atomic
def end_teaching(row: Teaching, *, last_day: date, by: Person, at: datetime) -> Teaching:
    """Raises EndsBeforeItBegins."""
    facts = {"unit": row.unit_id, "what": row.subject, "last_day": last_day}
    record("people.teaching", by=by, at=at, subject=row.person, changes=row.end_on(last_day), **facts)
    return row


@transaction.atomic
def set_teaching(
    wanted: Mapping[tuple[Unit, str], Sequence[Person]], *, from_day: date, by: Person, at: datetime
) -> tuple[int, int]:
    """From that day these people, and nobody else, teach each (class, subject) named: how many began, how many ended.

    What is not named stays. A repeat changes nothing.
    """
    units = {unit.pk: unit for unit, _subject in wanted}
    held = Teaching.objects.filter(unit__in=units, to_day__isnull=True)
    open_rows = {(row.unit_id, row.subject, row.person_id): row for row in held}
    due = {(unit.pk, subject, person.pk): person for (unit, subject), people in wanted.items() for person in people}
    scope = {(unit.pk, subject) for unit, subject in wanted}
    ended = [row for key, row in open_rows.items() if key[:2] in scope and key not in due]
    for row in ended:
        row.end_before(from_day)
    begun = [
        Teaching(unit=units[unit], subject=subject, person=person, from_day=from_day)
        for (unit, subject, _pk), person in due.items()
        if (unit, subject, person.pk) not in open_rows
    ]
    Teaching.objects.bulk_create(begun)
    if begun or ended:
        record("people.teaching", by=by, at=at, begun=len(begun), ended=len(ended), from_day=from_day)
    return len(begun), len(ended)
