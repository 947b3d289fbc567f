"""The columns of a register of several kinds: what every meeting has, in the school's language; other rooms add theirs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from navmark.foundation.activities import kinds
from navmark.foundation.activities.models import Activity, ActivityState, Part
from navmark.foundation.activities.queries import open_to_others
from navmark.foundation.activities.shelves import Shelf
from navmark.foundation.tables.writing import Field, Worksheet

HEAD = (
    Field("序号", "integer"), Field("日期", "date"), Field("组织"), Field("会议类型"), Field("名称"), Field("地点"),
    Field("主持人"), Field("记录人"), Field("应到", "integer"), Field("实到", "integer"), Field("状态"),
)  # fmt: skip
Told = Callable[[Sequence[Activity]], Mapping[UUID, Any]]  # one value an activity, in a constant number of queries
_more: list[tuple[Field, Told]] = []


def add_column(label: str, told: Told) -> None:
    _more.append((Field(label), told))


def of_year(shelf: Shelf, rows: QuerySet[Activity], year: int) -> QuerySet[Activity]:
    """Of these, what was held or is planned in a year, in order of time; nothing that two keep between them."""
    here = Part.objects.filter(kind__in=shelf.codes).values("activity")
    found = open_to_others(rows.filter(day__year=year, pk__in=here)).exclude(state=ActivityState.CANCELLED)
    return found.order_by("starts_at", "pk").select_related("unit", "host", "recorder")


def worksheet(rows: QuerySet[Activity], title: str) -> Worksheet:
    activities = list(rows.prefetch_related("parts", "roll"))
    return Worksheet(title[:31], [*HEAD, *(field for field, _told in _more)], list(_lines(activities)), title=title)


def _lines(activities: Sequence[Activity]) -> Iterator[list[Any]]:
    """One a meeting; numbers and days as such, so that a spreadsheet can add and sort."""
    more = [told(activities) for _field, told in _more]
    for number, one in enumerate(activities, start=1):
        held_as = "；".join(str(kinds.kind(part.kind).title) for part in one.parts.all())
        people = [person.name if person else "" for person in (one.host, one.recorder)]
        own = [number, one.day, one.unit.name, held_as, one.title, one.place, *people, *_numbers(one), _state(one)]
        yield [*own, *(values.get(one.pk, "") for values in more)]


def _numbers(one: Activity) -> tuple[int | None, int | None]:
    """应到, 实到; how many were there is known only of what was held."""
    due = one.due_count or sum(row.expected for row in one.roll.all())
    there = one.there_count or sum(row.is_there for row in one.roll.all() if row.expected)
    return due, None if one.state == ActivityState.PLANNED else there


def _state(one: Activity) -> str:
    if one.closed_at is not None:
        return "已锁定"
    return {ActivityState.PLANNED: "已安排", ActivityState.CANCELLED: "已取消"}.get(ActivityState(one.state), "已召开")
