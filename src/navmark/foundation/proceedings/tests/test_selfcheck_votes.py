"""自查: votes by another roll, without discussion, and decisions against them."""

from navmark.foundation.activities import attendance
from navmark.foundation.activities.attendance import Mark
from navmark.foundation.activities.models import Presence
from navmark.foundation.activities.tests.factories import ALL, DAY, DURING
from navmark.foundation.people.queries import committee_on
from navmark.foundation.proceedings.actions import deciding, writing
from navmark.foundation.proceedings.judging import Tally
from navmark.foundation.proceedings.tests.factories import a_meeting, an_item
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of
from navmark.foundation.records.selfcheck import findings


def test_a_decision_against_its_own_vote_stops_the_record_until_a_second_person_has_seen_it(branch, clerk, secretary):
    """Vector 4: of 24 entitled 12 in favour carry nothing."""
    activity = a_meeting(branch, ALL.code)
    item = an_item(activity, points="讨论充分")
    lost = deciding.enter_vote(item, Tally(24, 24, 12, 12, 0), subject="方案", by=clerk, at=DURING)
    assert findings(record_of(activity)) == [] and not lost.passed

    deciding.decide(item, text="同意方案", by=clerk, at=DURING)
    (finding,) = findings(record_of(activity))
    assert finding.blocks and finding.liftable

    signing.waive(record_of(activity), finding=finding.code, reason="决议已写明未通过", by=secretary, at=DURING)
    assert not any(one.blocks for one in findings(record_of(activity)))

    deciding.remove_vote(lost, by=clerk, at=DURING)
    deciding.enter_vote(item, Tally(24, 24, 13, 11, 0), subject="方案", by=clerk, at=DURING)
    assert findings(record_of(activity)) == []


def test_a_tally_of_another_roll_has_to_be_entered_again(branch, clerk):
    activity = a_meeting(branch, ALL.code)
    item = an_item(activity, points="讨论充分")
    deciding.enter_vote(item, Tally(24, 24, 24, 0, 0), subject="方案", by=clerk, at=DURING)
    assert findings(record_of(activity)) == []

    voter = committee_on(branch, DAY).last()
    attendance.mark(activity, {voter: Mark(Presence.ABSENT, "公出")}, by=clerk, at=DURING)
    (finding,) = findings(record_of(activity))
    assert finding.blocks and not finding.liftable and "方案" in finding.words


def test_a_vote_without_discussion_is_said(branch, clerk):
    """A10: 提交表决前应当经过充分讨论."""
    activity = a_meeting(branch, ALL.code)
    item = an_item(activity)
    deciding.enter_vote(item, Tally(24, 24, 24, 0, 0), subject="方案", by=clerk, at=DURING)
    (finding,) = findings(record_of(activity))
    assert (finding.rule_id, finding.blocks) == ("A10", False)

    writing.write_speech(item, clerk, text="同意", by=clerk, at=DURING)
    assert findings(record_of(activity)) == []
