"""自查: what an inspector would notice. Each finding is there when it should be, and gone when it is mended or was never true."""

from datetime import timedelta

import pytest

from navmark.foundation.activities import actions, attendance
from navmark.foundation.activities.attendance import Mark
from navmark.foundation.activities.models import Activity, Presence
from navmark.foundation.activities.tests.factories import ALL, DAY, DURING, FEW, a_plan
from navmark.foundation.people.models import Absence
from navmark.foundation.people.queries import committee_on, members_on
from navmark.foundation.proceedings.actions import deciding, locking, writing
from navmark.foundation.proceedings.judging import Tally
from navmark.foundation.proceedings.queries import minutes_of
from navmark.foundation.proceedings.refusals import SamePerson, StillBlocked
from navmark.foundation.proceedings.selfcheck import NotLiftable, findings
from navmark.foundation.proceedings.tests.factories import LONG, a_held_meeting, an_item


def a_meeting(branch, kind=FEW.code, **fields):
    """Held, with one item on its agenda."""
    activity = a_held_meeting(branch, kind, **fields)
    an_item(activity, "通报情况")
    return activity


def told(activity):
    """code without its row -> the finding."""
    return {one.code.split("-0")[0]: one for one in findings(activity)}


def test_a_plain_meeting_has_nothing_to_mend_and_one_without_an_item_is_told(branch):
    activity = a_held_meeting(branch)
    (told_once,) = findings(activity)
    assert (told_once.code, told_once.blocks) == ("no-item-1", False)

    an_item(activity)
    assert findings(activity) == []


def test_a_decision_against_its_own_vote_stops_the_record_until_a_second_person_has_seen_it(branch, clerk, secretary):
    """Vector 4: of 24 entitled 12 in favour carry nothing."""
    activity = a_meeting(branch, ALL.code)
    item = an_item(activity, points="讨论充分")
    lost = deciding.enter_vote(item, Tally(24, 24, 12, 12, 0), subject="方案", by=clerk, at=DURING)
    assert findings(activity) == [] and not lost.passed

    deciding.decide(item, text="同意方案", by=clerk, at=DURING)
    (finding,) = findings(activity)
    assert finding.blocks and finding.liftable

    locking.waive(minutes_of(activity), finding=finding.code, reason="议定内容已写明未通过", by=secretary, at=DURING)
    assert not any(one.blocks for one in findings(activity))

    deciding.remove_vote(lost, by=clerk, at=DURING)
    deciding.enter_vote(item, Tally(24, 24, 13, 11, 0), subject="方案", by=clerk, at=DURING)
    assert findings(activity) == []


def test_a_day_of_rest_is_said_and_blocks_nothing(branch):
    (told_once,) = findings(a_meeting(branch, days=1))  # a Saturday

    assert (told_once.code, told_once.blocks) == ("rest-day", False)


def test_a_make_up_workday_is_no_day_of_rest(branch):
    assert findings(a_meeting(branch, days=-61)) == []  # Sunday 20 September 2026, worked for the National Day


@pytest.mark.parametrize(("lacking", "code"), [("host", "no-host"), ("recorder", "no-recorder")])
def test_without_host_or_recorder_it_cannot_be_submitted_nor_lifted(branch, clerk, secretary, lacking, code):
    activity = a_meeting(branch, **{lacking: None})

    assert told(activity)[code].blocks
    with pytest.raises(StillBlocked):
        locking.submit(minutes_of(activity), by=clerk, at=DURING)
    with pytest.raises(NotLiftable):
        locking.waive(minutes_of(activity), finding=code, reason="忘了", by=secretary, at=DURING)


def test_one_person_in_two_places_is_found_in_both_and_may_be_lifted_by_a_second(branch, clerk, secretary):
    first, second = a_meeting(branch), a_meeting(branch, ALL.code, title="同时的会")

    (found,) = findings(first)
    names = [person.name for person in committee_on(branch, DAY)]
    assert all(name in found.words for name in names) and "同时的会" in found.words and found.blocks

    with pytest.raises(SamePerson):
        locking.waive(minutes_of(first), finding=found.code, reason="先后参加", by=clerk, at=DURING)
    locking.waive(minutes_of(first), finding=found.code, reason="先后参加", by=secretary, at=DURING)
    assert not [one for one in findings(first) if one.blocks]
    assert [one.blocks for one in findings(second)] == [True]


