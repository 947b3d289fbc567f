"""更正: votes, decisions and tasks are corrected while the record is open; the trail keeps what stood there before."""

from datetime import datetime
from typing import Any, TypeVar, Unpack

from django.db import transaction

from navmark.foundation.activities.models import Activity
from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before
from navmark.foundation.people.models import Person
from navmark.foundation.proceedings.actions.deciding import Task, VoteDetails, counted_by_two, judged
from navmark.foundation.proceedings.judging import Tally
from navmark.foundation.proceedings.models import Decision, FollowUp, Vote
from navmark.foundation.records.actions.opening import open_record

Row = TypeVar("Row", Vote, Decision, FollowUp)


@transaction.atomic
def correct_vote(vote: Vote, tally: Tally, *, by: Person, at: datetime, **poll: Unpack[VoteDetails]) -> Vote:
    """The tally as it was counted, judged anew. Raises what entering it would."""
    values = judged(vote.item, tally) | counted_by_two(poll)
    return _corrected(vote, vote.item.part.activity, "proceedings.voted", values, by=by, at=at)


@transaction.atomic
def correct_decision(decision: Decision, *, by: Person, at: datetime, **values: Any) -> Decision:
    """`values`: text, to_assembly, reported_up."""
    return _corrected(decision, decision.item.part.activity, "proceedings.decided", values, by=by, at=at)


@transaction.atomic
def correct_task(task: FollowUp, said: Task, *, by: Person, at: datetime) -> FollowUp:
    values = {"what": said.what, "owner": said.owner, "due_on": said.due_on}
    if said.owner != task.owner:  # whoever had taken it over from somebody else has not
        values["taken_over_by"] = None
    return _corrected(task, task.decision.item.part.activity, "proceedings.decided", values, by=by, at=at)


def _corrected(row: Row, activity: Activity, kind: str, values: dict[str, Any], *, by: Person, at: datetime) -> Row:
    open_record(activity)
    before = Before(row, *values, about=row)
    for name, value in values.items():
        setattr(row, name, value)
    changes = before.changes(row)
    if changes:
        row.save(update_fields=list(values))
        record(kind, by=by, at=at, subject=activity, changes=changes)
    return row
