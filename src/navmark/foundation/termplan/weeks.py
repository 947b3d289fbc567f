"""The weeks of a term as a person counts them, with the days that are off or worked instead: plain values."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from navmark.foundation.almanac import periods
from navmark.foundation.almanac.arithmetic import school_year_of
from navmark.foundation.almanac.periods import Period
from navmark.foundation.almanac.terms import SchoolCalendar, TermDates
from navmark.foundation.almanac.workdays import MAKE_UP_DAY, WorkCalendar
from navmark.foundation.ui.marks import bracketed

ONE_DAY = timedelta(days=1)
AFTER_THE_TERM = timedelta(days=31)  # what is due so soon after its last day stands in its last week


@dataclass(frozen=True)
class DayOff:
    """Days of one holiday, or a day worked instead; `provisional` until the state has announced them."""

    name: str
    provisional: bool

    @property
    def words(self) -> str:
        return self.name + (bracketed(_("provisional")) if self.provisional else "")


@dataclass(frozen=True)
class TermWeek:
    """From `starts` to `ends`, both within the term."""

    number: int
    key: str
    starts: date
    ends: date
    days_off: tuple[DayOff, ...] = ()

    @property
    def name(self) -> str:
        return _("Week %(number)s") % {"number": self.number}

    @property
    def days(self) -> str:
        return between(self.starts, self.ends)

    def __contains__(self, day: date) -> bool:
        return self.starts <= day <= self.ends


def between(starts: date, ends: date) -> str:
    """11月23日—29日, 11月30日—12月6日; one day by itself."""
    if not (get_language() or "zh").startswith("zh"):
        return f"{starts.day} {starts:%b}" + (f" – {ends.day} {ends:%b}" if ends != starts else "")
    month = "" if ends.month == starts.month else f"{ends.month}月"
    return f"{starts.month}月{starts.day}日" + (f"—{month}{ends.day}日" if ends != starts else "")


def by_day(day: date) -> str:
    """11月30日前."""
    return _("by %(day)s") % {"day": between(day, day)}


def weeks_of(term: TermDates, work: WorkCalendar) -> list[TermWeek]:
    found = []
    for number, week in enumerate(periods.weeks_of(term.period), start=1):
        starts, ends = max(week.starts, term.starts), min(week.ends, term.ends)
        found.append(TermWeek(number, week.key, starts, ends, tuple(_days_off(starts, ends, work))))
    return found


def _days_off(starts: date, ends: date, work: WorkCalendar) -> Iterator[DayOff]:
    named = [
        (kind.name, kind.provisional and bool(kind.name), day) for day in _days(starts, ends) if (kind := work.day_kind(day))
    ]
    for (name, provisional), some in groupby(named, key=lambda one: one[:2]):
        if name:
            days = [day for _name, _provisional, day in some]
            told = _("%(days)s at work") if name == MAKE_UP_DAY else _("%(name)s, off %(days)s")
            yield DayOff(told % {"name": name, "days": between(days[0], days[-1])}, provisional)


def _days(starts: date, ends: date) -> list[date]:
    return [starts + n * ONE_DAY for n in range((ends - starts).days + 1)]


def week_at(weeks: list[TermWeek], day: date) -> int:
    """The place of the week in which the day lies: the first or the last for a day before or after."""
    return next((place for place, week in enumerate(weeks) if day <= week.ends), len(weeks) - 1)


def term_for(calendar: SchoolCalendar, day: date) -> TermDates:
    """The term of the day; in the holidays the one to come."""
    year = school_year_of(day)
    terms = [term for at in (year - 1, year, year + 1) for term in calendar.terms_of(at)]
    return next(term for term in terms if day <= term.ends)


def term_called(calendar: SchoolCalendar, key: str, day: date) -> TermDates:
    """The term of this key; where no term is called so, that of the day."""
    named = re.fullmatch(r"(20[0-9]{2})-20[0-9]{2}-([12])", key)
    if named is not None:
        found = calendar.terms_of(int(named[1]))[int(named[2]) - 1]
        if found.period.key == key:
            return found
    return term_for(calendar, day)


def neighbours(calendar: SchoolCalendar, term: TermDates) -> tuple[TermDates, TermDates]:
    """The term before and the term after."""
    if term.number == 1:
        return calendar.terms_of(term.year - 1)[1], calendar.terms_of(term.year)[1]
    return calendar.terms_of(term.year)[0], calendar.terms_of(term.year + 1)[0]


def label_of(term: TermDates) -> str:
    period: Period = term.period
    return period.label()
