from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navmark.foundation.almanac import periods
from navmark.foundation.almanac.periods import PeriodKind

TODAY = date(2026, 11, 23)
AUTUMN = periods.term(2026, 1, starts=date(2026, 9, 1), ends=date(2027, 1, 20))


@pytest.mark.parametrize(
    ("period", "key", "starts", "ends"),
    [
        (periods.month_of(TODAY), "2026-11", date(2026, 11, 1), date(2026, 11, 30)),
        (periods.month_of(date(2024, 2, 29)), "2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        (periods.quarter(TODAY), "2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        (periods.half_year(TODAY), "2026-H2", date(2026, 7, 1), date(2026, 12, 31)),
        (periods.year_of(TODAY), "2026", date(2026, 1, 1), date(2026, 12, 31)),
        (AUTUMN, "2026-2027-1", date(2026, 9, 1), date(2027, 1, 20)),
        (periods.school_year(2026), "2026-2027", date(2026, 9, 1), date(2027, 8, 31)),
        (periods.party_year(2026, closes=date(2027, 1, 23)), "party-2026", date(2026, 1, 1), date(2027, 1, 23)),
        (periods.school_week(12, AUTUMN), "2026-2027-1-W12", date(2026, 11, 16), date(2026, 11, 22)),
        (periods.fixed_day(TODAY), "2026-11-23", TODAY, TODAY),
    ],
)
def test_it_has_a_key_and_both_ends(period, key, starts, ends):
    assert (period.key, period.starts, period.ends) == (key, starts, ends)


@pytest.mark.parametrize(
    ("period", "chinese", "english"),
    [
        (periods.month_of(TODAY), "2026年11月", "November 2026"),
        (periods.quarter(TODAY), "2026年第四季度", "Fourth quarter of 2026"),
        (periods.half_year(TODAY), "2026年下半年", "Second half of 2026"),
        (periods.year_of(TODAY), "2026年", "Year 2026"),
        (AUTUMN, "2026—2027学年第一学期", "First term of 2026—2027"),
        (periods.school_week(12, AUTUMN), "2026—2027学年第一学期第12周", "First term of 2026—2027, week 12"),
        (periods.school_year(2026), "2026—2027学年", "School year 2026—2027"),
        (periods.party_year(2026, closes=date(2027, 1, 23)), "2026年度", "Party year 2026"),
        (periods.fixed_day(TODAY), "2026年11月23日", "Nov. 23, 2026"),
    ],
)
def test_it_is_called_as_people_call_it(period, chinese, english):
    assert period.label("zh-hans") == chinese
    assert period.label("en") == english


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.integers(0, 800))
@pytest.mark.parametrize("kind", [PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.YEAR])
def test_periods_of_a_span_follow_one_another_without_gap(kind, starts, length):
    found = periods.each(kind, starts=starts, ends=starts + timedelta(days=length))
    assert starts in found[0]
    assert starts + timedelta(days=length) in found[-1]
    assert all(later.starts - earlier.ends == timedelta(days=1) for earlier, later in pairwise(found))
    assert len({period.key for period in found}) == len(found)


def test_the_first_week_holds_the_first_day_and_begins_on_a_monday():
    assert periods.school_week(1, AUTUMN).starts == date(2026, 8, 31)
    assert periods.week_number(date(2026, 9, 1), AUTUMN) == 1
    assert periods.week_number(date(2026, 9, 7), AUTUMN) == 2


def test_days_outside_the_term_have_no_week():
    assert periods.week_number(date(2026, 8, 31), AUTUMN) is None
    assert periods.week_number(date(2027, 1, 21), AUTUMN) is None


def test_the_weeks_of_a_term_cover_it():
    weeks = periods.weeks_of(AUTUMN)
    assert [week.label("en")[-2:] for week in weeks[-2:]] == ["20", "21"]
    assert all(any(day in week for week in weeks) for day in AUTUMN.days())


@pytest.mark.parametrize("number", [0, 22])
def test_a_week_outside_the_term_is_refused(number):
    with pytest.raises(ValueError, match=f"no week {number}"):
        periods.school_week(number, AUTUMN)


def test_a_period_that_ends_before_it_starts_is_refused():
    with pytest.raises(ValueError, match="before it starts"):
        periods.party_year(2026, closes=date(2025, 12, 31))


def test_a_third_term_is_refused():
    with pytest.raises(ValueError, match="not term 3"):
        periods.term(2026, 3, starts=TODAY, ends=TODAY)
