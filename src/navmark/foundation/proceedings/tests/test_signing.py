"""Who may write, who may sign, and what is still possible afterwards."""

import json

import pytest
from django.urls import reverse

from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.tests.factories import ALL, DURING
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.queries import members_on
from navmark.foundation.people.tests.factories import a_viewer, holder, signed_in
from navmark.foundation.proceedings.actions import agenda, deciding, writing
from navmark.foundation.proceedings.actions.deciding import Task
from navmark.foundation.proceedings.tests.factories import a_held_meeting, an_item
from navmark.foundation.records import access
from navmark.foundation.records.actions import signing
from navmark.foundation.records.models import Record, RecordState
from navmark.foundation.records.queries import record_of
from navmark.foundation.records.refusals import Completed, Locked, NotSubmitted
from navmark.foundation.ui.refusals import Refusal


@pytest.fixture
def meeting(branch):
    return a_held_meeting(branch, ALL.code)


def submitted(meeting, by):
    return signing.submit(record_of(meeting), by=by, at=DURING)


def locked(meeting, clerk, secretary):
    return signing.lock(submitted(meeting, clerk), snapshot={"1": {}}, by=secretary, at=DURING)


def test_what_was_sent_back_is_open_again_and_nothing_else_can_be_sent_back(meeting, clerk, secretary):
    with pytest.raises(NotSubmitted):
        signing.send_back(record_of(meeting), reason="缺议题", by=secretary, at=DURING)

    record = signing.send_back(submitted(meeting, clerk), reason="缺议题", by=secretary, at=DURING)

    assert (record.state, record.submitted_by, record.submitted_at) == (RecordState.OPEN, None, None)


def test_nothing_but_reopening_opens_a_submitted_record(meeting, clerk, secretary):
    item = an_item(meeting)
    submitted(meeting, clerk)

    with pytest.raises(Completed):
        writing.write_item(item, revision=1, points="补充一句", by=clerk, at=DURING)
    with pytest.raises(Refusal):
        signing.waive(record_of(meeting), finding="rest-day", reason="已说明", by=secretary, at=DURING)
    assert record_of(meeting).state == RecordState.SUBMITTED

    signing.reopen(record_of(meeting), by=clerk, at=DURING)
    writing.write_item(item, revision=1, points="补充一句", by=clerk, at=DURING)


@pytest.mark.parametrize(
    "act",
    [
        lambda item, who: agenda.add_item(item.part, title="后加", by=who, at=DURING),
        lambda item, who: agenda.remove_item(item, by=who, at=DURING),
        lambda item, who: agenda.move_item(item, up=True, by=who, at=DURING),
        lambda item, who: writing.write_item(item, revision=1, points="后写", by=who, at=DURING),
        lambda item, who: writing.write_speech(item, who, text="后写", by=who, at=DURING),
        lambda item, who: deciding.decide(item, text="后定", by=who, at=DURING),
        lambda item, who: deciding.remove_decision(item.decisions.get(), by=who, at=DURING),
        lambda item, who: deciding.add_task(item.decisions.get(), Task("后派", who, DURING.date()), by=who, at=DURING),
        lambda item, who: signing.note_separate_record(record_of(item.part.activity), number="1", by=who, at=DURING),
        lambda item, who: signing.waive(record_of(item.part.activity), finding="x", reason="y", by=who, at=DURING),
    ],
)  # fmt: skip
def test_nothing_is_written_to_a_locked_record(meeting, clerk, secretary, act):
    item = an_item(meeting)
    deciding.decide(item, text="同意", by=clerk, at=DURING)
    locked(meeting, clerk, secretary)

    with pytest.raises(Locked):
        act(item, secretary)


def test_a_task_can_be_finished_after_the_lock(meeting, clerk, secretary):
    task = Task("落实", secretary, DURING.date())
    decision = deciding.decide(an_item(meeting), text="同意", tasks=[task], by=clerk, at=DURING)
    locked(meeting, clerk, secretary)

    deciding.finish_task(decision.follow_ups.get(), on=DURING.date(), by=secretary, at=DURING)

    assert decision.follow_ups.get().done_on == DURING.date()


def test_host_secretary_and_clerk_write_a_member_reads_and_nobody_signs_twice(meeting, branch, clerk, secretary):
    member = next(one for one in members_on(branch, DURING.date()) if not one.posts.exists())
    record = submitted(meeting, clerk)

    assert not access.may_lock(a_viewer(member), record)
    assert not access.may_lock(a_viewer(clerk), record)
    assert access.may_lock(a_viewer(secretary), record)


def test_a_committee_member_of_an_assembly_does_not_lock_what_she_does_not_keep(meeting, branch, clerk, secretary):
    other = holder(PostKind.DISCIPLINE)  # the deputy keeps what the secretary keeps

    assert not access.may_lock(a_viewer(other), submitted(meeting, clerk))


def test_the_pages_lead_from_submission_to_amendment(meeting, clerk, secretary):
    writer, second = signed_in(clerk), signed_in(secretary)
    names = ("submit", "send_back", "separate", "amend")
    pages = {name: reverse(f"records:{name}", args=[ACTIVITY, meeting.pk]) for name in names}

    writer.post(pages["separate"], {"number": "2026-3"})
    writer.post(pages["submit"])
    assert Record.objects.get().state == RecordState.SUBMITTED
    second.post(pages["send_back"], {"reason": ""})
    assert Record.objects.get().state == RecordState.SUBMITTED
    second.post(pages["send_back"], {"reason": "缺议题"})
    assert (Record.objects.get().state, Record.objects.get().separate_number) == (RecordState.OPEN, "2026-3")

    locked(meeting, clerk, secretary)
    writer.post(pages["amend"], {"text": "地点更正为二楼"})
    assert [one.text for one in Record.objects.get().amendments.all()] == ["地点更正为二楼"]
    assert json.loads(json.dumps(Record.objects.get().snapshot)) == {"1": {}}


@pytest.mark.parametrize(
    ("page", "field", "typed"),
    [("amend", "text", "更" * 5_001), ("send_back", "reason", "改" * 201), ("separate", "number", "3" * 41)],
)
def test_words_that_are_too_long_come_back_with_the_reason(meeting, clerk, secretary, page, field, typed):
    if page != "separate":
        submitted(meeting, clerk)
    answer = signed_in(secretary if page == "send_back" else clerk).post(
        reverse(f"records:{page}", args=[ACTIVITY, meeting.pk]), {field: typed}
    )

    assert answer.status_code == 422
    assert typed in answer.content.decode() and "最多" in answer.content.decode()
