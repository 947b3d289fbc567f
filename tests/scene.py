"""One of everything in a school, and the people who try its doors: what the table of doors calls by name."""

import json
from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from navmark.foundation.activities import attendance
from navmark.foundation.activities.actions import Plan, PlannedPart
from navmark.foundation.activities.feed import key_for
from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.occasions.tests.scene import an_occasion
from navmark.foundation.attachments import actions as attachments
from navmark.foundation.attachments.actions import attach
from navmark.foundation.attachments.models import FileKind
from navmark.foundation.cadence.actions import one_off
from navmark.foundation.cadence.models import Duty
from navmark.foundation.notices.actions import tell
from navmark.foundation.notices.models import Notice
from navmark.foundation.people.accounts import invite
from navmark.foundation.people.models import ImportDraft, Invitation, Person, Post, PostKind, Unit, UnitKind
from navmark.foundation.people.queries import members_on
from navmark.foundation.people.tests.factories import (
    a_branch,
    a_class,
    a_member,
    a_post,
    a_pupil,
    a_staff_member,
    a_unit,
    an_account,
    an_administrator,
    holder,
    signed_in,
)
from navmark.foundation.proceedings import elections
from navmark.foundation.proceedings.actions import agenda, deciding, writing
from navmark.foundation.proceedings.judging import Ballots
from navmark.foundation.programme.loading import establish_programme
from navmark.foundation.records.models import Record, RecordState
from navmark.foundation.tables.reading import read
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.branch_life import actions, kinds
from navmark.pillars.demonstration.branch_life.models import Proposal, Standing
from navmark.project.chores import keep_duties


def set_scene(school: School, neighbour: School) -> dict[str, Any]:
    """One of everything, in our school; and the people who try the doors."""
    with within(neighbour):
        a_branch(members=6, probationary=0, committee=3, groups=1)
        there = signed_in(holder(PostKind.SECRETARY))
    with within(school):
        things = _things(a_branch())
        clients = {
            "staff": a_staff_member(), "member": a_member(things["branch_row"]), "clerk": holder(PostKind.CLERK),
            "secretary": holder(PostKind.SECRETARY), "administrator": an_administrator(),
        }  # fmt: skip
        things |= {name: signed_in(person) for name, person in clients.items()}
    return things | {"stranger": Client(), "neighbour": there, "shelf": "keeping"}


def _things(branch) -> dict[str, Any]:
    at = timezone.now()
    establish_programme(at=at)
    keep_duties(at)
    clerk, secretary = holder(PostKind.CLERK), holder(PostKind.SECRETARY)
    meeting = _held(branch, kinds.ASSEMBLY, clerk, at)
    part = meeting.parts.get()
    item, spare = (agenda.add_item(part, title=title, by=clerk, at=at) for title in ("议题一", "议题二"))
    tally = deciding.Tally(issued=24, collected=24, ayes=20, nays=2, abstentions=2)
    writing.write_speech(item, secretary, text="同意", by=clerk, at=at)
    vote = deciding.enter_vote(item, tally, subject="方案", overseer=secretary, counter=clerk, by=clerk, at=at)
    task = deciding.Task("落实", secretary, at.date() + timedelta(days=9))
    decisions = [deciding.decide(item, text=text, tasks=[task], by=clerk, at=at) for text in ("甲", "乙", "丙")]
    removed = agenda.remove_item(agenda.add_item(part, title="误加", by=clerk, at=at), by=clerk, at=at)
    ballot = agenda.add_item(part, title="选举", stricter=True, by=clerk, at=at)
    day, review = _held(branch, kinds.THEME_DAY, clerk, at), _held(branch, kinds.REVIEW, clerk, at)
    duty = Duty.objects.filter(subject_id=branch.pk, cadence__code="committee").order_by("opens_on").first()
    due = at.date()
    errand = one_off(title="任务", owner=secretary, due_on=due, source=("test", secretary.pk), by=secretary, at=at)
    tell([secretary.pk], kind="coming", title="提醒", url="/", subject=branch.pk, at=at)
    an_account(secretary)
    invite(secretary, by=clerk, at=at)
    post = Post.objects.filter(kind=PostKind.GROUP_LEADER).first()
    klass, group = a_class(), a_unit(UnitKind.SUBJECT_GROUP, "数学组")
    a_post(clerk, PostKind.SUBJECT_HEAD, unit=group)
    draft = ImportDraft.objects.create(
        kind="staff", file_name="表.txt", content=_table(), school_year=2026, made_by=clerk, made_at=at,
        expires_at=at + timedelta(days=1),
    )  # fmt: skip
    return {
        "branch_row": branch, "branch": branch.pk, "meeting": meeting.pk, "part": part.pk, "item": item.pk,
        "spare_item": spare.pk, "vote": vote.pk, "decision": decisions[0].pk, "other_decision": decisions[1].pk,
        "follow_up": decisions[1].follow_ups.get().pk, "other_follow_up": decisions[2].follow_ups.get().pk,
        "day_part": day.parts.get().pk, "review": review.pk, "review_part": review.parts.get().pk,
        "standing": Standing.objects.create(part=review.parts.get(), person=secretary, excellent=20).pk,
        "removed": removed.pk, "ballot_item": ballot.pk, "elected": _elected(branch, clerk, secretary, at).pk,
        "duty": duty.pk, "task": errand.pk, "notice": Notice.objects.get(kind="coming").pk,
        "pupil": a_pupil(klass).pk, "person": members_on(branch, at.date()).first().pk, "holder": post.person_id,
        "post_row": post.pk, "draft": draft.pk, "feed": key_for(secretary, at=at).token,
        "proposal": Proposal.objects.create(unit=branch, proposed_by=secretary, theme="主题", at=at).pk,
        "file": attached(meeting, clerk, at).pk, "removed_file": _removed_file(meeting, clerk, at), "owner_kind": ACTIVITY,
        "reset": Invitation.objects.get().pk, "code": "AAAA-BBBB-CCCC",
        "rule": "A08", "post": "clerk", "part_of_person": "details", "fact": "posts",
        "unit": group.pk, "of_group": "subject_research", "of_class": "class_meeting", **_of_the_programme(group, clerk, at),
        "finding": "rest-day", "kind": "branch_assembly", "first": 1, "pdf": "pdf",
    }  # fmt: skip


