"""Every address of the branch's organisational life, and who may open it; one of everything that stands behind a door."""

from datetime import datetime, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from navmark.foundation.activities import attendance
from navmark.foundation.activities.actions import Plan, PlannedPart
from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.planning.actions import arrange
from navmark.foundation.attachments.actions import attach, remove
from navmark.foundation.attachments.models import FileKind
from navmark.foundation.cadence.models import Duty
from navmark.foundation.people.models import Person
from navmark.foundation.people.queries import branches, members_on
from navmark.foundation.proceedings import elections
from navmark.foundation.proceedings.actions import agenda, deciding, writing
from navmark.foundation.proceedings.judging import Ballots
from navmark.foundation.programme.bringing import MOVED, NO, NONE, OK, Door, Doors
from navmark.foundation.records.models import Record, RecordState
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.models import Proposal, Standing

PARTY = (MOVED, NO, OK, OK, OK, NO, OK)
MEETING = (MOVED, NONE, OK, OK, OK, NONE, NONE)  # a general meeting: the branch sees it
KEPT = (MOVED, NONE, NO, OK, OK, NONE, NONE)
TABLE = {
    "branch_life:meeting": Door(MEETING, ("meeting",)),
    "branch_life:elected": Door(KEPT, ("elected",)),
    "branch_life:copy": Door(MEETING, ("meeting",)),
    "branch_life:sign_in_sheet": Door(MEETING, ("meeting",)),
    "branch_life:sign_in_sheet_docx": Door(MEETING, ("meeting",)),
    "branch_life:print": Door(MEETING, ("meeting", "first", "pdf")),
    "branch_life:slips": Door(KEPT, ("meeting", "first")),
    "branch_life:slips_docx": Door(KEPT, ("meeting", "first")),
    "branch_life:tally": Door(KEPT, ("meeting", "first")),
    "branch_life:tally_docx": Door(KEPT, ("meeting", "first")),
    "branch_life:grading_slips": Door(KEPT, ("review", "first")),
    "branch_life:standings": Door(KEPT, ("review_part",)),
    "branch_life:known": Door((MOVED, NONE, NONE, MOVED, MOVED, NONE, NONE), ("standing",), "post"),
    "branch_life:note": Door((MOVED, NONE, NONE, MOVED, MOVED, NONE, NONE), ("talk_part",), "post"),
    "branch_life:year": Door(PARTY),
    "branch_life:talks": Door(PARTY),
    "branch_life:led": Door((MOVED, NO, OK, NO, OK, NO, OK)),
    "branch_life:proposals": Door(PARTY),
    "branch_life:answer_proposal": Door((MOVED, NO, NO, MOVED, MOVED, NO, NONE), ("proposal",), "post"),
}


def things(who: dict[str, Person], at: datetime) -> dict[str, Any]:
    """Also what the doors of the rooms below name: a meeting with all that can stand in its record."""
    branch, clerk, secretary = branches(at.date())[0], who["clerk"], who["secretary"]
    meeting = _held(kinds.ASSEMBLY, who, at)
    part = meeting.parts.get()
    item, spare = (agenda.add_item(part, title=title, by=clerk, at=at) for title in ("议题一", "议题二"))
    tally = deciding.Tally(issued=24, collected=24, ayes=20, nays=2, abstentions=2)
    writing.write_speech(item, secretary, text="同意", by=clerk, at=at)
    vote = deciding.enter_vote(item, tally, subject="方案", overseer=secretary, counter=clerk, by=clerk, at=at)
    task = deciding.Task("落实", secretary, at.date() + timedelta(days=9))
    decisions = [deciding.decide(item, text=text, tasks=[task], by=clerk, at=at) for text in ("甲", "乙", "丙")]
    removed = agenda.remove_item(agenda.add_item(part, title="误加", by=clerk, at=at), by=clerk, at=at)
    ballot = agenda.add_item(part, title="选举", stricter=True, by=clerk, at=at)
    day, review = _held(kinds.THEME_DAY, who, at), _held(kinds.REVIEW, who, at)
    duty = Duty.objects.filter(subject_id=branch.pk, cadence__code="committee").order_by("opens_on").first()
    assert duty is not None
    return {
        "meeting": meeting.pk, "part": part.pk, "item": item.pk, "spare_item": spare.pk, "vote": vote.pk,
        "decision": decisions[0].pk, "other_decision": decisions[1].pk,
        "follow_up": decisions[1].follow_ups.get().pk, "other_follow_up": decisions[2].follow_ups.get().pk,
        "day_part": day.parts.get().pk, "talk_part": _talk(who, at).parts.get().pk, "review": review.pk,
        "review_part": review.parts.get().pk,
        "standing": Standing.objects.create(part=review.parts.get(), person=secretary, excellent=20).pk,
        "removed": removed.pk, "ballot_item": ballot.pk, "elected": _elected(branch, who, at).pk, "duty": duty.pk,
        "proposal": Proposal.objects.create(unit=branch, proposed_by=secretary, theme="主题", at=at).pk,
        "file": attached(meeting, clerk, at).pk, "removed_file": _removed_file(meeting, clerk, at), "owner_kind": ACTIVITY,
        "finding": "rest-day", "kind": kinds.ASSEMBLY, "first": 1, "pdf": "pdf",
    }  # fmt: skip