def test_meetings_one_after_the_other_are_not_two_places(branch):
    a_meeting(branch)

    assert findings(a_meeting(branch, hours_later=2)) == []


def test_on_leave_yet_present_is_said_with_the_reason(branch, clerk):
    activity = a_meeting(branch, ALL.code)
    who = members_on(branch, DAY).last()
    Absence.objects.create(person=who, kind="sick", from_day=DAY, to_day=DAY, note="住院")

    (finding,) = findings(activity)

    assert who.name in finding.words and "住院" in finding.words and not finding.blocks


def test_absent_without_a_reason_is_said(branch, clerk):
    activity = a_meeting(branch, ALL.code)
    who = members_on(branch, DAY).last()
    attendance.mark(activity, {who: Mark(Presence.ABSENT)}, by=clerk, at=DURING)
    assert "no-reason" in told(activity)

    attendance.mark(activity, {who: Mark(Presence.ABSENT, "公出")}, by=clerk, at=DURING)
    assert findings(activity) == []


def test_somebody_unmarked_cannot_be_lifted(branch, clerk, secretary):
    activity = a_meeting(branch, ALL.code)
    attendance.mark(activity, {secretary: Mark(Presence.UNKNOWN)}, by=clerk, at=DURING)

    assert told(activity)["unmarked"].blocks
    with pytest.raises(NotLiftable):
        locking.waive(minutes_of(activity), finding="unmarked", reason="都到了", by=secretary, at=DURING)


@pytest.mark.parametrize(("there", "blocked"), [(2, True), (3, False)])
def test_a_committee_of_five_needs_three(branch, clerk, there, blocked):
    """Vector 24."""
    activity = a_meeting(branch)
    away = list(committee_on(branch, DAY))[there:]
    attendance.mark(activity, {one: Mark(Presence.ABSENT, "公出") for one in away}, by=clerk, at=DURING)

    quorum = [one for one in findings(activity) if one.code.startswith("quorum")]

    assert [one.rule_id for one in quorum if one.blocks] == (["A13-quorum"] if blocked else [])


def test_a_tally_of_another_roll_has_to_be_entered_again(branch, clerk):
    activity = a_meeting(branch, ALL.code)
    item = an_item(activity, points="讨论充分")
    deciding.enter_vote(item, Tally(24, 24, 24, 0, 0), subject="方案", by=clerk, at=DURING)
    assert findings(activity) == []

    voter = committee_on(branch, DAY).last()
    attendance.mark(activity, {voter: Mark(Presence.ABSENT, "公出")}, by=clerk, at=DURING)
    (finding,) = findings(activity)
    assert finding.blocks and not finding.liftable and "方案" in finding.words


def test_a_vote_without_discussion_is_said(branch, clerk):
    """A10: 提交表决前应当经过充分讨论."""
    activity = a_meeting(branch, ALL.code)
    item = an_item(activity)
    deciding.enter_vote(item, Tally(24, 24, 24, 0, 0), subject="方案", by=clerk, at=DURING)
    (finding,) = findings(activity)
    assert (finding.rule_id, finding.blocks) == ("A10", False)

    writing.write_speech(item, clerk, text="同意", by=clerk, at=DURING)
    assert findings(activity) == []


@pytest.mark.parametrize(("text", "copied"), [(LONG, True), (LONG[:-8] + "。", True), (LONG[::-1], False), ("同意。", False)])
def test_a_text_copied_from_an_earlier_record_is_found_and_a_formula_is_not(branch, clerk, text, copied):
    for days, words in ((-30, LONG), (-29, "同意。"), (0, text)):
        activity = a_meeting(branch, days=days)
        an_item(activity, f"议题{days}", points=words)

    codes = [one.code for one in findings(activity)]

    assert any(code.startswith("copied") for code in codes) is copied


def test_a_missing_end_is_said(branch, clerk):
    activity = a_meeting(branch)
    Activity.objects.filter(pk=activity.pk).update(ends_at=None)

    assert "no-end" in told(Activity.fresh(activity.pk))


def test_a_cancelled_meeting_puts_nobody_in_two_places(branch, clerk):
    other = actions.plan(a_plan(branch, FEW.code), by=clerk, at=DURING - timedelta(days=2))
    actions.cancel(other, because="改期", by=clerk, at=DURING)

    assert findings(a_meeting(branch)) == []