def _of_the_programme(group: Unit, head: Person, at) -> dict[str, Any]:
    """An occasion of a kind that is described by data alone, and what is due of it."""
    keep_duties(at)
    duty = Duty.objects.filter(subject_id=group.pk, cadence__code="subject_research").order_by("opens_on").first()
    return {"group_duty": duty.pk, "occasion": an_occasion("subject_research", group, by=head).pk}


def _held(branch, kind: str, clerk: Person, at):
    starts_at = at - timedelta(hours=2)
    host = holder(PostKind.SECRETARY)
    plan = Plan(unit=branch, title="十一月", parts=[PlannedPart(kind)], starts_at=starts_at, host=host, recorder=clerk)
    activity = actions.arrange(plan, by=clerk, at=starts_at)
    attendance.all_others_present(activity, by=clerk, at=at)
    return activity


def _elected(branch, clerk: Person, secretary: Person, at):
    """A locked meeting that elected the secretary anew."""
    activity = _held(branch, kinds.ASSEMBLY, clerk, at)
    item = agenda.add_item(activity.parts.get(), title="选举书记", stricter=True, by=clerk, at=at)
    one = members_on(branch, at.date()).filter(party_statuses__status="full").last()
    elections.nominate(item, [one], seats=1, by=clerk, at=at)
    counts, papers = [elections.Count(one, 20, 4)], Ballots(24, 24, 0)
    elections.count(item, papers, counts, overseer=secretary, counter=clerk, by=clerk, at=at)
    signed = {"submitted_by": clerk.pk, "submitted_at": at, "locked_by": secretary.pk, "locked_at": at, "snapshot": {}}
    Record.objects.filter(owner_id=activity.pk).update(state=RecordState.LOCKED, **signed)
    return activity


def attached(activity, by: Person, at):
    """The scanned sheet of this meeting."""
    upload = SimpleUploadedFile("签到表原件.pdf", b"%PDF-1.7")
    return attach(upload, owner_kind=ACTIVITY, owner_id=activity.pk, kind=FileKind.SIGNED_SHEET, by=by, at=at)


def _removed_file(activity, by: Person, at):
    """One that was removed a moment ago."""
    upload = SimpleUploadedFile("误传.pdf", b"%PDF-1.7 wrong")
    wrong = attach(upload, owner_kind=ACTIVITY, owner_id=activity.pk, by=by, at=at)
    attachments.remove(wrong, by=by, at=at)
    return wrong.pk


def _table() -> str:
    return json.dumps(read("姓名\t手机号码\n王一\t19900000001", "表.txt").as_json(), ensure_ascii=False)
