"""The agenda in order, and what one meeting leaves for the next: once each, until it is done."""

from datetime import timedelta

from navmark.foundation.activities import actions as activities
from navmark.foundation.activities.tests.factories import ALL, DAY, DURING, FEW
from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.cadence.models import Duty, DutyState
from navmark.foundation.cadence.queries import with_states
from navmark.foundation.proceedings.actions import agenda, deciding
from navmark.foundation.proceedings.actions.deciding import Task
from navmark.foundation.proceedings.models import AgendaItem, FollowUp, Origin
from navmark.foundation.proceedings.tests.factories import a_held_meeting, an_item
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of

DUE = DAY + timedelta(days=9)


def titles(activity):
    return [item.title for item in AgendaItem.objects.filter(part__activity=activity)]


def decided(activity, clerk, *, owner, text="同意", **more):
    return deciding.decide(an_item(activity), text=text, tasks=[Task("起草方案", owner, DUE)], by=clerk, at=DURING, **more)


def test_items_move_within_their_list_and_no_further(branch, clerk):
    activity = a_held_meeting(branch)
    first, _second, third = (an_item(activity, title) for title in "甲乙丙")

    agenda.move_item(third, up=True, by=clerk, at=DURING)
    agenda.move_item(first, up=True, by=clerk, at=DURING)

    assert titles(activity) == ["甲", "丙", "乙"]


def test_an_unfinished_task_comes_to_the_next_meeting_of_its_kind_and_a_finished_one_does_not(branch, clerk, secretary):
    decision = decided(a_held_meeting(branch), clerk, owner=secretary)
    second = a_held_meeting(branch, days=3)
    agenda.carry_over(second, by=clerk, at=DURING)
    agenda.carry_over(second, by=clerk, at=DURING)
    assert titles(second) == ["起草方案"]
    activities.cancel(a_planned(second, clerk), because="改期", by=clerk, at=DURING)

    deciding.finish_task(decision.follow_ups.get(), on=DAY, by=secretary, at=DURING)
    third = a_held_meeting(branch, days=4)
    agenda.carry_over(third, by=clerk, at=DURING)
    assert titles(third) == []


def a_planned(activity, clerk):
    """The same meeting with nobody marked: it can be cancelled."""
    activity.roll.update(presence="", marked_by=None, marked_at=None)
    return activity


def test_what_a_cancelled_meeting_would_have_taken_up_comes_to_the_next(branch, clerk, secretary):
    decided(a_held_meeting(branch), clerk, owner=secretary)
    second = a_held_meeting(branch, days=3)
    agenda.carry_over(second, by=clerk, at=DURING)
    activities.cancel(a_planned(second, clerk), because="改期", by=clerk, at=DURING)

    third = a_held_meeting(branch, days=4)
    agenda.carry_over(third, by=clerk, at=DURING)

    assert titles(third) == ["起草方案"]


def test_the_committees_decision_goes_to_the_assembly_alone(branch, clerk, secretary):
    decided(a_held_meeting(branch), clerk, owner=secretary, text="提请审议", to_assembly=True)

    few, everybody = a_held_meeting(branch, FEW.code, days=3), a_held_meeting(branch, ALL.code, days=3)
    for activity in (few, everybody):
        agenda.carry_over(activity, by=clerk, at=DURING)

    item = AgendaItem.objects.get(part__activity=everybody)
    assert (item.title, item.points, item.origin) == ("研究工作", "提请审议", Origin.DECISION)
    assert titles(few) == ["起草方案"]


def tasks(on):
    rows = Duty.objects.filter(source_kind="follow_up", settled="", closed_at__isnull=True)
    return with_states(rows, on)


def test_a_task_becomes_its_owners_duty_when_the_record_is_submitted_and_ends_with_it(branch, clerk, secretary):
    activity = a_held_meeting(branch)
    decision = decided(activity, clerk, owner=secretary)
    assert tasks(DAY) == []

    signing.submit(record_of(activity), by=clerk, at=DURING)
    (duty,) = tasks(DAY)
    assert (duty.title, duty.duty.due_on, duty.state) == ("起草方案", DUE, DutyState.DUE)
    assert [one.state for one in tasks(DUE + timedelta(days=1))] == [DutyState.LATE]

    deciding.finish_task(decision.follow_ups.get(), on=DAY, by=secretary, at=DURING)
    assert tasks(DAY) == []
    assert FollowUp.objects.get().done_on == DAY


def test_an_item_taken_off_takes_its_tasks_along_and_leaves_its_trace(branch, clerk, secretary):
    activity = a_held_meeting(branch)
    decision = decided(activity, clerk, owner=secretary)
    signing.submit(record_of(activity), by=clerk, at=DURING)

    signing.reopen(record_of(activity), by=clerk, at=DURING)
    agenda.remove_item(decision.item, by=clerk, at=DURING)

    assert tasks(DAY) == []
    assert not FollowUp.objects.exists()
    assert AuditEntry.objects.filter(kind="proceedings.agenda", subject_id=activity.pk).count() == 2
