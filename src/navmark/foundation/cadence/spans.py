"""The stretch of days for which a cadence makes a duty: the current period and the next, within what the school was told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

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


@dataclass(frozen=True)
class Span:
    """One period of one cadence. `due_on` is None while the superior's notice has not come."""

    key: str
    opens_on: date
    due_on: date | None


def spans(kind: str, day: date, calendar: SchoolCalendar, closings: Mapping[int, date]) -> Iterator[Span]:
    """The period that `day` lies in and the next one; for 年度 also the one before, which may still be open."""
    if kind == PeriodKind.PARTY_YEAR:
        yield from (party_year(year, closings) for year in (day.year - 1, day.year))
    elif kind == PeriodKind.TERM:
        yield from map(whole, _terms(day, calendar))
    elif kind == PeriodKind.WEEK:
        yield from map(whole, _weeks(day, calendar))
    elif kind == PeriodKind.SCHOOL_YEAR:
        yield from (whole(periods.school_year(year)) for year in (school_year_of(day), school_year_of(day) + 1))
    else:
        here = periods.each(PeriodKind(kind), starts=day, ends=day)[0]
        yield whole(here)
        yield whole(periods.each(PeriodKind(kind), starts=here.ends + ONE_DAY, ends=here.ends + ONE_DAY)[0])


def whole(period: Period) -> Span:
    return Span(period.key, period.starts, period.ends)


def party_year(year: int, closings: Mapping[int, date]) -> Span:
    return Span(f"party-{year}", date(year, *PARTY_YEAR_OPENS), closings.get(year))


def _terms(day: date, calendar: SchoolCalendar) -> list[Period]:
    """The term of `day`, or in the holidays the next one; and the one after."""
    years = (school_year_of(day), school_year_of(day) + 1)
    later = [term.period for year in years for term in calendar.terms_of(year) if term.ends >= day]
    return sorted(later, key=lambda period: period.starts)[:2]


def _weeks(day: date, calendar: SchoolCalendar) -> list[Period]:
    return [week for on in (day, day + 7 * ONE_DAY) if (week := calendar.week_on(on)) is not None]
