"""Vector 29: the committee and its term."""

from datetime import date

import pytest

from navmark.foundation.statute.checks.committee import committee, committee_first, committee_term
from navmark.foundation.statute.findings import Outcome
from navmark.foundation.statute.rules import Level
from navmark.foundation.statute.tests.fixture import COMMITTEE, ENTITLED, TODAY


def test_vector_29_five_on_the_committee_of_24_is_as_it_should_be():
    assert committee(full_members=ENTITLED, size=COMMITTEE, on=TODAY).outcome == Outcome.OK


@pytest.mark.parametrize(("members", "size", "rule_id"), [(7, 0, "A03"), (24, 8, "A03"), (24, 2, "A03"), (6, 3, "A04")])
def test_vector_29_a_missing_or_odd_committee_warns(members, size, rule_id):
    finding = committee(full_members=members, size=size, on=TODAY)
    assert (finding.rule_id, finding.outcome, finding.level) == (rule_id, Outcome.PROBLEM, Level.WARN)


def test_six_members_need_no_committee():
    assert committee(full_members=6, size=0, on=TODAY).outcome == Outcome.OK


@pytest.mark.parametrize(
    ("on", "outcome", "rule_id"),
    [
        (date(2026, 9, 4), Outcome.OK, "A05"),
        (date(2026, 9, 5), Outcome.DUE, "A05-reminder"),
        (date(2027, 3, 5), Outcome.DUE, "A05-reminder"),
        (date(2027, 3, 6), Outcome.PROBLEM, "A05"),
    ],
)
def test_vector_29_a_term_of_three_years_is_remembered_six_months_before_its_end(on, outcome, rule_id):
    finding = committee_term(elected_on=date(2024, 3, 5), on=on)
    assert (finding.outcome, finding.rule_id) == (outcome, rule_id)


def test_vector_29_an_old_term_is_over_unless_the_superior_extended_it_by_a_year_at_most():
    elected_on = date(2023, 11, 20)
    over = committee_term(elected_on=elected_on, on=TODAY)
    assert over.outcome == Outcome.PROBLEM
    assert "2026年11月20日" in str(over.message)
    assert committee_term(elected_on=elected_on, approved_until=date(2027, 11, 20), on=TODAY).outcome == Outcome.OK
    assert committee_term(elected_on=elected_on, approved_until=date(2027, 11, 21), on=TODAY).outcome == Outcome.PROBLEM
    assert committee_term(elected_on=elected_on, approved_until=date(2026, 11, 22), on=TODAY).outcome == Outcome.PROBLEM


@pytest.mark.parametrize(("discussed", "outcome"), [(True, Outcome.OK), (False, Outcome.PROBLEM)])
def test_the_committee_comes_first_and_nothing_stops_for_it(discussed, outcome):
    finding = committee_first(title="年度计划", discussed=discussed, on=TODAY)
    assert (finding.rule_id, finding.outcome, finding.blocks) == ("A14", outcome, False)
