"""The year at a glance: units x months, who led what, and the register."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from navmark.foundation.activities import kinds as activity_kinds
from navmark.foundation.activities.models import Activity, ActivityState, Attendance, Part
from navmark.foundation.activities.models.attendance import THERE
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.proceedings.models import AgendaItem, Minutes, MinutesState
from navmark.foundation.sheets.writing import Field, Sheet, workbook
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.models import LectureNote, Segment

MONTHS = range(1, 13)
REGISTER_HEAD = tuple(
    Field(label) for label in ("序号", "日期", "组织", "会议类型", "名称", "地点", "主持人", "记录人", "应到", "实到", "决定事项")
)


@dataclass(frozen=True)
class Cell:
    """One kind, unit and month: the meetings of it, and the worst of their states as a word that the page explains."""

    state: str  # "locked" | "held" | "planned" | ""
    days: tuple[date, ...]


@dataclass(frozen=True)
class Row:
    kind: activity_kinds.Kind
    unit: Unit
    cells: tuple[Cell, ...]

    @property
    def count(self) -> int:
        return sum(len(cell.days) for cell in self.cells if cell.state in ("held", "locked"))


def year_matrix(units: Iterable[Unit], year: int) -> list[Row]:
    """A row for each kind and unit that holds it. Talks are left out: that they took place is nobody's business but the two's."""
    parts = Part.objects.filter(activity__day__year=year).exclude(activity__state=ActivityState.CANCELLED)
    locked = set(Minutes.objects.filter(state=MinutesState.LOCKED).values_list("activity", flat=True))
    found: dict[tuple, list[tuple[date, str]]] = defaultdict(list)
    for part in parts.select_related("activity").order_by("activity__starts_at"):
        activity = part.activity
        state = "locked" if activity.pk in locked else activity.state
        found[part.kind, activity.unit_id, activity.day.month].append((activity.day, state))
    return [
        Row(kind, unit, tuple(_cell(found[kind.code, unit.pk, month]) for month in MONTHS))
        for kind in kinds.KINDS
        for unit in units
        if kind.code != kinds.TALK and kind.unit_kind == unit.kind
    ]


def _cell(meetings: list[tuple[date, str]]) -> Cell:
    states = {state for _day, state in meetings}
    worst = next((state for state in (ActivityState.PLANNED.value, ActivityState.HELD.value, "locked") if state in states), "")
    return Cell(worst, tuple(day for day, _state in meetings))


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
    """Four queries, whatever the number of people; in the order in which the people are given, never by number."""
    hosted = _count(Activity.objects.exclude(state=ActivityState.CANCELLED).filter(day__year=year), "host")
    lectures = _count(LectureNote.objects.filter(part__activity__day__year=year), "lecturer")
    segments = _count(Segment.objects.filter(part__activity__day__year=year), "leader")
    items = _count(AgendaItem.objects.filter(part__activity__day__year=year), "reporter")
    return [
        Led(person, hosted.get(person.pk, 0), lectures.get(person.pk, 0), segments.get(person.pk, 0), items.get(person.pk, 0))
        for person in people
    ]


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
    """Attendance of the year for the committee's eyes: one query; in reading order, never by number."""
    rows = Attendance.objects.filter(expected=True, activity__day__year=year, activity__state=ActivityState.HELD)
    counted = rows.order_by().values("person").annotate(
        there=Count("pk", filter=Q(presence__in=THERE)), excused=Count("pk", filter=Q(presence="leave")), due=Count("pk")
    )  # fmt: skip
    by_person = {row["person"]: row for row in counted}
    empty = {"there": 0, "excused": 0, "due": 0}
    return [
        Attended(person, **{name: by_person.get(person.pk, empty)[name] for name in ("there", "excused", "due")})
        for person in people
    ]


def register_workbook(activities: Iterable[Activity], year: int) -> bytes:
    """会议登记 of a year as XLSX."""
    return workbook([Sheet(name=f"{year}", title=f"{year}年度会议登记", fields=REGISTER_HEAD, rows=register(activities))])


def register(activities: Iterable[Activity]) -> list[list[str]]:
    """会议登记: one line a meeting, in order of time."""
    rows = []
    for number, activity in enumerate(activities, start=1):
        there = sum(row.is_there for row in activity.roll.all() if row.expected)
        due = sum(row.expected for row in activity.roll.all())
        parts = "；".join(str(activity_kinds.kind(part.kind).title) for part in activity.parts.all())
        decided = "；".join(
            decision.text for part in activity.parts.all() for item in part.items.all() for decision in item.decisions.all()
        )
        rows.append(
            [str(number), f"{activity.day:%Y-%m-%d}", activity.unit.name, parts, activity.title, activity.place,
             activity.host.name if activity.host else "", activity.recorder.name if activity.recorder else "",
             str(due), str(there), decided]
        )  # fmt: skip
    return rows
