"""An entry that begins from a meeting may begin from one of its tasks: words, owner, unit and day are those of the task."""

import re
from datetime import date

from django.urls import reverse

from navmark.foundation.activities.models import ActivityTag
from navmark.foundation.activities.tests.factories import FEW
from navmark.foundation.links.actions import link
from navmark.foundation.links.campaigns import carry
from navmark.foundation.links.gathering import gathered, unfinished
from navmark.foundation.links.linkable import linkable
from navmark.foundation.links.models import Tag, Tie
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_branch, a_member, a_viewer, holder, signed_in
from navmark.foundation.proceedings.models import Decision, FollowUp
from navmark.foundation.proceedings.tests.factories import a_held_meeting, an_item
from navmark.foundation.registers import actions
from navmark.foundation.registers.actions import EntryHead
from navmark.foundation.registers.files import ENTRY
from navmark.foundation.registers.models import Entry
from navmark.foundation.registers.steps import Course, EntryState, EntryStep
from navmark.foundation.registers.tests.scene import AT, COURSE, make_register

DEEDS = {
    "need": {"type": "paragraph", "label": "群众的需要", "required": "before", "default": "source:task"},
    "due": {"type": "date", "label": "完成时限", "required": "step:accept", "default": "source:due"},
}


def test_a_task_is_chosen_on_the_page_and_nothing_of_it_is_typed_again(inside):
    branch = a_branch()
    clerk, owner = holder(PostKind.CLERK), a_member(branch)
    meeting = a_held_meeting(branch, FEW.code)
    decision = Decision.objects.create(item=an_item(meeting), text="照此落实", kind="decision", made_on=meeting.day)
    task = FollowUp.objects.create(decision=decision, what="给门卫室装暖气", owner=owner, due_on=date(2026, 12, 10))
    make_register("deeds", COURSE, DEEDS, unit_kind="branch", makers=["clerk"], keepers=["clerk"], links=[f"occasion:{FEW.code}"])
    desk, address = signed_in(clerk), reverse("registers:add", args=["deeds"])

    page = desk.get(address, {"from": str(meeting.pk)}).content.decode()
    assert f"?from={task.pk}" in page and "12月10日" in page and "给门卫室装暖气</textarea>" not in page
    page = desk.get(address, {"from": str(task.pk)}).content.decode()
    assert owner.name in page and re.search(r"给门卫室装暖气\s*</textarea>", page)

    typed = {"head-title": "给门卫室装暖气", "head-day": "2026-11-20", "head-owner": owner.name, "paper-need": "给门卫室装暖气"}
    desk.post(f"{address}?from={task.pk}", typed)
    entry = Entry.objects.get()
    assert (entry.unit_id, entry.owner) == (branch.pk, owner) and Tie.objects.get(thing=entry.pk).to_thing == task.pk
    page = desk.get(reverse("registers:entry", args=[entry.pk])).content.decode()
    assert "会议交办" in page and "12月10日" in page


def test_what_is_done_is_said_once_and_taken_back_with_its_step(inside):
    """The task of a meeting is ticked; whether what a superior asked for is handed in too, a person says."""
    branch = a_branch()
    clerk, owner = holder(PostKind.CLERK), a_member(branch)
    meeting = a_held_meeting(branch, FEW.code)
    decision = Decision.objects.create(item=an_item(meeting), text="照此落实", kind="decision", made_on=meeting.day)
    task = FollowUp.objects.create(decision=decision, what="给门卫室装暖气", owner=owner, due_on=date(2026, 12, 10))
    told = {"unit_kind": "branch", "makers": ["clerk"], "keepers": ["clerk"], "numbered": False}
    ended = EntryState("ended", "已办结", is_closed=True, tone="good")
    once = Course((EntryState("new", "待办"), ended), (EntryStep("accept", ("new",), "ended", "办结", ("owner", "clerk")),))
    asked = actions.add(
        make_register("asked", once, {}, title="上报事项", **told),
        EntryHead(branch, "暖气情况", AT.date(), owner),
        {},
        by=clerk,
        at=AT,
    )
    deeds = make_register("deeds", once, DEEDS, title="办实事清单", links=[f"occasion:{FEW.code}", "entry:asked"], **told)
    deed = actions.add(deeds, EntryHead(branch, "装暖气", AT.date(), owner), {"need": "冷"}, by=clerk, at=AT)
    link(ENTRY, deed, [((ends, one.pk), "") for ends, one in (("proceedings.followup", task), (ENTRY, asked))], by=clerk, at=AT)

    desk, address = signed_in(clerk), reverse("registers:step", args=[deed.pk, "accept"])
    page = desk.get(address).content.decode()
    assert re.search(rf'value="{task.pk}"[^>]*checked', page) and "办结：暖气情况（上报事项）" in page
    assert not re.search(rf'value="{asked.pk}"[^>]*checked', page)
    desk.post(address, {"paper-due": "2026-12-01", "closes-done": [str(task.pk), str(asked.pk)]})
    task.refresh_from_db()
    assert task.done_on and task.handed_in == deed.pk and Entry.fresh(asked.pk).moves.get().note == "装暖气"
    assert desk.get(reverse("links:thing", args=[deed.pk]))["Location"] == reverse("registers:entry", args=[deed.pk])

    desk.post(reverse("registers:undo", args=[deed.pk]))
    _is_left_and_carried(meeting, task, clerk)
    task.refresh_from_db()
    assert (task.done_on, task.handed_in) == (None, None) and Entry.fresh(deed.pk).state == "new"

    desk.post(address, {"paper-due": "2026-12-01", "closes-done": [str(task.pk)]})
    task.refresh_from_db()
    assert task.handed_in == deed.pk
    desk.post(reverse("registers:remove", args=[deed.pk]), {"why": "登记重复"})
    task.refresh_from_db()
    assert (task.done_on, task.handed_in) == (None, None)


def _is_left_and_carried(meeting, task, clerk):
    """What a meeting of a campaign asked for is left open by it, and goes on into the next with its day and who does it."""
    was, into = (Tag.objects.create(code=code, title=code, from_day=AT, to_day="2099-01-01") for code in ("was", "into"))
    ActivityTag.objects.create(activity=meeting, label="was")
    room = linkable("proceedings.followup")
    assert room.left(was) == [("会议交办", 1)] and room.left(into) == []
    assert linkable("activities.activity").left(was) == [("记录待完成的活动", 1)]

    (thing,) = unfinished(a_viewer(clerk), was)
    assert (thing.pk, thing.how_far) == (task.pk, "12月10日(周四)前")
    carry([thing], was, into, by=clerk, at=AT)
    assert room.left(was) == [] and room.left(into) == [("会议交办", 1)] and not unfinished(a_viewer(clerk), was)
    assert [one.aside for kind in gathered(a_viewer(clerk), into).kinds for one in kind.things] == ["结转自“was”"]
