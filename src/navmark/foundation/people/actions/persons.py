"""Writing who somebody is."""

from datetime import datetime
from typing import Any

from django.db import transaction

from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before
from navmark.foundation.people.actions.engagements import engage
from navmark.foundation.people.identity import id_key, indexed
from navmark.foundation.people.models import Person
from navmark.foundation.people.refusals import NumberTaken

DETAILS = (
    "name",
    "sex",
    "born",
    "born_precision",
    "staff_number",
    "pupil_number",
    "ethnicity",
    "education",
    "subject",
    "job",
    "phone",
    "id_number",
    "address",
)


@transaction.atomic
def add_person(*, name: str, by: Person | None, at: datetime, engagement: str = "", **details: Any) -> Person:
    """Add a person, and what the person is at this school (`engagement`, an EngagementKind) if it is said.

    Raises NumberTaken when the staff, pupil or identity number is somebody else's.
    """
    person = indexed(Person(name=name, **_known(details)))
    _refuse_taken_numbers(person)
    person.save()
    record("people.added", by=by, at=at, subject=person, name=name)
    if engagement:
        engage(person, kind=engagement, by=by, at=at)
    return person


@transaction.atomic
def change_person(person: Person, *, by: Person | None, at: datetime, **details: Any) -> Person:
    """Correct details; the trail names the fields, never the sealed values. Raises NumberTaken as `add_person` does."""
    changed = [field for field, value in _known(details).items() if getattr(person, field) != value]
    if not changed:
        return person
    before = Before(person, *changed)
    for field in changed:
        setattr(person, field, details[field])
    _refuse_taken_numbers(indexed(person))
    person.save()
    record("people.changed", by=by, at=at, subject=person, fields=changed, changes=before.changes(person))
    return person


def _known(details: dict[str, Any]) -> dict[str, Any]:
    unknown = set(details) - set(DETAILS)
    if unknown:
        raise TypeError(f"a person has no {', '.join(sorted(unknown))}")
    return details


def _refuse_taken_numbers(person: Person) -> None:
    keys = {"staff_number": person.staff_number, "pupil_number": person.pupil_number, "id_index": id_key(person.id_number)}
    for field, value in keys.items():
        holder = Person.objects.filter(**{field: value}).exclude(pk=person.pk).first() if value else None
        if holder is not None:
            raise NumberTaken(holder.name)