DOORS = Doors(TABLE, things)


def attached(activity: Activity, by: Person, at: datetime) -> Any:
    """The scanned sheet of this meeting."""
    upload = SimpleUploadedFile("签到表原件.pdf", b"%PDF-1.7")
    return attach(upload, owner_kind=ACTIVITY, owner_id=activity.pk, kind=FileKind.SIGNED_SHEET, by=by, at=at)


def _removed_file(activity: Activity, by: Person, at: datetime) -> Any:
    """One that was removed a moment ago."""
    upload = SimpleUploadedFile("误传.pdf", b"%PDF-1.7 wrong")
    wrong = attach(upload, owner_kind=ACTIVITY, owner_id=activity.pk, by=by, at=at)
    remove(wrong, by=by, at=at)
    return wrong.pk


def _held(kind: str, who: dict[str, Person], at: datetime) -> Activity:
    starts_at = at - timedelta(hours=2)
    plan = Plan(
        unit=branches(at.date())[0], title="十一月", parts=[PlannedPart(kind)], starts_at=starts_at, host=who["secretary"],
        recorder=who["clerk"],
    )  # fmt: skip
    activity = arrange(plan, by=who["clerk"], at=starts_at)
    attendance.all_others_present(activity, by=who["clerk"], at=at)
    return activity


def _talk(who: dict[str, Person], at: datetime) -> Activity:
    """The secretary and the clerk will talk."""
    two, unit, starts_at = (who["secretary"], who["clerk"]), branches(at.date())[0], at + timedelta(hours=2)
    plan = Plan(
        unit=unit, title="谈心", parts=[PlannedPart(kinds.TALK)], starts_at=starts_at, host=two[0], recorder=two[0], chosen=two
    )
    return arrange(plan, by=two[0], at=at)


def _elected(branch: Any, who: dict[str, Person], at: datetime) -> Activity:
    """A locked meeting that elected the secretary anew."""
    clerk, secretary, activity = who["clerk"], who["secretary"], _held(kinds.ASSEMBLY, who, at)
    item = agenda.add_item(activity.parts.get(), title="选举书记", stricter=True, by=clerk, at=at)
    one = members_on(branch, at.date()).filter(party_statuses__status="full").last()
    assert one is not None
    elections.nominate(item, [one], seats=1, by=clerk, at=at)
    counts, papers = [elections.Count(one, 20, 4)], Ballots(24, 24, 0)
    elections.count(item, papers, counts, overseer=secretary, counter=clerk, by=clerk, at=at)
    signed = {"submitted_by": clerk.pk, "submitted_at": at, "locked_by": secretary.pk, "locked_at": at, "snapshot": {}}
    Record.objects.filter(owner_id=activity.pk).update(state=RecordState.LOCKED, **signed)
    return activity
