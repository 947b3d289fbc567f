"""When school is on. The city sets the days yearly; until a school enters them, usual dates stand in, marked provisional."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from itertools import islice

from navmark.foundation.almanac import periods
from navmark.foundation.almanac.arithmetic import school_year_of
from navmark.foundation.almanac.periods import Period, PeriodKind
from navmark.foundation.almanac.workdays import NATIONAL, WorkCalendar

ONE_DAY = timedelta(days=1)
FEWEST = 5  # school days: less of a month is no month of school (1 to 5 July; a term that begins on 31 August)


@dataclass(frozen=True)
class TermDates:
    """One term: the calendar year its school year began in, 1 or 2, and both end days."""

    year: int
    number: int
    starts: date
    ends: date
    provisional: bool

    @property
    def period(self) -> Period:
        return periods.term(self.year, self.number, starts=self.starts, ends=self.ends)

    def __contains__(self, day: date) -> bool:
        return self.starts <= day <= self.ends


@cache
def usual_terms(year: int) -> tuple[TermDates, TermDates]:
    """The dates most schools would guess for the school year that begins in `year`: no term begins or ends on a day of rest."""
    return (
        TermDates(year, 1, _worked(date(year, 9, 1), ONE_DAY), _worked(date(year + 1, 1, 20), -ONE_DAY), provisional=True),
        TermDates(year, 2, _worked(date(year + 1, 2, 20), ONE_DAY), _worked(date(year + 1, 7, 5), -ONE_DAY), provisional=True),
    )


def _worked(day: date, step: timedelta) -> date:
    while not NATIONAL.day_kind(day).workday:
        day += step
    return day


class SchoolCalendar:
    """A school's terms and workdays, read once and asked often."""

    def __init__(self, entered: Callable[[], Iterable[TermDates]] = tuple, work: WorkCalendar = NATIONAL) -> None:
        self._told = entered
        self.work = work
        self._terms: dict[int, list[TermDates]] = {}
        self._last: dict[tuple[Period, bool], date | None] = {}

    @cached_property
    def _entered(self) -> dict[tuple[int, int], TermDates]:
        """Read when somebody asks for a term: whoever asks for workdays alone does without."""
        return {(term.year, term.number): term for term in self._told()}

    def terms_of(self, year: int) -> list[TermDates]:
        if year not in self._terms:
            self._terms[year] = [self._entered.get((term.year, term.number), term) for term in usual_terms(year)]
        return self._terms[year]

    def term_on(self, day: date) -> TermDates | None:
        """The term `day` lies in; None in the holidays. A term may begin in August, so the next school year is asked too."""
        year = school_year_of(day)
        return next((term for at in (year, year + 1) for term in self.terms_of(at) if day in term), None)

    def school_week(self, day: date) -> int | None:
        term = self.term_on(day)
        return periods.week_number(day, term.period) if term else None

    def week_on(self, day: date) -> Period | None:
        term = self.term_on(day)
        week = self.school_week(day)
        return periods.school_week(week, term.period) if term and week else None

    def is_school_day(self, day: date) -> bool:
        """Pupils are expected: in a term, on a day that is worked (make-up Sundays included)."""
        return self.term_on(day) is not None and self.work.day_kind(day).workday

    def is_worked(self, day: date, *, at_school: bool) -> bool:
        return self.is_school_day(day) if at_school else self.work.day_kind(day).workday

    def last_worked(self, period: Period, *, at_school: bool) -> date | None:
        """The last day of a period on which people are at work or, `at_school`, pupils are there; None where nobody is, or where
        so few school days lie within it that nobody would count it."""
        if (period, at_school) not in self._last:
            self._last[period, at_school] = self._last_worked(period, at_school=at_school)
        return self._last[period, at_school]

    def _last_worked(self, period: Period, *, at_school: bool) -> date | None:
        days = self._worked_back(period, at_school=at_school)
        last = next(days, None)
        if last and at_school and period.kind != PeriodKind.WEEK and len(list(islice(days, FEWEST - 1))) < FEWEST - 1:
            return None
        return last

    def _worked_back(self, period: Period, *, at_school: bool) -> Iterator[date]:
        """From the end of the period to its beginning."""
        day = period.ends
        while day >= period.starts:
            if self.is_worked(day, at_school=at_school):
                yield day
            day -= ONE_DAY
