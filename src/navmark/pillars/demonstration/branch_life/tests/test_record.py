"""A record from the roll to the lock: votes by the rule of the day, two signatures, the same bytes for ever."""

from datetime import timedelta

import pytest

from navmark.foundation.activities import attendance
from navmark.foundation.activities.attendance import Mark
from navmark.foundation.activities.models import Activity, Presence
from navmark.foundation.activities.register.common import of_year, worksheet
from navmark.foundation.activities.shelves import shelf
from navmark.foundation.cadence.models import DutyState, Fulfilment
from navmark.foundation.cadence.queries import owed_by
from navmark.foundation.proceedings.actions import deciding, writing
from navmark.foundation.proceedings.judging import NoQuorum, Tally
from navmark.foundation.proceedings.models import Origin
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of
from navmark.foundation.records.refusals import Locked, NotSubmitted, OnlyLockedIsAmended, SamePerson, StillBlocked
from navmark.foundation.statute.findings import Impossible
from navmark.foundation.ui.refusals import Stale
from navmark.pillars.demonstration.branch_life import facts, kinds
from navmark.pillars.demonstration.branch_life.sheets import rendering
from navmark.pillars.demonstration.branch_life.tests.scenes import DURING, START, held, item_of


def vote(item, clerk, *, issued, ayes, nays=0, abstentions=0, collected=None):
    tally = Tally(issued, issued if collected is None else collected, ayes, nays, abstentions)
    return deciding.enter_vote(item, tally, subject="方案", by=clerk, at=DURING)


@pytest.mark.parametrize(("present", "ayes", "passed"), [(24, 13, True), (18, 12, False), (13, 13, True), (12, 12, False)])
def test_a_vote_counts_all_who_are_entitled(branch, clerk, present, ayes, passed):
    activity = held(kinds.ASSEMBLY, branch, clerk, present=present)

    entered = vote(item_of(activity, clerk), clerk, issued=present, ayes=ayes, nays=present - ayes)

    assert (entered.entitled, entered.present, entered.passed) == (24, present, passed)


def test_fewer_than_half_open_no_vote(branch, clerk):
    item = item_of(held(kinds.ASSEMBLY, branch, clerk, present=11), clerk)

    with pytest.raises(NoQuorum):
        vote(item, clerk, issued=11, ayes=11)


@pytest.mark.parametrize("sheet", [{"issued": 22, "collected": 23, "ayes": 23}, {"issued": 22, "ayes": 20, "nays": 1}])
def test_sums_that_cannot_be_are_refused(branch, clerk, sheet):
    item = item_of(held(kinds.ASSEMBLY, branch, clerk), clerk)

    with pytest.raises(Impossible):
        vote(item, clerk, **sheet)


def test_what_the_committee_submits_comes_onto_the_assemblys_agenda_once(branch, clerk):
    committee = held(kinds.COMMITTEE, branch, clerk)
    decision = deciding.decide(item_of(committee, clerk), text="提请审议年度计划", to_assembly=True, by=clerk, at=DURING)

    first = held(kinds.ASSEMBLY, branch, clerk, starts_at=START + timedelta(days=3))
    second = held(kinds.ASSEMBLY, branch, clerk, starts_at=START + timedelta(days=4))

    carried = first.parts.get().items.get(origin=Origin.DECISION)
    assert (carried.title, carried.points) == ("审议方案", "提请审议年度计划")
    assert (carried.origin_id, decision.kind) == (decision.pk, "decision")
    assert not second.parts.get().items.exists()


def test_an_assembly_cannot_submit_to_itself(branch, clerk):
    item = item_of(held(kinds.ASSEMBLY, branch, clerk), clerk)

    assert not deciding.decide(item, text="通过", to_assembly=True, by=clerk, at=DURING).to_assembly


def test_a_text_saved_meanwhile_is_not_overwritten(branch, clerk):
    item = item_of(held(kinds.COMMITTEE, branch, clerk), clerk)
    writing.write_item(item, revision=1, points="先写的", by=clerk, at=DURING)

    with pytest.raises(Stale) as stale:
        writing.write_item(item, revision=1, points="后写的", by=clerk, at=DURING)

    assert stale.value.current.points == "先写的"


