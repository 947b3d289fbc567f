"""Who led what, and who was there."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from navmark.foundation.activities import kinds as activity_kinds
from navmark.foundation.activities.models import Activity, ActivityState, Attendance, Part
from navmark.foundation.activities.models.attendance import THERE
from navmark.foundation.activities.part_papers import values_in
from navmark.foundation.people.models import Person
from navmark.foundation.proceedings.models import AgendaItem
from navmark.pillars.demonstration.branch_life import kinds


@dataclass(frozen=True)
class Led:
    """What one person led in a year: meetings hosted, lectures given, segments led, items reported."""

    person: Person
    hosted: int
    lectures: int
    segments: int
    items: int

    @property
    def total(self) -> int:
        return self.hosted + self.lectures + self.segments + self.items


def led_by(people: list[Person], year: int) -> list[Led]:
    """Four queries, whatever the number of people; in the order in which the people are given, never by number.

    Only what was held counts, and no talk: that it took place is nobody's business but the two's.
    """
    open_ones = Activity.objects.exclude(pk__in=_private())
    activities = open_ones.filter(day__year=year, state=ActivityState.HELD)
    hosted = _count(activities, "host")
    lectures, segments = _on_papers(Part.objects.filter(activity__in=activities, kind__in=(kinds.LECTURE, kinds.THEME_DAY)))
    items = _count(AgendaItem.objects.filter(part__activity__in=activities), "reporter")
    return [
        Led(person, hosted.get(person.pk, 0), lectures[str(person.pk)], segments[str(person.pk)], items.get(person.pk, 0))
        for person in people
    ]


def _on_papers(parts: QuerySet[Part]) -> tuple[Counter[str], Counter[str]]:
    """Lectures by lecturer, segments by leader: from a paper a week at the most. Two queries."""
    lectures: Counter[str] = Counter()
    segments: Counter[str] = Counter()
    for values in values_in(parts).values():
        lectures.update(filter(None, [values.get("lecturer")]))
        rows = [*(values.get("fixed") or ()), *(values.get("optional") or ())]
        segments.update(row["leader"] for row in rows if row.get("leader"))
    return lectures, segments


def _private() -> QuerySet:
    return Part.objects.filter(kind__in=activity_kinds.private_kinds()).values("activity")


def _count(rows, who: str) -> dict:
    counted = rows.filter(**{f"{who}__isnull": False}).order_by().values(who).annotate(times=Count("pk"))
    return {row[who]: row["times"] for row in counted}


@dataclass(frozen=True)
class Attended:
    person: Person
    there: int
    excused: int
    due: int


def attendance_of_all(people: list[Person], year: int) -> list[Attended]:
    """Attendance of the year for the committee's eyes: one query; in reading order, never by number; talks left out."""
    rows = Attendance.objects.filter(expected=True, activity__day__year=year, activity__state=ActivityState.HELD)
    rows = rows.exclude(activity__in=_private())
    counted = rows.order_by().values("person").annotate(
        there=Count("pk", filter=Q(presence__in=THERE)), excused=Count("pk", filter=Q(presence="leave")), due=Count("pk")
    )  # fmt: skip
    by_person = {row["person"]: row for row in counted}
    empty = {"there": 0, "excused": 0, "due": 0}
    return [
        Attended(person, **{name: by_person.get(person.pk, empty)[name] for name in ("there", "excused", "due")})
        for person in people
    ]
