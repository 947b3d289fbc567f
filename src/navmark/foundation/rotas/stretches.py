"""The periods for which a turn is given, by the school's calendar: plain values."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import models
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from navmark.foundation.almanac import periods
from navmark.foundation.almanac.arithmetic import WEEK, add_months, monday_of
from navmark.foundation.almanac.periods import Period, PeriodKind
from navmark.foundation.almanac.terms import SchoolCalendar
from navmark.foundation.ui.dates import cn_date

ONE_DAY = timedelta(days=1)
FARTHEST = timedelta(days=400)  # beyond it nobody plans, and no calendar is known


class Recurrence(models.TextChoices):
    DAY = "day", gettext_lazy("every day")
    SCHOOL_DAY = "school_day", gettext_lazy("every school day")
    SCHOOL_NIGHT = "school_night", gettext_lazy("every night before a school day")  # when boarders sleep at school
    WEEK = "week", gettext_lazy("every week")
    SCHOOL_WEEK = "school_week", gettext_lazy("every school week")
    MONTH = "month", gettext_lazy("every month")
    TERM = "term", gettext_lazy("every term")


@dataclass(frozen=True)
class Stretch:
    """From `starts` to `ends`, both included. The key alone identifies it within its rota and never changes."""

    key: str
    starts: date
    ends: date

    def as_period(self, every: str) -> Period:
        return Period(PeriodKind.MONTH if every == Recurrence.MONTH else PeriodKind.WEEK, self.key, self.starts, self.ends)


def stretches(
    every: str, calendar: SchoolCalendar, *, on: date, ahead: int, rests: bool = False, weeks: Collection[int] = ()
) -> list[Stretch]:
    """The stretch that holds `on` and those after it, `ahead` in all; fewer where the calendar ends. Days and weeks of the school
    are passed over where it is off, and so are months of what `rests` in the holidays; of `weeks` of a term the others."""
    found: list[Stretch] = []
    for one in _from(every, calendar, on):
        if weeks and periods.number_of_week(one.key) not in weeks:
            continue
        if rests and every == Recurrence.MONTH and calendar.last_worked(one.as_period(every), at_school=True) is None:
            continue
        if len(found) == ahead or one.starts > on + FARTHEST:
            break
        found.append(one)
    return found


def stretch_on(every: str, calendar: SchoolCalendar, day: date) -> Stretch | None:
    """The one in which the day lies."""
    one = next(_from(every, calendar, day), None)
    return one if one is not None and one.starts <= day <= one.ends else None


def _from(every: str, calendar: SchoolCalendar, on: date) -> Iterator[Stretch]:
    return _WALKS[every](calendar, on)


def _days(calendar: SchoolCalendar, on: date, *, of_school: bool = False) -> Iterator[Stretch]:
    for count in range(FARTHEST.days):
        day = on + count * ONE_DAY
        if not of_school or calendar.is_school_day(day):
            yield Stretch(day.isoformat(), day, day)


def _nights(calendar: SchoolCalendar, on: date) -> Iterator[Stretch]:
    for one in _days(calendar, on):
        if calendar.is_school_day(one.starts + ONE_DAY):
            yield one


def _weeks(calendar: SchoolCalendar, on: date, *, of_school: bool = False) -> Iterator[Stretch]:
    for count in range(FARTHEST.days // 7):
        monday = monday_of(on) + count * WEEK
        days = [monday + n * ONE_DAY for n in range(7)]
        if not of_school:
            yield Stretch(f"{monday:%G-W%V}", monday, days[-1])
        elif school := [day for day in days if calendar.is_school_day(day)]:
            week = calendar.week_on(school[0])
            yield Stretch(week.key if week else f"{monday:%G-W%V}", monday, days[-1])


def _months(_calendar: SchoolCalendar, on: date) -> Iterator[Stretch]:
    for count in range(FARTHEST.days // 28):
        month = periods.month_of(add_months(on.replace(day=1), count))
        yield Stretch(month.key, month.starts, month.ends)


def _terms(calendar: SchoolCalendar, on: date) -> Iterator[Stretch]:
    for year in range(on.year - 1, on.year + 2):
        yield from (Stretch(one.period.key, one.starts, one.ends) for one in calendar.terms_of(year) if one.ends >= on)


_WALKS: dict[str, Callable[[SchoolCalendar, date], Iterator[Stretch]]] = {
    Recurrence.DAY: _days,
    Recurrence.SCHOOL_DAY: lambda calendar, on: _days(calendar, on, of_school=True),
    Recurrence.SCHOOL_NIGHT: _nights,
    Recurrence.WEEK: _weeks,
    Recurrence.SCHOOL_WEEK: lambda calendar, on: _weeks(calendar, on, of_school=True),
    Recurrence.MONTH: _months,
    Recurrence.TERM: _terms,
}


def called(key: str, starts: date, ends: date) -> str:
    """第13周（11月23日—29日）; a day by its date, a month and a term by their names."""
    if starts == ends:
        return cn_date(starts)
    if len(key) == len("2026-11"):
        return periods.month_of(starts).label()
    term, _dash, week = key.rpartition("-W")
    if not _dash:
        return periods.period_label(periods.PeriodKind.TERM, key)
    if len(term) == len("2026"):
        return _between(starts, ends)
    words = _("Week %(number)s (%(days)s)")
    return words % {"number": int(week), "days": _between(starts, ends)}


def _between(starts: date, ends: date) -> str:
    """11月23日—29日."""
    if not (get_language() or "zh").startswith("zh"):
        return f"{starts.day} {starts:%b} – {ends.day} {ends:%b}"
    month = "" if ends.month == starts.month else f"{ends.month}月"
    return f"{starts.month}月{starts.day}日—{month}{ends.day}日"
