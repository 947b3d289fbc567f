"""Writing who answers for which child."""

from datetime import date, datetime

from django.db import transaction

from navmark.foundation.audit.actions import record
from navmark.foundation.people.actions.engagements import engage
from navmark.foundation.people.models import EngagementKind, Guardianship, Person


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