def test_two_people_sign_and_the_duty_is_done_on_the_day_of_the_meeting(branch, clerk, secretary):
    activity = held(kinds.COMMITTEE, branch, clerk)
    task = deciding.Task("起草方案", secretary, START.date() + timedelta(days=9))
    deciding.decide(item_of(activity, clerk), text="同意", tasks=[task], by=clerk, at=DURING)
    with pytest.raises(NotSubmitted):
        signing.lock(record_of(activity), snapshot={}, by=secretary, at=DURING)

    record = signing.submit(record_of(activity), by=clerk, at=DURING)
    with pytest.raises(SamePerson):
        signing.lock(record, snapshot=facts.snapshot_of(activity), by=clerk, at=DURING)
    signing.lock(record, snapshot=facts.snapshot_of(activity), by=secretary, at=DURING)

    assert [one.done_on for one in Fulfilment.objects.filter(duty__subject_id=branch.pk)] == [START.date()]
    tasks = [one for one in owed_by([secretary.pk], on=START.date()) if one.title == "起草方案"]
    assert [one.state for one in tasks] == [DutyState.DUE]


def test_somebody_unmarked_stands_in_the_way(branch, clerk, secretary):
    activity = held(kinds.COMMITTEE, branch, clerk)
    attendance.mark(activity, {secretary: Mark(Presence.UNKNOWN)}, by=clerk, at=DURING)

    with pytest.raises(StillBlocked):
        signing.submit(record_of(activity), by=clerk, at=DURING)


def test_a_locked_record_prints_the_same_bytes_and_takes_only_amendments(branch, clerk, secretary):
    activity = held(kinds.COMMITTEE, branch, clerk)
    item = item_of(activity, clerk)
    with pytest.raises(OnlyLockedIsAmended):
        signing.amend(record_of(activity), text="更正", by=clerk, at=DURING)
    record = signing.submit(record_of(activity), by=clerk, at=DURING)
    signing.lock(record, snapshot=facts.snapshot_of(activity), by=secretary, at=DURING)
    part = activity.parts.get()
    before = rendering.render(facts.records_of(activity)[part], "pdf")

    secretary.name = "改名"
    secretary.save()
    with pytest.raises(Locked):
        writing.write_item(item, revision=1, points="事后改写", by=clerk, at=DURING)
    with pytest.raises(Locked):
        attendance.mark(activity, {secretary: Mark(Presence.ABSENT)}, by=clerk, at=DURING)

    assert rendering.render(facts.records_of(activity)[part], "pdf") == before
    signing.amend(record_of(activity), text="地点更正为二楼", by=clerk, at=DURING)
    assert rendering.render(facts.records_of(activity)[part], "pdf") != before


def test_a_task_that_is_taken_out_of_the_record_leaves_its_owners_list(branch, clerk, secretary):
    activity = held(kinds.COMMITTEE, branch, clerk)
    task = deciding.Task("起草方案", secretary, START.date() + timedelta(days=9))
    decision = deciding.decide(item_of(activity, clerk), text="同意", tasks=[task], by=clerk, at=DURING)
    signing.submit(record_of(activity), by=clerk, at=DURING)
    assert "起草方案" in [one.title for one in owed_by([secretary.pk], on=START.date())]

    signing.reopen(record_of(activity), by=clerk, at=DURING)
    deciding.remove_decision(decision, by=clerk, at=DURING)

    assert "起草方案" not in [one.title for one in owed_by([secretary.pk], on=START.date())]


def test_the_register_asks_as_many_queries_for_one_meeting_as_for_three(branch, clerk, secretary, django_assert_num_queries):
    rows = of_year(shelf("branch_life"), Activity.objects.all(), START.year)
    deciding.decide(item_of(held(kinds.COMMITTEE, branch, clerk), clerk), text="同意", by=clerk, at=DURING)
    with django_assert_num_queries(4):
        assert [line[-1] for line in worksheet(rows, "登记").rows] == ["同意"]

    for days in (1, 2):
        other = held(kinds.COMMITTEE, branch, clerk, starts_at=START + timedelta(days=days))
        deciding.decide(item_of(other, clerk), text="同意", by=clerk, at=DURING)
    with django_assert_num_queries(4):
        assert len(worksheet(rows, "登记").rows) == 3
