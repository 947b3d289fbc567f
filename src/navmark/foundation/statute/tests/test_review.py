"""Vector 27 (review) and 33 (the care ladder)."""

from datetime import date

import pytest

from navmark.foundation.statute.book import rule
from navmark.foundation.statute.checks.care import absence
from navmark.foundation.statute.checks.review import excellent_share, may_be_graded
from navmark.foundation.statute.findings import Impossible, Outcome
from navmark.foundation.statute.rules import Level
from navmark.foundation.statute.tests.fixture import ENTITLED, TODAY


def test_vector_27_eight_of_24_may_be_excellent_and_nine_warn():
    assert excellent_share(members=ENTITLED, excellent=8, on=TODAY).outcome == Outcome.OK
    finding = excellent_share(members=ENTITLED, excellent=9, on=TODAY)
    assert (finding.outcome, finding.level) == (Outcome.PROBLEM, Level.WARN)


def test_vector_27_a_probationary_member_is_not_graded():
    assert may_be_graded(full_member=True, on=TODAY).outcome == Outcome.OK
    assert may_be_graded(full_member=False, on=TODAY).outcome == Outcome.PROBLEM


def test_the_rule_would_block_but_second_hand_knowledge_only_warns():
    law = rule("A21-probationary", on=TODAY)
    assert (law.level, may_be_graded(full_member=False, on=TODAY).level) == (Level.BLOCK, Level.WARN)


def test_more_excellent_than_members_is_refused():
    with pytest.raises(Impossible):
        excellent_share(members=8, excellent=9, on=TODAY)


LAST_SEEN = date(2026, 5, 20)


@pytest.mark.parametrize(
    ("on", "outcome", "words"),
    [
        (date(2026, 7, 19), Outcome.OK, "两个月内"),
        (date(2026, 7, 20), Outcome.DUE, "关心"),
        (date(2026, 9, 19), Outcome.DUE, "关心"),
        (date(2026, 9, 20), Outcome.DUE, "谈"),
        (date(2026, 11, 20), Outcome.DUE, "由人"),
    ],
)
def test_vector_33_care_at_two_months_and_a_talk_at_four(on, outcome, words):
    finding = absence(last_seen=LAST_SEEN, on=on)
    assert (finding.outcome, finding.level) == (outcome, Level.INFORM)
    assert words in str(finding.message)


def test_vector_33_a_reason_silences_it():
    assert absence(last_seen=LAST_SEEN, reason="住院", on=TODAY).outcome == Outcome.OK
    assert absence(last_seen=LAST_SEEN, reason="  ", on=TODAY).outcome == Outcome.DUE


@pytest.mark.parametrize("rule_id", ["A26", "C11"])
def test_vector_33_the_rule_itself_can_only_inform(rule_id):
    assert rule(rule_id, on=TODAY).effective_level == Level.INFORM
