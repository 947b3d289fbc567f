from datetime import date

import pytest

from navmark.foundation.almanac.models import HolidayNotice, Term
from navmark.foundation.almanac.periods import month_of, school_year
from navmark.foundation.almanac.periods import school_week as week_of
from navmark.foundation.almanac.queries import is_school_day, school_calendar, school_week, term_on
from navmark.foundation.almanac.terms import SchoolCalendar, TermDates, usual_terms
from navmark.foundation.tenancy.scope import within

USUAL = SchoolCalendar()


def enter_autumn(**changed):
    dates = {"year": 2026, "number": 1, "starts_on": date(2026, 8, 31), "ends_on": date(2027, 1, 29)}
    return Term.objects.create(**dates | changed)


def test_until_a_school_enters_its_dates_the_usual_ones_are_provisional(inside):
    term = term_on(date(2026, 11, 23))
    assert (term.period.key, term.provisional) == ("2026-2027-1", True)


def test_entered_dates_are_firm_and_take_the_place_of_the_usual(inside):
    enter_autumn()
    term = term_on(date(2027, 1, 25))
    assert (term.number, term.provisional) == (1, False)
    assert term_on(date(2027, 3, 1)).provisional


def test_a_term_that_begins_in_august_is_found(inside):
    enter_autumn()
    assert term_on(date(2026, 8, 31)).year == 2026


def test_another_schools_dates_do_not_count(inside, neighbour):
    with within(neighbour):
        enter_autumn()
    assert term_on(date(2026, 11, 23)).provisional


def test_the_whole_calendar_costs_two_queries(inside, django_assert_num_queries):
    enter_autumn()
    enter_autumn(number=2, starts_on=date(2027, 2, 22), ends_on=date(2027, 7, 2))
    with django_assert_num_queries(2):
        calendar = school_calendar()
        assert all(calendar.term_on(date(2026, month, 15)) for month in (9, 10, 11, 12))


@pytest.mark.parametrize(
    ("day", "week"),
    [(date(2026, 9, 1), 1), (date(2026, 9, 6), 1), (date(2026, 11, 16), 12), (date(2026, 11, 23), 13), (date(2026, 8, 31), None)],
)
def test_weeks_are_counted_from_the_monday_before_the_first_day(inside, day, week):
    assert school_week(day) == week


def test_a_week_has_the_name_people_use(inside):
    assert school_calendar().week_on(date(2026, 11, 18)).label("zh-hans") == "2026—2027学年第一学期第12周"
    assert school_calendar().week_on(date(2026, 8, 1)) is None


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 23), True),
        (date(2026, 9, 20), True),
        (date(2026, 10, 5), False),
        (date(2026, 11, 28), False),
        (date(2026, 8, 3), False),
        (date(2027, 2, 1), False),
        (date(2027, 1, 1), False),
    ],
)
def test_a_school_day_is_a_workday_in_a_term(inside, day, expected):
    assert is_school_day(day) is expected


def test_a_pasted_notice_makes_its_holidays_no_school_days(inside):
    assert is_school_day(date(2027, 1, 4))
    HolidayNotice.objects.create(year=2027, days={"off": {"2027-01-04": "元旦"}, "work": {}}, source="…")
    assert not is_school_day(date(2027, 1, 4))


def test_terms_of_a_year_come_in_order_and_begin_on_a_day_that_is_worked():
    assert [(term.number, term.starts) for term in USUAL.terms_of(2026)] == [(1, date(2026, 9, 1)), (2, date(2027, 2, 22))]
    assert usual_terms(2025)[1].starts == date(2026, 2, 24)  # 2月15日—23日春节放假
    assert date(2027, 2, 20) in TermDates(2026, 2, date(2027, 2, 20), date(2027, 7, 5), provisional=True)


@pytest.mark.parametrize(
    ("period", "of_school", "at_work"),
    [
        (week_of(4, USUAL.terms_of(2026)[0].period), date(2026, 9, 24), date(2026, 9, 24)),  # 中秋节放假
        (week_of(3, USUAL.terms_of(2026)[0].period), date(2026, 9, 20), date(2026, 9, 20)),  # 周日调休上班
        (month_of(date(2026, 10, 1)), date(2026, 10, 30), date(2026, 10, 30)),
        (month_of(date(2027, 1, 1)), date(2027, 1, 20), date(2027, 1, 29)),
        (month_of(date(2027, 7, 1)), None, date(2027, 7, 30)),  # 三天课
        (month_of(date(2027, 8, 1)), None, date(2027, 8, 31)),
        (school_year(2026), date(2027, 7, 5), date(2027, 8, 31)),
    ],
)
def test_a_period_has_a_last_day_of_school_and_a_last_day_of_work(period, of_school, at_work):
    assert USUAL.last_worked(period, at_school=True) == of_school
    assert USUAL.last_worked(period, at_school=False) == at_work
