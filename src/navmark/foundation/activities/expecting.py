"""Who must come: the roll of an activity as its parts and the day have it."""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.utils.translation import override

from navmark.foundation.activities import kinds, roll
from navmark.foundation.activities.models import Activity, Attendance, Method, Presence
from navmark.foundation.people import queries as people
from navmark.foundation.people.models import Person


def refresh_roll(activity: Activity, chosen: Sequence[Person] = (), *, by: Person, at: datetime) -> None:
    """Bring the roll into line with who must come that day: add whom it lacks, drop who need not come and is unmarked."""
    due = {person.pk: person for person in chosen}
    for part in activity.parts.all():
        due.update((person.pk, person) for person in roll.audience(kinds.kind(part.kind), activity.unit, activity.day, chosen))
    known = {row.person_id: row for row in activity.roll.all()}
    stale = [row.pk for key, row in known.items() if row.expected and key not in due and _is_untouched(row)]
    activity.roll.filter(pk__in=stale).delete()
    lacking = [person for key, person in due.items() if key not in known]
    with override(settings.LANGUAGE_CODE):  # the reason is kept, and printed, in the school's language
        away = people.reasons_away(lacking, activity.day, unit=activity.unit)
    Attendance.objects.bulk_create(_new_row(activity, person, away.get(person.pk), by=by, at=at) for person in lacking)


def _is_untouched(row: Attendance) -> bool:
    return row.presence == Presence.UNKNOWN or row.method == Method.PLAN


def _new_row(activity: Activity, person: Person, reason: str | None, *, by: Person, at: datetime) -> Attendance:
    row = Attendance(activity=activity, person=person)
    if reason is not None:
        row.presence, row.reason, row.method = Presence.LEAVE, reason, Method.PLAN
        row.marked_by, row.marked_at = by.pk, at
    return row
