"""Vectors 25 and 26: what a meeting is held for stands in its record."""

from navmark.foundation.statute.checks.content import life_meeting, theme_day_content
from navmark.foundation.statute.findings import Outcome
from navmark.foundation.statute.tests.fixture import TODAY


def test_vector_25_a_theme_day_says_what_it_was_about():
    assert theme_day_content(contents={"study"}, on=TODAY).outcome == Outcome.OK
    assert theme_day_content(contents=set(), on=TODAY).outcome == Outcome.PROBLEM


def test_vector_26_the_life_meeting_has_talks_before_and_a_list_after():
    assert life_meeting(talks_before=5, rectifications=3, on=TODAY).outcome == Outcome.OK
    assert life_meeting(talks_before=5, rectifications=0, on=TODAY).outcome == Outcome.PROBLEM
    assert life_meeting(talks_before=0, rectifications=3, on=TODAY).outcome == Outcome.PROBLEM
