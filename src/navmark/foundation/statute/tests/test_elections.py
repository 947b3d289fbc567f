"""Vector 30: attendance, candidates, majority. All second-hand or from memory, so they warn or inform; people decide."""

import pytest

from navmark.foundation.statute.checks.elections import candidate_margin, elected, election_quorum, election_stands
from navmark.foundation.statute.findings import Impossible, Outcome
from navmark.foundation.statute.rules import Level
from navmark.foundation.statute.tests.fixture import ENTITLED, TODAY


def test_vector_30_twenty_of_24_may_elect_and_19_may_not():
    assert election_quorum(entitled=ENTITLED, present=20, on=TODAY).outcome == Outcome.OK
    finding = election_quorum(entitled=ENTITLED, present=19, on=TODAY)
    assert (finding.outcome, finding.level) == (Outcome.PROBLEM, Level.WARN)
    assert "20" in str(finding.message)


def test_vector_30_six_candidates_for_five_seats_are_enough_and_five_are_not():
    assert candidate_margin(seats=5, candidates=6, on=TODAY).outcome == Outcome.OK
    finding = candidate_margin(seats=5, candidates=5, on=TODAY)
    assert (finding.outcome, finding.level) == (Outcome.PROBLEM, Level.INFORM)


@pytest.mark.parametrize(
    ("present", "ayes", "outcome"),
    [(20, 13, Outcome.OK), (20, 10, Outcome.LOST), (24, 12, Outcome.LOST), (20, 12, Outcome.ASK), (20, 11, Outcome.ASK)],
)
def test_vector_30_half_of_all_entitled_elects_and_half_of_those_present_asks_the_superior(present, ayes, outcome):
    assert elected(entitled=ENTITLED, present=present, ayes=ayes, on=TODAY).outcome == outcome


def test_without_attendance_nobody_is_elected():
    assert elected(entitled=ENTITLED, present=19, ayes=19, on=TODAY).rule_id == "C14"


def test_more_ballots_back_than_given_out_void_the_election():
    assert election_stands(issued=22, collected=22, on=TODAY).outcome == Outcome.OK
    assert election_stands(issued=22, collected=23, on=TODAY).outcome == Outcome.PROBLEM


def test_more_ayes_than_people_are_refused():
    with pytest.raises(Impossible):
        elected(entitled=ENTITLED, present=20, ayes=21, on=TODAY)
