"""自查: who was there, where, on leave, and enough of them."""

from datetime import timedelta

import pytest

from navmark.foundation.activities import actions, attendance
from navmark.foundation.activities.attendance import Mark
from navmark.foundation.activities.models import Presence
from navmark.foundation.activities.tests.factories import ALL, DAY, DURING, FEW, a_plan
from navmark.foundation.people.models import Absence
from navmark.foundation.people.queries import committee_on, members_on
from navmark.foundation.proceedings.tests.factories import a_meeting, told
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of
from navmark.foundation.records.refusals import NotLiftable, SamePerson
from navmark.foundation.records.selfcheck import findings


def test_one_person_in_two_places_is_found_in_both_and_may_be_lifted_by_a_second(branch, clerk, secretary):
    first, second = a_meeting(branch), a_meeting(branch, ALL.code, title="同时的会")

    (found,) = findings(record_of(first))
    names = [person.name for person in committee_on(branch, DAY)]
    assert all(name in found.words for name in names) and "同时的会" in found.words and found.blocks

    with pytest.raises(SamePerson):
        signing.waive(record_of(first), finding=found.code, reason="先后参加", by=clerk, at=DURING)
    signing.waive(record_of(first), finding=found.code, reason="先后参加", by=secretary, at=DURING)
    assert not [one for one in findings(record_of(first)) if one.blocks]
    assert [one.blocks for one in findings(record_of(second))] == [True]


def test_meetings_one_after_the_other_are_not_two_places(branch):
    a_meeting(branch)

    assert findings(record_of(a_meeting(branch, hours_later=2))) == []


def test_a_cancelled_meeting_puts_nobody_in_two_places(branch, clerk):
    other = actions.plan(a_plan(branch, FEW.code), by=clerk, at=DURING - timedelta(days=2))
    actions.cancel(other, because="改期", by=clerk, at=DURING)

    assert findings(record_of(a_meeting(branch))) == []


def test_on_leave_yet_present_is_said_with_the_reason(branch, clerk):
    activity = a_meeting(branch, ALL.code)
    who = members_on(branch, DAY).last()
    Absence.objects.create(person=who, kind="sick", from_day=DAY, to_day=DAY, note="住院")

    (finding,) = findings(record_of(activity))

    assert who.name in finding.words and "住院" in finding.words and not finding.blocks


def test_absent_without_a_reason_is_said(branch, clerk):
    activity = a_meeting(branch, ALL.code)
    who = members_on(branch, DAY).last()
    attendance.mark(activity, {who: Mark(Presence.ABSENT)}, by=clerk, at=DURING)
    assert "no-reason" in told(activity)

    attendance.mark(activity, {who: Mark(Presence.ABSENT, "公出")}, by=clerk, at=DURING)
    assert findings(record_of(activity)) == []


def test_somebody_unmarked_cannot_be_lifted(branch, clerk, secretary):
    activity = a_meeting(branch, ALL.code)
    attendance.mark(activity, {secretary: Mark(Presence.UNKNOWN)}, by=clerk, at=DURING)

    assert told(activity)["unmarked"].blocks
    with pytest.raises(NotLiftable):
        signing.waive(record_of(activity), finding="unmarked", reason="都到了", by=secretary, at=DURING)


@pytest.mark.parametrize(("there", "blocked"), [(2, True), (3, False)])
def test_a_committee_of_five_needs_three(branch, clerk, there, blocked):
    """Vector 24."""
    activity = a_meeting(branch)
    away = list(committee_on(branch, DAY))[there:]
    attendance.mark(activity, {one: Mark(Presence.ABSENT, "公出") for one in away}, by=clerk, at=DURING)

    quorum = [one for one in findings(record_of(activity)) if one.code.startswith("quorum")]

    assert [one.rule_id for one in quorum if one.blocks] == (["A13-quorum"] if blocked else [])
