"""A stretch of days with a name people use: 2026年11月, 第一学期第12周, 2026年度.

A key alone identifies a period within its school and never changes, even when the city moves a term's first day or the
superior moves the closing of a 年度: what was due for a period stays tied to it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from navmark.foundation.almanac.arithmetic import WEEK, add_months, half_of, monday_of, month_end, quarter_of
from navmark.foundation.almanac.words import period_label

ONE_DAY = timedelta(days=1)


class PeriodKind(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    TERM = "term"
    SCHOOL_YEAR = "school_year"
    PARTY_YEAR = "party_year"


@dataclass(frozen=True)
class Period:
    """From `starts` to `ends`, both included."""

    kind: PeriodKind
    key: str
    starts: date
    ends: date

    def __post_init__(self) -> None:
        if self.ends < self.starts:
            raise ValueError(f"{self.key} would end on {self.ends}, before it starts on {self.starts}.")

    def __contains__(self, day: date) -> bool:
        return self.starts <= day <= self.ends

    def days(self) -> Iterator[date]:
        return (self.starts + timedelta(days=n) for n in range((self.ends - self.starts).days + 1))

    def label(self, lang: str | None = None) -> str:
        """Its name in `lang` (a Django language code), or in the language of the page."""
        return period_label(self.kind, self.key, lang)


def fixed_day(day: date) -> Period:
    return Period(PeriodKind.DAY, day.isoformat(), day, day)


def month_of(day: date) -> Period:
    return Period(PeriodKind.MONTH, f"{day:%Y-%m}", day.replace(day=1), month_end(day))


def quarter(day: date) -> Period:
    number = quarter_of(day)
    starts = date(day.year, number * 3 - 2, 1)
    return Period(PeriodKind.QUARTER, f"{day.year}-Q{number}", starts, month_end(add_months(starts, 2)))


def half_year(day: date) -> Period:
    number = half_of(day)
    starts = date(day.year, number * 6 - 5, 1)
    return Period(PeriodKind.HALF, f"{day.year}-H{number}", starts, month_end(add_months(starts, 5)))


def year_of(day: date) -> Period:
    return Period(PeriodKind.YEAR, f"{day.year}", date(day.year, 1, 1), date(day.year, 12, 31))


def party_year(year: int, *, closes: date) -> Period:
    """年度: begins on 1 January of its label year and closes on the day the superior's notice names, often the next spring."""
    return Period(PeriodKind.PARTY_YEAR, yearly_key(year), date(year, 1, 1), closes)


def yearly_key(year: int) -> str:
    """Of the 年度 of that label year, on whatever day it closes."""
    return f"party-{year}"


def school_year(year: int) -> Period:
    return Period(PeriodKind.SCHOOL_YEAR, f"{year}-{year + 1}", date(year, 9, 1), date(year + 1, 8, 31))


def term(year: int, number: int, *, starts: date, ends: date) -> Period:
    """The first or second term of the school year that began in `year`."""
    if number not in (1, 2):
        raise ValueError(f"A school year has term 1 and term 2, not term {number}.")
    return Period(PeriodKind.TERM, f"{year}-{year + 1}-{number}", starts, ends)


def week_number(day: date, of: Period) -> int | None:
    """The school week of `day` in a term; week 1 is the Monday-based week that holds the term's first day."""
    return (monday_of(day) - monday_of(of.starts)).days // 7 + 1 if day in of else None


def school_week(number: int, of: Period) -> Period:
    """Week `number` of a term, Monday to Sunday. Raises ValueError outside the term."""
    starts = monday_of(of.starts) + (number - 1) * WEEK
    if number < 1 or starts > of.ends:
        raise ValueError(f"Term {of.key} has no week {number}.")
    return Period(PeriodKind.WEEK, f"{of.key}-W{number:02d}", starts, starts + WEEK - ONE_DAY)


def number_of_week(key: str) -> int | None:
    """Of a school week's key; None of any other."""
    _term, is_week, number = key.rpartition("-W")
    return int(number) if is_week else None


def weeks_of(of: Period) -> list[Period]:
    return [school_week(number, of) for number in range(1, (week_number(of.ends, of) or 0) + 1)]


def each(kind: PeriodKind, *, starts: date, ends: date) -> list[Period]:
    """Every month, quarter, half-year, year or day that touches the span, in order.

    Terms, weeks and party years depend on what the school was told: ask its `SchoolCalendar`.
    """
    make = {
        PeriodKind.DAY: fixed_day,
        PeriodKind.MONTH: month_of,
        PeriodKind.QUARTER: quarter,
        PeriodKind.HALF: half_year,
        PeriodKind.YEAR: year_of,
    }[kind]
    found = []
    while starts <= ends:
        found.append(make(starts))
        starts = found[-1].ends + ONE_DAY
    return found
