from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from navmark.foundation.almanac import statutory
from navmark.foundation.almanac.holidays import YearNotice, national_notices
from navmark.foundation.almanac.workdays import WorkCalendar, add_workdays, day_kind, workdays_between

NEXT_YEAR = YearNotice.of_spans(2027, [("元旦", date(2027, 1, 1), date(2027, 1, 3))], [("元旦", date(2027, 1, 9))])


def test_vector_40_five_workdays_after_a_monday_end_the_next_monday():
    assert add_workdays(date(2026, 11, 23), 5) == (date(2026, 11, 30), False)


def test_vector_40_a_count_that_touches_an_unannounced_year_is_provisional():
    assert add_workdays(date(2026, 12, 28), 5) == (date(2027, 1, 5), True)  # 1 January is off by law


def test_the_count_is_firm_once_the_school_pasted_the_notice():
    assert WorkCalendar([NEXT_YEAR]).add_workdays(date(2026, 12, 28), 5) == (date(2027, 1, 5), False)


def test_a_count_that_stays_inside_known_years_is_firm_up_to_the_last_day():
    assert add_workdays(date(2026, 12, 28), 3) == (date(2026, 12, 31), False)


@pytest.mark.parametrize(
    ("posted", "fifth_day"),
    [(date(2026, 9, 18), date(2026, 9, 24)), (date(2026, 9, 28), date(2026, 10, 10))],
)
def test_vector_6_make_up_days_count_and_holidays_do_not(posted, fifth_day):
    assert add_workdays(posted, 5) == (fifth_day, False)


@pytest.mark.parametrize(
    ("posted", "listed", "full_days"),
    [
        (date(2026, 9, 18), date(2026, 9, 28), 5),
        (date(2026, 9, 28), date(2026, 10, 12), 5),
        (date(2026, 9, 18), date(2026, 9, 23), 3),
        (date(2026, 9, 18), date(2026, 9, 24), 4),
        (date(2026, 9, 28), date(2026, 10, 5), 2),
    ],
)
def test_vector_6_full_workdays_between_posting_and_listing(posted, listed, full_days):
    assert workdays_between(posted, listed - timedelta(days=1)) == (full_days, False)


@pytest.mark.parametrize(
    ("day", "workday", "name"),
    [
        (date(2026, 9, 20), True, "调休上班"),
        (date(2026, 10, 1), False, "国庆节"),
        (date(2026, 11, 28), False, ""),
        (date(2026, 11, 23), True, ""),
        (date(2025, 10, 6), False, "国庆节、中秋节"),
        (date(2024, 10, 1), False, "国庆节"),
        (date(2024, 10, 12), True, "调休上班"),
    ],
)
def test_it_knows_what_a_day_of_an_announced_year_is(day, workday, name):
    assert day_kind(day) == (workday, name, False)


@pytest.mark.parametrize(
    ("day", "workday", "name"),
    [
        (date(2027, 1, 1), False, "元旦"),
        (date(2027, 1, 4), True, ""),
        (date(2027, 2, 4), True, ""),
        (date(2027, 2, 5), False, "春节"),  # the eve of the new year
        (date(2027, 2, 8), False, "春节"),
        (date(2027, 2, 9), True, ""),
        (date(2027, 4, 5), False, "清明节"),
        (date(2027, 5, 2), False, "劳动节"),
        (date(2027, 5, 3), True, ""),
        (date(2027, 6, 9), False, "端午节"),
        (date(2027, 9, 15), False, "中秋节"),
        (date(2027, 10, 4), True, ""),
        (date(2028, 10, 3), False, "国庆节、中秋节"),
        (date(2060, 10, 1), False, "国庆节"),  # lunar days are not known so far ahead; these are
        (date(2027, 11, 27), False, ""),
    ],
)
def test_a_year_nobody_announced_has_its_weekends_and_the_days_of_the_law_and_says_so(day, workday, name):
    assert day_kind(day) == (workday, name, True)


def test_a_notice_pasted_in_part_takes_no_day_of_the_law_away():
    calendar = WorkCalendar([NEXT_YEAR])
    assert calendar.day_kind(date(2027, 10, 1)) == (False, "国庆节", True)
    assert calendar.day_kind(date(2027, 10, 4)) == (True, "", False)


@pytest.mark.parametrize("year", [2025, 2026])
def test_the_days_of_the_law_are_off_in_every_notice_since(year):
    assert len(statutory.days_off(year)) == 13
    assert set(statutory.days_off(year)) <= set(national_notices()[year].off)


@pytest.mark.parametrize("year", [2025, 2026])
def test_our_own_notices_agree_with_the_library(year):
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(365)]
    assert [day_kind(day).workday for day in days] == [chinese_calendar.is_workday(day) for day in days]


def test_counting_backwards_skips_holidays_too():
    assert add_workdays(date(2026, 10, 8), -2) == (date(2026, 9, 29), False)


def test_nothing_lies_between_a_day_and_an_earlier_one():
    assert workdays_between(date(2026, 11, 23), date(2026, 11, 20)) == (0, False)


days = st.dates(date(2024, 1, 1), date(2028, 12, 31))


@given(days, days, st.integers(0, 40))
def test_a_later_start_never_makes_an_earlier_deadline(one, other, count):
    earlier, later = sorted((one, other))
    assert add_workdays(earlier, count).value <= add_workdays(later, count).value


@given(days, st.integers(1, 40))
def test_counting_on_and_counting_between_agree(day, count):
    assert workdays_between(day, add_workdays(day, count).value).value == count


@pytest.mark.parametrize(
    ("since", "day", "due"),
    [
        (date(2026, 11, 20), date(2026, 11, 25), date(2026, 11, 25)),
        (date(2026, 11, 20), date(2026, 11, 29), date(2026, 11, 27)),
        (date(2026, 11, 27), date(2026, 11, 28), date(2026, 11, 30)),  # 周五起一天内：周一
    ],
)
def test_what_is_to_be_done_within_days_is_due_when_somebody_works(since, day, due):
    assert WorkCalendar().worked_by(day, since=since) == due
