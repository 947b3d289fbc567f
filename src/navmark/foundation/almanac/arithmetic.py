"""Months are not equally long, so "N months later" needs a rule: the same day of the month, or its last day.

Civil Code 202; the day something starts is not counted (201), so a span of N months ends on the day `add_months` names.
"""

from calendar import monthrange
from datetime import date, timedelta

WEEK = timedelta(days=7)


def add_months(day: date, months: int) -> date:
    """The same day of the month, `months` later (or earlier); the month's last day where that day does not exist."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_years(day: date, years: int) -> date:
    return add_months(day, years * 12)


def months_between(earlier: date, later: date) -> int:
    """Whole months that have passed: the largest n with `add_months(earlier, n) <= later`. Negative when reversed."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    return months if add_months(earlier, months) <= later else months - 1


def quarter_of(day: date) -> int:
    return (day.month - 1) // 3 + 1


def half_of(day: date) -> int:
    return (day.month - 1) // 6 + 1


def month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def school_year_of(day: date) -> int:
    """The calendar year in which the school year (September to August) of `day` began."""
    return day.year if day.month >= 9 else day.year - 1
