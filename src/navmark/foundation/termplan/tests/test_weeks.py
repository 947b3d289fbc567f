"""Weeks as a person counts them, by the school's calendar: plain values."""

from datetime import date

from navmark.foundation.almanac.terms import SchoolCalendar, TermDates
from navmark.foundation.termplan.weeks import neighbours, term_called, term_for, week_at, weeks_of

USUAL = SchoolCalendar()
AUTUMN = USUAL.terms_of(2026)[0]


def test_the_first_and_the_last_week_are_those_of_the_term_and_a_week_of_holidays_counts():
    weeks = weeks_of(AUTUMN, USUAL.work)

    assert [week.number for week in weeks] == list(range(1, 22))
    assert (weeks[0].days, weeks[4].days, weeks[-1].days) == ("9月1日—6日", "9月28日—10月4日", "1月18日—20日")
    assert weeks[11].key == "2026-2027-1-W12" and date(2026, 11, 20) in weeks[11]


def test_a_term_that_begins_in_the_middle_of_a_week_or_on_a_sunday_has_a_short_first_week():
    term = TermDates(2026, 1, date(2026, 8, 30), date(2027, 1, 15), provisional=False)  # a Sunday

    weeks = weeks_of(term, USUAL.work)

    assert (weeks[0].days, weeks[1].days) == ("8月30日", "8月31日—9月6日")
    assert len({week.key for week in weeks}) == len(weeks) == 21


def test_days_off_are_named_with_days_worked_instead_and_what_is_not_announced_says_so():
    weeks = weeks_of(AUTUMN, USUAL.work)

    assert [off.words for off in weeks[4].days_off] == ["国庆节放假10月1日—4日"]
    assert [off.words for off in weeks[5].days_off] == ["国庆节放假10月5日—7日", "10月10日上班"]
    assert [off.words for off in weeks[17].days_off] == ["元旦放假1月1日（暂定）"]
    spring = weeks_of(USUAL.terms_of(2026)[1], USUAL.work)
    assert all(off.provisional for week in spring for off in week.days_off) and any(week.days_off for week in spring)


def test_in_the_holidays_it_is_the_term_to_come_and_a_key_of_no_term_is_todays():
    assert term_for(USUAL, date(2027, 2, 1)).period.key == "2026-2027-2"
    assert term_for(USUAL, date(2027, 8, 1)).period.key == "2027-2028-1"
    today = date(2026, 11, 20)
    assert term_called(USUAL, "2025-2026-2", today) == USUAL.terms_of(2025)[1]
    for odd in ("", "2026-2027-3", "2026-2030-1", "abc", "9999-10000-1", "2026-2027-1-W01", "²026-2027-1"):
        assert term_called(USUAL, odd, today) == AUTUMN
    assert [one.period.key for one in neighbours(USUAL, AUTUMN)] == ["2025-2026-2", "2026-2027-2"]


def test_a_day_outside_the_term_lies_in_its_first_or_last_week():
    weeks = weeks_of(AUTUMN, USUAL.work)

    assert [week_at(weeks, day) for day in (date(2026, 8, 1), date(2026, 9, 7), date(2027, 1, 31))] == [0, 1, 20]
