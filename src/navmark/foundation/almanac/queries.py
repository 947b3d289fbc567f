"""The active school's calendar. Read it once for a page: two queries, however many days are asked; one for workdays alone."""

from datetime import date

from navmark.foundation.almanac.models import HolidayNotice, Term
from navmark.foundation.almanac.terms import SchoolCalendar, TermDates
from navmark.foundation.almanac.workdays import WorkCalendar
from navmark.foundation.tenancy.scope import read_once


def school_calendar() -> SchoolCalendar:
    return SchoolCalendar(lambda: (term.dates for term in Term.objects.all()), work_calendar())


def work_calendar() -> WorkCalendar:
    return read_once("almanac.work", lambda: WorkCalendar(row.notice for row in HolidayNotice.objects.all()))


def term_on(day: date) -> TermDates | None:
    return school_calendar().term_on(day)


def school_week(day: date) -> int | None:
    return school_calendar().school_week(day)


def is_school_day(day: date) -> bool:
    return school_calendar().is_school_day(day)
