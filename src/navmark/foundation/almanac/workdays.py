"""Which days are worked. The state says so a year at a time; until then the days that the law itself fixes are off.

A count that reaches a year not yet announced is provisional.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

import chinese_calendar

from navmark.foundation.almanac import statutory
from navmark.foundation.almanac.holidays import YearNotice, national_notices

MAKE_UP_DAY = "调休上班"
_CHINESE_NAMES = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "Mid-autumn Festival": "中秋节",
    "National Day": "国庆节",
    "Anti-Fascist 70th Day": "抗战胜利七十周年纪念日",
}


class DayKind(NamedTuple):
    """Whether a day is worked; the holiday's Chinese name, or "" on an ordinary day."""

    workday: bool
    name: str
    provisional: bool


class CountedDay(NamedTuple):
    value: date
    provisional: bool


class CountedDays(NamedTuple):
    value: int
    provisional: bool


class WorkCalendar:
    """The notices that came with the product, with a school's own in their place where it imported one."""

    def __init__(self, own: Iterable[YearNotice] = ()) -> None:
        self.notices: Mapping[int, YearNotice] = {**national_notices(), **{notice.year: notice for notice in own}}
        self._off = {day: name for notice in self.notices.values() for day, name in notice.off.items()}
        self._work = frozenset(day for notice in self.notices.values() for day in notice.work)

    def day_kind(self, day: date) -> DayKind:
        if day in self._off:
            return DayKind(workday=False, name=self._off[day], provisional=False)
        if day in self._work:
            return DayKind(workday=True, name=MAKE_UP_DAY, provisional=False)
        return _of_the_law(day, is_announced=True) if day.year in self.notices else _from_library(day)

    def add_workdays(self, day: date, count: int) -> CountedDay:
        """The last of `count` workdays after `day` (before it, when negative); `day` itself is not counted."""
        step = timedelta(days=1 if count > 0 else -1)
        provisional = False
        left = abs(count)
        while left:
            day += step
            kind = self.day_kind(day)
            left -= kind.workday
            provisional |= kind.provisional
        return CountedDay(day, provisional)

    def worked_by(self, day: date, *, since: date) -> date:
        """The day itself if it is worked, else the last workday before it that lies after `since`, else the next."""
        worked = day
        while worked > since and not self.day_kind(worked).workday:
            worked -= timedelta(days=1)
        return worked if worked > since else self.add_workdays(day, 1).value

    def workdays_between(self, earlier: date, later: date) -> CountedDays:
        """Workdays after `earlier`, up to and including `later`; 0 when `later` is not later."""
        after = (earlier + timedelta(days=n) for n in range(1, (later - earlier).days + 1))
        kinds = [self.day_kind(day) for day in after]
        return CountedDays(sum(kind.workday for kind in kinds), any(kind.provisional for kind in kinds))


def _from_library(day: date) -> DayKind:
    """Years we hold no notice of: as the library knows them, else the law's own days and the weekends."""
    try:
        off, name = chinese_calendar.get_holiday_detail(day)
    except NotImplementedError:
        return _of_the_law(day, is_announced=False)
    if off:
        return DayKind(workday=False, name=_CHINESE_NAMES.get(name or "", ""), provisional=False)
    return DayKind(workday=True, name=MAKE_UP_DAY if day.weekday() >= 5 else "", provisional=False)


def _of_the_law(day: date, *, is_announced: bool) -> DayKind:
    """A weekday, unless it is one of the law's days off: such a day that a year's notice passes over was left out in copying."""
    name = statutory.days_off(day.year).get(day, "")
    return DayKind(workday=day.weekday() < 5 and not name, name=name, provisional=bool(name) or not is_announced)


NATIONAL = WorkCalendar()
day_kind = NATIONAL.day_kind
add_workdays = NATIONAL.add_workdays
workdays_between = NATIONAL.workdays_between
