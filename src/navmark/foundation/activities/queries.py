"""Reads about activities that are more than a filter."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from navmark.foundation.activities import kinds
from navmark.foundation.activities.models import Activity, ActivityState, Attendance, Part, Presence
from navmark.foundation.activities.models.attendance import THERE
from navmark.foundation.people.access import INSIDERS
from navmark.foundation.people.circles import people_in
from navmark.foundation.people.models import Person, Unit


def latest(kind: str, unit: Unit, *, before: datetime) -> Activity | None:
    """The unit's latest activity with a part of this kind that began before `before`: the source of time and place defaults."""
    rows = Activity.objects.filter(parts__kind=kind, unit=unit, starts_at__lt=before)
    return rows.exclude(state=ActivityState.CANCELLED).order_by("-starts_at").first()


def planned_in(kind: str, unit: UUID, first: date, last: date) -> Activity | None:
    """What does, or did, what is due of this kind and unit between two days."""
    rows = Activity.objects.filter(parts__kind=kind, unit=unit, day__range=(first, last))
    return rows.exclude(state=ActivityState.CANCELLED).order_by("starts_at").first()


def attendance_of(person: Person, first: date, last: date) -> list[Attendance]:
    """A person's own roll between two days, newest first; for that person alone."""
    rows = Attendance.objects.filter(person=person, expected=True, activity__day__range=(first, last))
    return list(
        rows.exclude(activity__state=ActivityState.CANCELLED)
        .select_related("activity")
        .prefetch_related("activity__parts")
        .order_by("-activity__starts_at")
    )


@dataclass(frozen=True)
class Attended:
    """How often one person was expected in a year, was there, and was excused."""

    person: Person
    due: int = 0
    there: int = 0
    excused: int = 0


def attendance_of_all(people: Iterable[Person], year: int) -> list[Attended]:
    """In the order in which the people are given, never by number; what two keep between them left out. One query."""
    held = open_to_others(Activity.objects.filter(day__year=year, state=ActivityState.HELD))
    there, excused = Q(presence__in=THERE), Q(presence=Presence.LEAVE)
    rows = Attendance.objects.filter(expected=True, activity__in=held).order_by().values("person")
    counted = rows.annotate(due=Count("pk"), there=Count("pk", filter=there), excused=Count("pk", filter=excused))
    by_person = {row.pop("person"): row for row in counted}
    return [Attended(person, **by_person.get(person.pk, {})) for person in people]


def open_to_others(rows: QuerySet[Activity]) -> QuerySet[Activity]:
    """Without what two keep between them."""
    return rows.exclude(pk__in=Part.objects.filter(kind__in=kinds.private_kinds()).values("activity"))


def could_observe(activity: Activity) -> list[Person]:
    """列席: people of the house that day who have no place on the roll yet, in the order of names. One query."""
    ours = people_in(INSIDERS, None, on=activity.day)
    return list(ours.exclude(pk__in=activity.roll.values("person")).order_by("sort_key", "pk"))


def clashes(activity: Activity, people: Iterable[Person]) -> list[Attendance]:
    """Marks that put one of `people` into another activity at the same time: 同一人同一时间在两处."""
    ends = activity.ends_at or activity.starts_at
    rows = Attendance.objects.filter(person__in=[person.pk for person in people], presence__in=THERE)
    rows = rows.exclude(activity=activity).exclude(activity__state=ActivityState.CANCELLED)
    overlap = Q(activity__starts_at__lt=ends, activity__ends_at__gt=activity.starts_at)
    overlap |= Q(activity__ends_at__isnull=True, activity__starts_at=activity.starts_at)
    return list(rows.filter(overlap).select_related("activity", "person"))
