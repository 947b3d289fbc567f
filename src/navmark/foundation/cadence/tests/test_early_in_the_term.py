"""What is owed once a term may be due in its first weeks: who wrote it in the holidays has done it. Plain values."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from navmark.foundation.almanac.terms import SchoolCalendar
from navmark.foundation.cadence.spans import spans


def owed(week, day, *, rests=True, since=None):
    told = SimpleNamespace(period="term", weeks=[week] if week else [], fixed=None, rests=rests)
    return list(spans(told, day, SchoolCalendar(), {}, since=since))


@pytest.mark.parametrize(
    ("week", "due"),
    [
        (1, "2026-09-04 2027-02-26"),
        (2, "2026-09-11 2027-03-05"),
        (5, "2026-09-30 2027-03-26"),  # 第五周三起放国庆假
        (6, "2026-10-10 2027-04-02"),  # 10日周六调休上班
        (99, "2027-01-20 2027-07-05"),  # a term has fewer weeks
        (None, "2027-01-20 2027-07-05"),
    ],
)
def test_it_is_due_on_the_last_school_day_of_its_week(week, due):
    assert " ".join(f"{span.due_on}" for span in owed(week, date(2026, 9, 1))) == due


def test_it_counts_from_the_end_of_the_term_before_to_the_end_of_its_own():
    """It asks only while its term is on: nobody is asked in the holidays."""
    first, second = owed(2, date(2026, 8, 1))
    assert (first.opens_on, first.closes_on, first.ends_on) == (date(2026, 9, 1), date(2026, 9, 13), date(2027, 1, 20))
    holidays = date(2026, 7, 3), date(2026, 7, 4), date(2026, 8, 31), date(2027, 1, 20), date(2027, 1, 21)
    assert [first.holds(day) for day in holidays] == [False, True, True, True, False]
    assert [second.holds(day) for day in holidays] == [False, False, False, False, True]


def test_each_day_counts_for_one_term_at_most():
    found = owed(2, date(2027, 12, 1), since=date(2026, 8, 1))
    days = (date(2026, 8, 1) + timedelta(days=number) for number in range(400))
    assert {sum(span.holds(day) for span in found) for day in days} == {1}
