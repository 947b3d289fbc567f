"""Every address of the branch's organisational life, and who may open it; one of everything that stands behind a door."""

from datetime import datetime, timedelta
from typing import Any

from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.planning.actions import arrange
from navmark.foundation.people.models import Person
from navmark.foundation.people.queries import branches, members_on
from navmark.foundation.proceedings import elections
from navmark.foundation.proceedings.actions import agenda
from navmark.foundation.proceedings.judging import Ballots
from navmark.foundation.programme.at_a_stroke import held, plan_of
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
    "branch_life:print": Door(MEETING, ("meeting", "first")),
    "branch_life:print_docx": Door(MEETING, ("meeting", "first")),
    "branch_life:grading_slips": Door(KEPT, ("review_part",)),
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
    branch, secretary = branches(at.date())[0], who["secretary"]
    review = _held(kinds.REVIEW, who, at)
    two, ahead = (secretary, who["clerk"]), at + timedelta(hours=2)
    plan = plan_of(kinds.TALK, branch, ahead, title="谈心", host=secretary, recorder=secretary, chosen=two)
    talk = arrange(plan, by=secretary, at=at)
    return {
        "talk_part": talk.parts.get().pk, "review_part": review.parts.get().pk,
        "standing": Standing.objects.create(part=review.parts.get(), person=secretary, excellent=20).pk,
        "elected": _elected(branch, who, at).pk,
        "proposal": Proposal.objects.create(unit=branch, proposed_by=secretary, theme="主题", at=at).pk,
    }  # fmt: skip


DOORS = Doors(TABLE, things)


def _held(kind: str, who: dict[str, Person], at: datetime) -> Activity:
    starts_at = at - timedelta(hours=2)
    plan = plan_of(kind, branches(at.date())[0], starts_at, host=who["secretary"], recorder=who["clerk"])
    return held(plan, planned_at=starts_at, at=at)


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
