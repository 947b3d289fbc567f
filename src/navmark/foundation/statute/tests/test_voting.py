"""Vectors 4 (ordinary votes), 5 (the ballot sheet) and 24 (a committee)."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navmark.foundation.statute.checks.ballots import ballot_sheet
from navmark.foundation.statute.checks.voting import committee_quorum, leaders_quorum, quorum, vote
from navmark.foundation.statute.findings import Finding, Impossible, Outcome
from navmark.foundation.statute.tests.fixture import COMMITTEE, ENTITLED, TODAY

SHEET = {"present": 22, "issued": 22, "collected": 22, "ayes": 20, "noes": 1, "abstentions": 1, "invalid": 0}


def test_vector_4_half_may_vote_and_13_of_24_carry():
    assert quorum(entitled=ENTITLED, present=12, on=TODAY).outcome == Outcome.OK
    assert vote(entitled=ENTITLED, present=13, ayes=13, on=TODAY).outcome == Outcome.OK


def test_vector_4_eleven_are_too_few_and_block():
    finding = vote(entitled=ENTITLED, present=11, ayes=11, on=TODAY)
    assert (finding.rule_id, finding.blocks) == ("A08", True)


def test_vector_4_twelve_ayes_of_18_present_are_lost_not_wrong():
    finding = vote(entitled=ENTITLED, present=18, ayes=12, on=TODAY)
    assert (finding.rule_id, finding.outcome, finding.blocks) == ("A09", Outcome.LOST, False)
    assert "13" in str(finding.message)


@pytest.mark.parametrize(
    ("present", "ayes", "field"), [(25, 12, "present"), (12, 13, "ayes"), (-1, 0, "present"), (12, -1, "ayes")]
)
def test_numbers_that_cannot_be_true_are_refused_at_their_field(present, ayes, field):
    with pytest.raises(Impossible) as refused:
        vote(entitled=ENTITLED, present=present, ayes=ayes, on=TODAY)
    assert refused.value.field == field


def test_nobody_entitled_is_refused():
    with pytest.raises(Impossible):
        quorum(entitled=0, present=0, on=TODAY)


def test_vector_5_a_sheet_that_adds_up_passes():
    assert ballot_sheet(**SHEET, on=TODAY).outcome == Outcome.OK


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"collected": 23}, "collected"),
        ({"abstentions": 0}, "collected"),
        ({"issued": 23}, "issued"),
        ({"invalid": -1}, "invalid"),
    ],
)
def test_vector_5_a_sheet_that_does_not_is_refused(changed, field):
    with pytest.raises(Impossible) as refused:
        ballot_sheet(**SHEET | changed, on=TODAY)
    assert refused.value.field == field


def test_vector_5_no_field_could_tell_who_voted_what():
    assert {name: kind for name, kind in ballot_sheet.__annotations__.items() if name not in ("on", "return")} == dict.fromkeys(
        SHEET, int
    )
    assert not {"voter", "person", "by"} & {field.name for field in fields(Finding)}


def test_the_refusal_says_how_to_mend_it():
    with pytest.raises(Impossible, match="收回"):
        ballot_sheet(**SHEET | {"collected": 23}, on=TODAY)


@given(entitled=st.integers(1, 200), present=st.integers(0, 200), ayes=st.integers(0, 200))
def test_a_vote_is_carried_by_more_than_half_of_all_entitled_and_by_nothing_else(entitled, present, ayes):
    present, ayes = min(present, entitled), min(ayes, present, entitled)
    finding = vote(entitled=entitled, present=present, ayes=ayes, on=TODAY)
    assert (finding.outcome == Outcome.OK) == (ayes * 2 > entitled)


@given(members=st.integers(1, 50), present=st.integers(0, 50))
def test_committee_and_leading_body_need_half_and_two_thirds(members, present):
    present = min(present, members)
    committee = committee_quorum(committee=members, present=present, on=TODAY)
    leaders = leaders_quorum(leaders=members, present=present, on=TODAY)
    personnel = leaders_quorum(leaders=members, present=present, personnel=True, on=TODAY)
    assert (committee.outcome == Outcome.OK) == (leaders.outcome == Outcome.OK) == (present * 2 >= members)
    assert (personnel.outcome == Outcome.OK) == (present * 3 >= members * 2)
    assert not leaders.blocks


def test_vector_24_three_of_five_committee_members_meet_and_two_are_blocked():
    assert committee_quorum(committee=COMMITTEE, present=3, on=TODAY).outcome == Outcome.OK
    assert committee_quorum(committee=COMMITTEE, present=2, on=TODAY).blocks
