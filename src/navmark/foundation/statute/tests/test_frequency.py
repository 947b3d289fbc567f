"""Vectors 23 to 26, 28 and 37: what is due when, and when it is late."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navmark.foundation.almanac import periods
from navmark.foundation.statute.checks.frequency import flag_ceremony, frequency, life_meeting, theme_day_content, yearly_talks
from navmark.foundation.statute.checks.voting import committee_quorum
from navmark.foundation.statute.findings import Outcome
from navmark.foundation.statute.rules import Level
from navmark.foundation.statute.tests.fixture import COMMITTEE, TODAY

ASSEMBLIES = [date(2026, 1, 15), date(2026, 4, 20), date(2026, 7, 10), date(2026, 10, 16)]
NEW_YEAR = date(2027, 1, 1)


def of(period, rule_id, held_on, on, **more):
    return frequency(rule_id, held_on=held_on, starts=period.starts, ends=period.ends, on=on, **more)


@pytest.mark.parametrize("month", [1, 4, 7, 10])
def test_vector_23_an_assembly_in_each_quarter_is_enough(month):
    assert of(periods.quarter(date(2026, month, 1)), "A07", ASSEMBLIES, NEW_YEAR).outcome == Outcome.OK


def test_vector_23_without_one_in_the_fourth_quarter_it_is_due_in_38_days_and_late_in_the_new_year():
    quarter = periods.quarter(TODAY)
    due = of(quarter, "A07", ASSEMBLIES[:3], TODAY)
    assert due.outcome == Outcome.DUE
    assert "38" in str(due.message)
    late = of(quarter, "A07", ASSEMBLIES[:3], NEW_YEAR)
    assert (late.outcome, late.level, late.blocks) == (Outcome.PROBLEM, Level.WARN, False)


def test_vector_24_three_of_five_committee_members_meet_and_two_are_blocked():
    assert of(periods.month_of(TODAY), "A13", [date(2026, 11, 5)], TODAY).outcome == Outcome.OK
    assert committee_quorum(committee=COMMITTEE, present=3, on=TODAY).outcome == Outcome.OK
    assert committee_quorum(committee=COMMITTEE, present=2, on=TODAY).blocks


def test_vector_24_none_in_november_is_due_on_the_30th():
    due = of(periods.month_of(TODAY), "A13", [date(2026, 10, 8)], TODAY)
    assert due.outcome == Outcome.DUE
    assert "2026年11月30日" in str(due.message)


@pytest.mark.parametrize("rule_id", ["A15", "A18"])
def test_vector_25_a_month_with_one_passes_and_october_without_is_late(rule_id):
    held = [date(2026, 11, 6)]
    assert of(periods.month_of(TODAY), rule_id, held, TODAY).outcome == Outcome.OK
    assert of(periods.month_of(date(2026, 10, 1)), rule_id, held, TODAY).outcome == Outcome.PROBLEM


def test_vector_25_a_theme_day_says_what_it_was_about():
    assert theme_day_content(contents={"study"}, on=TODAY).outcome == Outcome.OK
    assert theme_day_content(contents=set(), on=TODAY).outcome == Outcome.PROBLEM


def test_vector_26_the_life_meeting_has_talks_before_and_a_list_after():
    assert life_meeting(talks_before=5, rectifications=3, on=TODAY).outcome == Outcome.OK
    assert life_meeting(talks_before=5, rectifications=0, on=TODAY).outcome == Outcome.PROBLEM
    assert life_meeting(talks_before=0, rectifications=3, on=TODAY).outcome == Outcome.PROBLEM


def test_vector_26_none_by_the_end_of_the_year_is_late():
    year = periods.year_of(TODAY)
    assert of(year, "A19", [date(2026, 12, 18)], NEW_YEAR).outcome == Outcome.OK
    assert of(year, "A19", [], NEW_YEAR).outcome == Outcome.PROBLEM


def test_a_party_year_that_closes_later_raises_no_false_alarm_in_the_new_year():
    year = periods.party_year(2026, closes=date(2027, 1, 23))
    assert of(year, "A19", [], NEW_YEAR).outcome == Outcome.DUE
    assert of(year, "A19", [date(2027, 1, 20)], date(2027, 1, 24)).outcome == Outcome.OK


def test_vector_28_a_talk_in_the_calendar_year_is_enough():
    assert yearly_talks(held_on=[date(2026, 6, 3)], year=2026, on=NEW_YEAR).outcome == Outcome.OK


@pytest.mark.parametrize(
    ("on", "outcome"),
    [(date(2026, 9, 30), Outcome.OK), (date(2026, 10, 1), Outcome.DUE), (TODAY, Outcome.DUE), (NEW_YEAR, Outcome.PROBLEM)],
)
def test_vector_28_last_years_talk_does_not_count_and_the_reminder_starts_in_october(on, outcome):
    assert yearly_talks(held_on=[date(2025, 11, 20)], year=2026, on=on).outcome == outcome


WEEK = [TODAY + timedelta(days=n) for n in range(5)]
NATIONAL_DAY_WEEK: list[date] = []


@pytest.mark.parametrize(
    ("held", "days", "bad_weather", "on", "outcome"),
    [
        ([TODAY], WEEK, False, WEEK[-1], Outcome.OK),
        ([], WEEK, False, date(2026, 11, 30), Outcome.PROBLEM),
        ([], WEEK, False, TODAY, Outcome.DUE),
        ([], NATIONAL_DAY_WEEK, False, date(2026, 10, 7), Outcome.OK),
        ([], WEEK, True, date(2026, 11, 30), Outcome.OK),
    ],
)
def test_vector_37_a_ceremony_in_each_school_week(held, days, bad_weather, on, outcome):
    finding = flag_ceremony(held_on=held, school_days=days, bad_weather=bad_weather, on=on)
    assert (finding.outcome, finding.level) == (outcome, Level.INFORM)


def test_grace_moves_lateness_and_still_counts_what_was_done_in_it():
    october = periods.month_of(date(2026, 10, 1))
    assert of(october, "A13", [], date(2026, 11, 3), grace_days=5).outcome == Outcome.DUE
    assert of(october, "A13", [], date(2026, 11, 6), grace_days=5).outcome == Outcome.PROBLEM
    assert of(october, "A13", [date(2026, 11, 4)], TODAY, grace_days=5).outcome == Outcome.OK


def test_what_has_not_happened_yet_does_not_count():
    assert of(periods.month_of(TODAY), "A13", [date(2026, 11, 27)], TODAY).outcome == Outcome.DUE


@given(st.lists(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=4), st.dates(date(2026, 1, 1), date(2027, 6, 1)))
def test_one_more_meeting_never_makes_it_worse(held, on):
    rank = [Outcome.OK, Outcome.DUE, Outcome.PROBLEM]
    quarter = periods.quarter(date(2026, 5, 1))
    more = of(quarter, "A07", [*held, date(2026, 5, 1)], on)
    assert rank.index(more.outcome) <= rank.index(of(quarter, "A07", held, on).outcome)
