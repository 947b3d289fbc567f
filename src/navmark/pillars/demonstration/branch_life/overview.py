"""Who led what."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from navmark.foundation.activities.models import Activity, ActivityState, Part
from navmark.foundation.activities.part_papers import values_in
from navmark.foundation.activities.queries import open_to_others
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


def led_by(people: list[Person], year: int) -> list[Led]:
    """Four queries, whatever the number of people; in the order in which the people are given, never by number.

    Only what was held counts, and no talk: that it took place is nobody's business but the two's.
    """
    activities = open_to_others(Activity.objects.filter(day__year=year, state=ActivityState.HELD))
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


def _count(rows, who: str) -> dict:
    counted = rows.filter(**{f"{who}__isnull": False}).order_by().values(who).annotate(times=Count("pk"))
    return {row[who]: row["times"] for row in counted}
