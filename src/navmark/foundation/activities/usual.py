"""What is usual of a kind, with which its plan opens where last time says nothing. A mechanism says it on its kind."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Literal

from django.utils.functional import Promise

from navmark.foundation.people.models import Person, Unit, UnitKind
from navmark.foundation.people.naming import name_on


@dataclass(frozen=True)
class Hands:
    """Who hosts and who records it by the rules of its kind; None: nobody is known."""

    host: Person | None = None
    recorder: Person | None = None


def by_day(what: str | Promise, unit: Unit, day: date) -> str:
    """三年级(2)班主题班会（11月20日）; 名师工作室活动 where the kind, 工作室活动, begins with the last word of the unit."""
    owner, kind = "" if unit.kind == UnitKind.SCHOOL else name_on(unit, day), str(what)
    shared = next((n for n in range(len(kind), 1, -1) if owner.endswith(kind[:n])), 0)
    return f"{owner}{kind[shared:]}（{day.month}月{day.day}日）"


@dataclass(frozen=True, kw_only=True)
class Usual:
    """`notice`: days that people need to know of it; none where nobody is called together. `day_as_last`: what of the day of
    last time stays. `hands`: without it as last time, else the head of the unit, and whoever plans it.
    `title`: of the kind's own name; asked in the school's language."""

    start: time = time(8, 0)
    length: timedelta = timedelta(minutes=40)
    notice: int = 0
    day_as_last: Literal["weekday", "day of the month", ""] = "weekday"
    hands: Callable[[Unit, date], Hands] | None = None
    title: Callable[[str | Promise, Unit, date], str] = by_day


USUAL = Usual()
