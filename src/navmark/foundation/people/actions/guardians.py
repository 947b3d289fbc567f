"""Writing who answers for which child. A guardian who works here, or whom another child brought along, is one person."""

from datetime import date, datetime

from django.db import transaction

from navmark.foundation.audit.actions import record
from navmark.foundation.people.actions.engagements import engage
from navmark.foundation.people.actions.persons import add_person, change_person
from navmark.foundation.people.models import Engagement, EngagementKind, Guardianship, Leaving, Person


@transaction.atomic
def add_guardian(
    child: Person,
    *,
    name: str,
    relation: str,
    phone: str,
    by: Person | None,
    at: datetime,
    from_day: date | None = None,
    known: Person | None = None,
) -> Guardianship:
    """Name a guardian: `known`, who gets the phone only where none is on record, or somebody new of this name."""
    guardian = known or add_person(name=name, phone=phone, by=by, at=at)
    if phone and not guardian.phone:
        change_person(guardian, phone=phone, by=by, at=at)
    return name_guardian(child, guardian=guardian, relation=relation, by=by, at=at, from_day=from_day)


@transaction.atomic
def name_guardian(
    child: Person, *, guardian: Person, relation: str, by: Person | None, at: datetime, from_day: date | None = None
) -> Guardianship:
    """This adult answers for this child; the relation of a pair that is known already is corrected."""
    engage(guardian, kind=EngagementKind.GUARDIAN, by=by, at=at)
    values = {"relation": relation, "from_day": from_day, "to_day": None}
    row, _made = Guardianship.objects.update_or_create(guardian=guardian, child=child, defaults=values)
    record("people.guardian", by=by, at=at, subject=child, guardian=guardian.pk, relation=relation)
    return row


@transaction.atomic
def end_guardian(row: Guardianship, *, last_day: date, by: Person | None, at: datetime) -> Guardianship:
    """The adult answers for the child no more; who answers for no other child is a guardian no more. A colleague works on."""
    changes = row.end_on(last_day)
    if not Guardianship.objects.filter(guardian=row.guardian_id, to_day__isnull=True).exists():
        known_as = Engagement.objects.filter(person=row.guardian_id, kind=EngagementKind.GUARDIAN, to_day__isnull=True)
        known_as.not_after(last_day).update(to_day=last_day, leaving=Leaving.OTHER)
    facts = {"guardian": row.guardian_id, "last_day": last_day}
    record("people.guardian_ended", by=by, at=at, subject=row.child, changes=changes, **facts)
    return row
