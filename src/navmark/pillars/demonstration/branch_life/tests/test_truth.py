"""A record's truth: what it fulfils is what it says today (house rule 6), and what was changed can be read (rules 9, 14)."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.urls import reverse

from navmark.foundation.activities import actions, attendance, completing
from navmark.foundation.activities.attendance import Mark
from navmark.foundation.activities.models import Activity, ActivityState, Presence
from navmark.foundation.activities.planning.actions import arrange, rearrange
from navmark.foundation.activities.plans import Plan, PlannedPart
from navmark.foundation.activities.refusals import AlreadyHeld, HeldAhead, NotYetBegun, SayWhyMoved
from navmark.foundation.audit.queries import history_of
from navmark.foundation.cadence.models import Fulfilment
from navmark.foundation.people.on_behalf import deeds
from navmark.foundation.people.queries import members_on
from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of
from navmark.foundation.records.refusals import Completed
from navmark.foundation.ui.tests.markup import tight
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import DURING, START, held, item_of

AFTER = START + timedelta(days=3)


@pytest.fixture
def meeting(branch, clerk):
    activity = held(kinds.COMMITTEE, branch, clerk)
    item_of(activity, clerk)
    return activity


def planned_as(activity: Activity, **changes) -> Plan:
    parts = [PlannedPart(part.kind, part.topic, part.number) for part in activity.parts.all()]
    plan = Plan(
        unit=activity.unit, title=activity.title, parts=parts, starts_at=activity.starts_at, ends_at=activity.ends_at,
        place=activity.place, host=activity.host, recorder=activity.recorder,
    )  # fmt: skip
    return replace(plan, **changes)


def moved_to(activity: Activity, day: datetime) -> Plan:
    return planned_as(activity, starts_at=day, ends_at=day + timedelta(hours=1))


def fulfilled() -> list[str]:
    return sorted(row.duty.period_key for row in Fulfilment.objects.select_related("duty"))


def submitted(activity, clerk):
    return signing.submit(record_of(activity), by=clerk, at=AFTER)


def changes_told(activity) -> list[tuple[str, str, str]]:
    newest = deeds(history_of(activity)[:1])[0]
    return [(one.what, one.old, one.new) for one in newest.changes]


def test_a_meeting_moved_to_another_month_fulfils_that_month_alone(meeting, clerk):
    submitted(meeting, clerk)
    assert fulfilled() == ["2026-11"]

    signing.reopen(record_of(meeting), by=clerk, at=AFTER)
    october = START.replace(month=10, day=29)
    rearrange(meeting, moved_to(meeting, october), by=clerk, at=AFTER, because="误记为十一月")
    submitted(meeting, clerk)

    assert fulfilled() == ["2026-10"]


def test_a_complete_record_is_moved_and_marked_only_after_it_is_reopened(meeting, clerk):
    submitted(meeting, clerk)
    person = meeting.roll.first().person

    with pytest.raises(Completed):
        rearrange(meeting, moved_to(meeting, START - timedelta(days=25)), by=clerk, at=AFTER, because="误记")
    with pytest.raises(Completed):
        attendance.mark(meeting, {person: Mark(Presence.ABSENT, "公出")}, by=clerk, at=AFTER)
    with pytest.raises(Completed):
        attendance.take_marks_back(meeting, by=clerk, at=AFTER)


def test_a_reopened_record_fulfils_nothing_until_it_is_complete_again(meeting, clerk, secretary):
    submitted(meeting, clerk)

    signing.send_back(record_of(meeting), reason="缺议题", by=secretary, at=AFTER)

    assert fulfilled() == []


def test_a_dropped_part_fulfils_nothing(branch, clerk):
    both = [PlannedPart(kinds.ASSEMBLY), PlannedPart(kinds.LECTURE)]
    activity = held(kinds.ASSEMBLY, branch, clerk)
    rearrange(activity, planned_as(activity, parts=both), by=clerk, at=AFTER)
    submitted(activity, clerk)
    assert len(fulfilled()) == 2

    signing.reopen(record_of(activity), by=clerk, at=AFTER)
    rearrange(activity, planned_as(activity, parts=both[:1]), by=clerk, at=AFTER)
    submitted(activity, clerk)

    assert len(fulfilled()) == 1


def test_who_was_not_there_after_all_has_had_no_talk(branch):
    one, other = members_on(branch, START.date())[:2]
    talk = held(kinds.TALK, branch, one, chosen=(one, other))
    submitted(talk, one)
    assert len(fulfilled()) == 2

    signing.reopen(record_of(talk), by=one, at=AFTER)
    attendance.mark(talk, {other: Mark(Presence.ABSENT, "未到")}, by=one, at=AFTER)
    submitted(talk, one)

    assert [row.duty.subject_id for row in Fulfilment.objects.select_related("duty")] == [one.pk]


def test_once_somebody_is_marked_as_there_no_day_lies_ahead(meeting, clerk):
    with pytest.raises(HeldAhead):
        rearrange(meeting, moved_to(meeting, datetime(2026, 12, 8, 16, tzinfo=START.tzinfo)), by=clerk, at=DURING)


def test_nothing_that_lies_ahead_is_completed(branch, clerk):
    plan = Plan(unit=branch, title="会议", parts=[PlannedPart(kinds.COMMITTEE)], starts_at=START, recorder=clerk)
    activity = arrange(plan, by=clerk, at=START - timedelta(days=2))

    with pytest.raises(NotYetBegun):
        completing.complete(activity, by=clerk, at=START - timedelta(days=1))
    assert fulfilled() == []


def test_another_day_of_a_marked_roll_needs_a_reason_and_leaves_the_old_day(meeting, clerk):
    earlier = moved_to(meeting, START - timedelta(days=22))
    with pytest.raises(SayWhyMoved):
        rearrange(meeting, earlier, by=clerk, at=AFTER)

    rearrange(meeting, earlier, by=clerk, at=AFTER, because="日期误录")
    entry = history_of(meeting).get(kind="activities.changed")

    assert entry.facts["because"] == "日期误录"
    assert ("开始时间", "11月20日(周五)16:30", "10月29日(周四)16:30") in [
        (one.what, one.old, one.new) for deed in deeds([entry]) for one in deed.changes
    ]


def test_marks_are_taken_back_and_then_it_can_be_cancelled(meeting, clerk):
    with pytest.raises(AlreadyHeld):
        actions.cancel(meeting, because="误录", by=clerk, at=AFTER)

    count = attendance.take_marks_back(meeting, by=clerk, at=AFTER)

    assert count == meeting.roll.count()
    assert Activity.fresh(meeting.pk).state == ActivityState.PLANNED
    assert {(old, new) for _what, old, new in changes_told(meeting)} == {("到会", "未登记")}
    actions.cancel(meeting, because="误录", by=clerk, at=AFTER)


def test_the_last_mark_taken_back_makes_it_planned_again(branch, clerk):
    one, other = [row.person for row in held(kinds.COMMITTEE, branch, clerk).roll.all()[:2]]
    talk = held(kinds.TALK, branch, one, chosen=(one, other))

    attendance.mark(talk, {one: Mark(Presence.UNKNOWN), other: Mark(Presence.LEAVE, "病假")}, by=one, at=DURING)

    assert Activity.fresh(talk.pk).state == ActivityState.PLANNED


def test_the_page_shows_what_was_changed_from_what_to_what(meeting, clerk):
    Activity.objects.filter(pk=meeting.pk).update(place="")
    rearrange(meeting, planned_as(meeting, place="二楼会议室"), by=clerk, at=AFTER)

    page = signed_in(clerk).get(reverse("branch_life:meeting", args=[meeting.pk])).content.decode()

    assert "地点：无 → 二楼会议室" in tight(page)


def test_the_plan_page_asks_why_at_the_field(meeting, clerk):
    page, address = signed_in(clerk), reverse("activities:change", args=[meeting.pk])
    typed = {"title": "会议", "day": "2026-10-29", "start": "16:30", "end": "17:30", "number": "1", "recorder": clerk.name}

    answer = page.post(address, typed)
    assert answer.status_code == 422
    assert "because" in answer.context["form"].errors

    assert page.post(address, typed | {"because": "日期误录"}).status_code == 302


def test_the_roll_page_takes_the_marks_back(meeting, clerk):
    page = signed_in(clerk)
    assert "撤销到会登记" in page.get(reverse("activities:roll", args=[meeting.pk])).content.decode()

    page.post(reverse("activities:take_back", args=[meeting.pk]))

    assert Activity.fresh(meeting.pk).state == ActivityState.PLANNED
