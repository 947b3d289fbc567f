"""When school is on. The city sets the days yearly; until a school enters them, usual dates stand in, marked provisional."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from navmark.foundation.almanac import periods
from navmark.foundation.almanac.arithmetic import school_year_of
from navmark.foundation.almanac.periods import Period
from navmark.foundation.almanac.workdays import NATIONAL, WorkCalendar


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


def usual_terms(year: int) -> tuple[TermDates, TermDates]:
    """The dates most schools would guess for the school year that begins in `year`."""
    return (
        TermDates(year, 1, date(year, 9, 1), date(year + 1, 1, 20), provisional=True),
        TermDates(year, 2, date(year + 1, 2, 20), date(year + 1, 7, 5), provisional=True),
    )


class SchoolCalendar:
    """A school's terms and workdays, read once and asked often."""

    def __init__(self, entered: Iterable[TermDates] = (), work: WorkCalendar = NATIONAL) -> None:
        self._entered = {(term.year, term.number): term for term in entered}
        self.work = work

    def terms_of(self, year: int) -> list[TermDates]:
        return [self._entered.get((term.year, term.number), term) for term in usual_terms(year)]

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
