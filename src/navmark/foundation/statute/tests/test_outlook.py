import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from navmark.foundation.statute.checks.voting import quorum, vote
from navmark.foundation.statute.findings import Impossible, Outcome
from navmark.foundation.statute.outlook import Sitting, outlook
from navmark.foundation.statute.tests.fixture import ENTITLED, TODAY


@pytest.mark.parametrize(
    ("present", "words"),
    [
        (11, "有表决权24，实到11：不足半数，不能表决"),
        (12, "有表决权24，实到12：已达半数，但赞成须13票，今天无法通过，建议改期"),
        (13, "有表决权24，实到13：到会人数符合规定，赞成满13票即通过"),
        (24, "有表决权24，实到24：到会人数符合规定，赞成满13票即通过"),
    ],
)
def test_it_says_what_is_possible_now(present, words):
    assert str(outlook(ENTITLED, present, on=TODAY)) == words


@pytest.mark.parametrize(
    ("sitting", "expected", "present", "words"),
    [
        (Sitting.ELECTION, 24, 19, "有表决权24，实到19：不足五分之四（20人），不能选举"),
        (Sitting.ELECTION, 24, 20, "有表决权24，实到20（已达五分之四）；赞成满13票当选"),
        (Sitting.COMMITTEE, 5, 2, "应到5，实到2：不足半数，不能开会"),
        (Sitting.COMMITTEE, 5, 3, "应到5，实到3：到会人数符合规定，可以开会"),
        (Sitting.LEADERS_PERSONNEL, 7, 4, "应到7，实到4：不足三分之二（5人），不能讨论决定干部任免"),
        (Sitting.GROUP, 6, 2, "应到6，实到2：党小组会只提意见，不作表决"),
    ],
)
def test_each_sitting_has_its_own_words(sitting, expected, present, words):
    assert str(outlook(expected, present, on=TODAY, sitting=sitting)) == words


def test_english_is_a_full_second_language():
    with override("en"):
        assert str(outlook(ENTITLED, 11, on=TODAY)).startswith("Entitled to vote 24, present 11: fewer than half")


def test_more_present_than_entitled_is_refused():
    with pytest.raises(Impossible):
        outlook(24, 25, on=TODAY)


@given(entitled=st.integers(1, 200), present=st.integers(0, 200))
def test_it_never_promises_what_the_vote_would_refuse(entitled, present):
    present = min(present, entitled)
    now = outlook(entitled, present, on=TODAY)
    assert now.may_open == (quorum(entitled=entitled, present=present, on=TODAY).outcome == Outcome.OK)
    assert now.can_carry == (vote(entitled=entitled, present=present, ayes=present, on=TODAY).outcome == Outcome.OK)
