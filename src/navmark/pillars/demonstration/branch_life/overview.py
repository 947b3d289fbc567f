"""Who led what, who was there, and the register of a year. The year at a glance is in `year_queries.py`."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet

from navmark.foundation.activities import kinds as activity_kinds
from navmark.foundation.activities.models import Activity, ActivityState, Attendance, Part
from navmark.foundation.activities.models.attendance import THERE
from navmark.foundation.people.models import Person
from navmark.foundation.proceedings.models import AgendaItem
from navmark.foundation.tables.writing import Field, Worksheet, workbook
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.models import LectureNote, Segment

REGISTER_HEAD = (
    Field("序号", "integer"), Field("日期", "date"), Field("组织"), Field("会议类型"), Field("名称"), Field("地点"),
    Field("主持人"), Field("记录人"), Field("应到", "integer"), Field("实到", "integer"), Field("状态"), Field("决定事项"),
)  # fmt: skip


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
    parts = {"part__activity__in": activities}
    hosted = _count(activities, "host")
    lectures = _count(LectureNote.objects.filter(**parts), "lecturer")
    segments = _count(Segment.objects.filter(**parts), "leader")
    items = _count(AgendaItem.objects.filter(**parts), "reporter")
    return [
        Led(person, hosted.get(person.pk, 0), lectures.get(person.pk, 0), segments.get(person.pk, 0), items.get(person.pk, 0))
        for person in people
    ]


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


def in_register(activities: QuerySet[Activity], year: int) -> QuerySet[Activity]:
    """Of these, the year's meetings of this mechanism in order of time, ready to be listed; no talk and nothing cancelled."""
    parts = Part.objects.filter(kind__in=[kind.code for kind in kinds.KINDS]).values("activity")
    talks = Part.objects.filter(kind=kinds.TALK).values("activity")
    rows = activities.filter(day__year=year, pk__in=parts).exclude(pk__in=talks).exclude(state=ActivityState.CANCELLED)
    return rows.order_by("starts_at", "id").select_related("unit", "host", "recorder")


def register_workbook(activities: QuerySet[Activity], year: int) -> bytes:
    """会议登记 of a year as XLSX, of these meetings."""
    rows = register(activities.prefetch_related("parts__items__decisions", "roll"))
    return workbook([Worksheet(name=f"{year}", title=f"{year}年度会议登记", fields=REGISTER_HEAD, rows=rows)])


def register(activities: Iterable[Activity]) -> list[list[Any]]:
    """会议登记: one line a meeting, in order of time; numbers and days as such, so that a spreadsheet can add and sort.

    How many were there is known only of what was held.
    """
    rows = []
    for number, activity in enumerate(activities, start=1):
        there = sum(row.is_there for row in activity.roll.all() if row.expected)
        due = sum(row.expected for row in activity.roll.all())
        parts = "；".join(str(activity_kinds.kind(part.kind).title) for part in activity.parts.all())
        decided = "；".join(
            decision.text for part in activity.parts.all() for item in part.items.all() for decision in item.decisions.all()
        )
        rows.append(
            [number, activity.day, activity.unit.name, parts, activity.title, activity.place,
             activity.host.name if activity.host else "", activity.recorder.name if activity.recorder else "",
             due, None if activity.state == ActivityState.PLANNED else there, _state(activity), decided]
        )  # fmt: skip
    return rows


def _state(activity: Activity) -> str:
    if activity.closed_at is not None:
        return "已锁定"
    return "已安排" if activity.state == ActivityState.PLANNED else "已召开"
