"""The stretches of days for which a cadence makes duties: from a day on to the period after today's, as the school was told."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from typing import Protocol

from navmark.foundation.almanac import periods
from navmark.foundation.almanac.arithmetic import school_year_of
from navmark.foundation.almanac.periods import Period, PeriodKind
from navmark.foundation.almanac.terms import SchoolCalendar

ONE_DAY = timedelta(days=1)
PARTY_YEAR_OPENS = (10, 1)  # 一般安排在第四季度
LATEST_CLOSE = (3, 31)  # of the following year, as a guess that makes nothing late


def party_year_of(day: date) -> int:
    """年度 to which a yearly meeting of that day belongs: those of January to March mostly close the year before."""
    return day.year - 1 if (day.month, day.day) <= LATEST_CLOSE else day.year


class Often(Protocol):
    """What of a cadence decides its periods; `fixed` is the (month, day) of a yearly fixed day, `weeks` the numbers of those of a
    term that count, if not each does; of what is owed once a term, that by whose end it is due. What `rests` is asked for while
    pupils are at school."""

    period: str
    weeks: Collection[int]

    @property
    def fixed(self) -> tuple[int, int] | None: ...

    @property
    def rests(self) -> bool: ...


@dataclass(frozen=True)
class Span:
    """One period of one cadence. `due_on` is None while the superior's notice has not come. What is not done by the end of
    `closes_on`, the last of the days of rest that follow, is late; what is done by `ends_on` counts, of what is due early in its
    period also what is done from `counts_from` on, before it opens."""

    key: str
    opens_on: date
    due_on: date | None
    closes_on: date | None
    ends_on: date
    counts_from: date | None = None

    def holds(self, day: date) -> bool:
        """Whether what is done that day counts for it."""
        return (self.counts_from or self.opens_on) <= day <= self.ends_on


def spans(
    cadence: Often, day: date, calendar: SchoolCalendar, closings: Mapping[int, date], *, since: date | None = None
) -> Iterator[Span]:
    """Every period from the one that holds `since` (or `day` itself) to the one after `day`'s; of 年度 also the one before."""
    since = min(since or day, day)
    if cadence.period == PeriodKind.PARTY_YEAR:
        yield from (party_year(year, closings) for year in range(since.year - 1, day.year + 1))
    elif cadence.period == PeriodKind.DAY:
        yield from _fixed_days(cadence.fixed, since, day)
    elif cadence.period == PeriodKind.TERM and cadence.weeks:
        yield from _early(max(cadence.weeks), since, day, calendar, rests=cadence.rests)
    else:
        found = _periods(PeriodKind(cadence.period), since, day, calendar, cadence.weeks)
        yield from filter(None, (dated(period, calendar, rests=cadence.rests) for period in found))


def _periods(kind: PeriodKind, since: date, day: date, calendar: SchoolCalendar, weeks: Collection[int]) -> list[Period]:
    if kind == PeriodKind.TERM:
        return _terms(since, day, calendar)
    if kind == PeriodKind.WEEK:
        return [one for one in _weeks(since, day, calendar) if not weeks or periods.number_of_week(one.key) in weeks]
    if kind == PeriodKind.SCHOOL_YEAR:
        return [periods.school_year(year) for year in range(school_year_of(since), school_year_of(day) + 2)]
    ends = periods.each(kind, starts=day, ends=day)[0].ends
    return periods.each(kind, starts=since, ends=ends + ONE_DAY)


def dated(period: Period, calendar: SchoolCalendar, *, rests: bool) -> Span | None:
    """Due on its last workday, of what rests on its last school day; None where it has none."""
    last = calendar.last_worked(period, at_school=rests)
    if last is None:
        return None
    closes = last
    while closes < period.ends and not calendar.is_worked(closes + ONE_DAY, at_school=False):
        closes += ONE_DAY
    return Span(period.key, period.starts, last, closes, period.ends)


def whole(period: Period) -> Span:
    """Due at its end, whoever works then."""
    return Span(period.key, period.starts, period.ends, period.ends, period.ends)


def ends_of(kind: PeriodKind, opens_on: date) -> date | None:
    """The last day of a period that opens then, where every such period is as long; None of terms and of what a notice sets."""
    if kind == PeriodKind.WEEK:
        return opens_on + 6 * ONE_DAY
    if kind == PeriodKind.SCHOOL_YEAR:
        return periods.school_year(opens_on.year).ends
    regular = (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.YEAR)
    return periods.each(kind, starts=opens_on, ends=opens_on)[0].ends if kind in regular else None


def party_year(year: int, closings: Mapping[int, date]) -> Span:
    """The 年度 of the almanac as it is owed: from autumn on, due on the day of the superior's notice, once that has come."""
    due_on = closings.get(year)
    period = periods.party_year(year, closes=due_on or date(year + 1, *LATEST_CLOSE))
    return Span(period.key, date(year, *PARTY_YEAR_OPENS), due_on, due_on, period.ends)


def _fixed_days(fixed: tuple[int, int] | None, since: date, day: date) -> Iterator[Span]:
    """A fixed day of each year (3月5日), asked for from a week before: what is held in that week counts."""
    for year in range(since.year, day.year + 2) if fixed else ():
        on = date(year, *fixed)
        if on >= since and (on < day or date(year - 1, *fixed) < day):
            yield Span(periods.fixed_day(on).key, on - 7 * ONE_DAY, on, on, on)


def _early(week: int, since: date, day: date, calendar: SchoolCalendar, *, rests: bool) -> Iterator[Span]:
    """Each term, due by the end of its week of this number: who writes it in the holidays before has done it."""
    years = range(school_year_of(since) - 1, school_year_of(day) + 2)
    ended = [term.ends for year in years for term in calendar.terms_of(year)]
    for term in _terms(since, day, calendar):
        before = max(ends for ends in ended if ends < term.starts)
        found = filter(None, (dated(one, calendar, rests=rests) for one in list(periods.weeks_of(term))[week - 1 :: -1]))
        for last in islice(found, 1):
            yield replace(last, key=term.key, opens_on=term.starts, ends_on=term.ends, counts_from=before + ONE_DAY)


def _terms(since: date, day: date, calendar: SchoolCalendar) -> list[Period]:
    """Terms from `since` on; the last are the term of `day`, or in the holidays the next one, and the one after."""
    years = range(school_year_of(since), school_year_of(day) + 2)
    found = sorted((term.period for year in years for term in calendar.terms_of(year)), key=lambda period: period.starts)
    later = [period for period in found if period.ends >= day]
    return [period for period in found if since <= period.ends < day] + later[:2]


def _weeks(since: date, day: date, calendar: SchoolCalendar) -> list[Period]:
    """School weeks, the one after `day`'s included; none in the holidays."""
    weeks = [week for term in _terms(since, day, calendar) for week in periods.weeks_of(term)]
    return [week for week in weeks if week.ends >= since and week.starts <= day + 7 * ONE_DAY]
