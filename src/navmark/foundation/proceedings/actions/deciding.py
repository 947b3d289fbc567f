"""Votes, decisions, follow-ups."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, Required, TypedDict, Unpack
from uuid import UUID

from django.db import transaction

from navmark.foundation.activities.models import Removed
from navmark.foundation.activities.removing import remove
from navmark.foundation.activities.roll import Rolls
from navmark.foundation.audit.actions import record
from navmark.foundation.cadence.tasks import complete_source, reopen_source, withdraw
from navmark.foundation.people.models import Person
from navmark.foundation.proceedings.deliberation import deliberation_of
from navmark.foundation.proceedings.judging import Tally, judge
from navmark.foundation.proceedings.models import AgendaItem, Decision, FollowUp, Vote
from navmark.foundation.proceedings.refusals import NothingToDecide, require_two
from navmark.foundation.records.actions.opening import open_record


class VoteDetails(TypedDict, total=False):
    """What was put to the vote, how, and who watched and counted. `candidate`: whose votes these are, in an election."""

    subject: Required[str]
    method: str
    overseer: Person | None
    counter: Person | None
    candidate: Person | None


@transaction.atomic
def enter_vote(item: AgendaItem, tally: Tally, *, by: Person, at: datetime, **poll: Unpack[VoteDetails]) -> Vote:
    """Enter the tally of a vote and judge it by the rule of the meeting's day.

    Raises statute's Impossible for sums that cannot be, and for a vote that could not be opened; a lost vote is an outcome,
    not an error.
    """
    activity = item.part.activity
    open_record(activity)
    item.to_vote = True
    item.save(update_fields=["to_vote"])
    vote = Vote.objects.create(item=item, at=at, **judged(item, tally), **counted_by_two(poll))
    record("proceedings.voted", by=by, at=at, subject=activity, item=str(item.pk), passed=vote.passed)
    return vote


def judged(item: AgendaItem, tally: Tally) -> dict[str, Any]:
    """The tally with its verdict; who was entitled and who was there is counted from the roll."""
    sitting, activity = item.sitting, item.part.activity
    if sitting is None:
        raise NothingToDecide
    roll = Rolls(activity).of(item.part)
    counted = {"entitled": roll.entitled, "present": roll.entitled_present}
    verdict = judge(tally, sitting, on=activity.day, **counted)
    said = {"passed": verdict.passed, "outcome": verdict.words, "rule_id": verdict.rule_id, "rule_version": verdict.version}
    return asdict(tally) | counted | said


def counted_by_two(poll: VoteDetails) -> VoteDetails:
    require_two(poll.get("overseer"), poll.get("counter"))
    return poll


@transaction.atomic
def remove_vote(vote: Vote, *, by: Person, at: datetime) -> Removed:
    """Take a mistyped tally back; the decision that rests on it stays and stands without a vote until a new one is entered."""
    activity = vote.item.part.activity
    open_record(activity)
    record("proceedings.voted", by=by, at=at, subject=activity, removed=vote.subject)
    return remove(activity, [vote], what=vote.subject, by=by, at=at, loosens=(vote.decisions.all(), "vote"))


@dataclass(frozen=True)
class Task:
    """What, who, by when."""

    what: str
    owner: Person
    due_on: date


@transaction.atomic
def decide(
    item: AgendaItem,
    *,
    text: str,
    by: Person,
    at: datetime,
    vote: Vote | None = None,
    to_assembly: bool = False,
    reported_up: bool = False,
    tasks: Sequence[Task] = (),
) -> Decision:
    """Write down what was decided. Its kind (决议, 决定, 意见) follows from the meeting. Raises NothingToDecide."""
    activity = item.part.activity
    open_record(activity)
    form = deliberation_of(item.part.kind)
    if form.decides is None:
        raise NothingToDecide
    decision = Decision.objects.create(
        item=item, kind=form.decides, text=text, vote=vote, reported_up=reported_up,
        to_assembly=to_assembly and form.may_submit_to_assembly, made_on=activity.day,
    )  # fmt: skip
    FollowUp.objects.bulk_create(
        FollowUp(decision=decision, what=task.what, owner=task.owner, due_on=task.due_on) for task in tasks
    )
    record("proceedings.decided", by=by, at=at, subject=activity, item=str(item.pk))
    return decision


@transaction.atomic
def remove_decision(decision: Decision, *, by: Person, at: datetime) -> Removed:
    activity = decision.item.part.activity
    open_record(activity)
    record("proceedings.decided", by=by, at=at, subject=activity, removed=decision.text)
    withdraw("follow_up", decision.follow_ups.values_list("pk", flat=True))
    return remove(activity, [decision], what=decision.text, by=by, at=at)


@transaction.atomic
def add_task(decision: Decision, task: Task, *, by: Person, at: datetime) -> FollowUp:
    activity = decision.item.part.activity
    open_record(activity)
    follow_up = FollowUp.objects.create(decision=decision, what=task.what, owner=task.owner, due_on=task.due_on)
    record("proceedings.decided", by=by, at=at, subject=activity, task=task.what)
    return follow_up


@transaction.atomic
def remove_task(follow_up: FollowUp, *, by: Person, at: datetime) -> Removed:
    activity = follow_up.decision.item.part.activity
    open_record(activity)
    record("proceedings.decided", by=by, at=at, subject=activity, removed_task=follow_up.what)
    withdraw("follow_up", [follow_up.pk])
    return remove(activity, [follow_up], what=follow_up.what, by=by, at=at)


@transaction.atomic
def finish_task(follow_up: FollowUp, *, on: date, by: Person, at: datetime, through: UUID | None = None) -> None:
    """The task is done, with what was handed in for it; its duty is done with it. Allowed after the lock: the record does not
    change."""
    FollowUp.objects.filter(pk=follow_up.pk, done_on__isnull=True).update(done_on=on, handed_in=through)
    doer = None if follow_up.doer == by else follow_up.doer
    complete_source(("follow_up", follow_up.pk), on=on, by=by, at=at, on_behalf_of=doer)


@transaction.atomic
def reopen_task(follow_up: FollowUp, *, by: Person, at: datetime) -> None:
    """It is not done after all: neither the task nor its duty."""
    FollowUp.objects.filter(pk=follow_up.pk).update(done_on=None, handed_in=None)
    doer = None if follow_up.doer == by else follow_up.doer
    reopen_source(("follow_up", follow_up.pk), by=by, at=at, on_behalf_of=doer)
