from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navmark.foundation.almanac.arithmetic import add_months, add_years, months_between, school_year_of

days = st.dates(date(1990, 1, 1), date(2080, 12, 31))
spans = st.integers(0, 600)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 7, 10), 12, date(2027, 7, 10)),
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
        (date(2026, 11, 15), 2, date(2027, 1, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 1), -1, date(2025, 12, 1)),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last_day_of_the_month(start, months, end):
    assert add_months(start, months) == end


@given(days, spans)
def test_adding_months_lands_in_the_right_month_and_never_after_the_day(day, months):
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day


@given(days, days, spans)
def test_a_later_start_never_makes_an_earlier_deadline(one, other, months):
    earlier, later = sorted((one, other))
    assert add_months(earlier, months) <= add_months(later, months)


@given(days, days)
def test_months_between_counts_whole_months_only(one, other):
    earlier, later = sorted((one, other))
    months = months_between(earlier, later)
    assert add_months(earlier, months) <= later < add_months(earlier, months + 1)


@pytest.mark.parametrize(
    ("later", "months"), [(date(2026, 7, 19), 1), (date(2026, 7, 20), 2), (date(2026, 5, 20), 0), (date(2026, 5, 19), -1)]
)
def test_months_between_turns_on_the_day_itself(later, months):
    assert months_between(date(2026, 5, 20), later) == months


def test_a_term_of_three_years_from_a_leap_day_ends_on_the_last_of_february():
    assert add_years(date(2024, 2, 29), 3) == date(2027, 2, 28)


def test_the_school_year_turns_in_september():
    assert school_year_of(date(2026, 8, 31)) == 2025
    assert school_year_of(date(2026, 9, 1)) == 2026
    assert school_year_of(date(2027, 1, 31)) == 2026
