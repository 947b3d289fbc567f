"""The days on which a duty changes by itself, and those on which its owner is reminded of it."""

from datetime import date, timedelta

from navmark.foundation.cadence.models import Cadence, Duty
from navmark.foundation.statute.book import RuleUnknown, rule

ONE_DAY = timedelta(days=1)
A_WEEK = timedelta(days=7)


def set_due(duty: Duty, due_on: date | None, *, grace_days: int, closes_on: date | None = None) -> None:
    """Set the due day and what follows from it. It is late after the days of rest that follow, the last of them `closes_on`."""
    closes = max(closes_on or due_on, due_on) if due_on else None
    duty.due_on = due_on
    duty.late_on = closes + (1 + grace_days) * ONE_DAY if closes else None
    duty.next_change_on = duty.late_on


def asks_from(duty: Duty) -> date | None:
    """From when its owner is reminded: the month that its rule names (A22: October), else a week before it is due."""
    if duty.due_on is None:
        return None
    return month_of_the_rule(duty) or duty.due_on - A_WEEK


def month_of_the_rule(duty: Duty) -> date | None:
    """The first day of the month from which its rule asks for it, if it names one."""
    month = _month(duty.cadence, duty.due_on) if duty.cadence and duty.due_on else None
    return date(duty.due_on.year, month, 1) if month and duty.due_on else None


def names_a_month(cadence: Cadence, on: date) -> bool:
    return _month(cadence, on) is not None


def _month(cadence: Cadence, on: date) -> int | None:
    try:
        found = rule(cadence.rule_id, on=on).numbers.get("remind_from_month")
    except RuleUnknown:
        return None
    return int(found) if found else None


def first_notice_on(duty: Duty) -> date | None:
    asked = asks_from(duty)
    return max(asked, duty.opens_on) if asked and duty.closed_at is None else None


def next_notice_after(duty: Duty, day: date) -> date | None:
    """Once ahead and once when it is late."""
    return duty.late_on if duty.late_on and duty.late_on > day else None
