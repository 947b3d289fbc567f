"""Every write to this mechanism's own rows."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction
from django.utils.translation import gettext as _

from navmark.foundation.activities.models import Part, Removed
from navmark.foundation.activities.removing import remove
from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before, Change
from navmark.foundation.cadence import waiting
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.proceedings.actions.agenda import add_item
from navmark.foundation.proceedings.models import Origin
from navmark.foundation.records.actions.opening import open_record
from navmark.foundation.ui.refusals import Refusal, Stale
from navmark.pillars.demonstration.branch_life.models import (
    LectureNote,
    LifeMeetingNote,
    Proposal,
    ProposalState,
    ReviewNote,
    Segment,
    Talk,
    ThemeDayNote,
)
from navmark.pillars.demonstration.branch_life.waiting import PROPOSALS

Note = TypeVar("Note", bound=LectureNote | ThemeDayNote | LifeMeetingNote | ReviewNote | Talk)


class AlreadyAnswered(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This proposal has been answered already."))


@transaction.atomic
def write_note(model: type[Note], part: Part, values: Mapping[str, Any], *, revision: int, by: Person, at: datetime) -> Note:
    """Save the sheet of one part. Revision 0: not written before. Raises Stale when something else was saved since, or Locked."""
    open_record(part.activity)
    known = model.objects.select_for_update().filter(part=part).first()
    if known is None:
        known = model(part=part)
    elif all(getattr(known, name) == value for name, value in values.items()):
        return known
    elif known.revision != revision:
        raise Stale(known)
    else:
        known.revision += 1
    before = Before(known, *values)
    for name, value in values.items():
        setattr(known, name, value)
    known.save()
    record("branch_life.written", by=by, at=at, subject=part.activity, sheet=model.__name__, changes=before.changes(known))
    return known


@transaction.atomic
def set_segments(part: Part, rows: Sequence[Mapping[str, Any]], *, by: Person, at: datetime) -> Removed | None:
    """The segments of a themed day are these, line by line as they stood; one without a name is removed, to be brought back."""
    open_record(part.activity)
    known = list(part.segments.all())
    changes, gone = [], known[len(rows) :]
    last = known[-1].position if known else 0
    for place, row in enumerate(rows):
        segment = known[place] if place < len(known) else Segment(part=part, position=last + place - len(known) + 1)
        if row.get("name"):
            changes += _write_segment(segment, row)
        elif place < len(known):
            gone.append(segment)
    record("branch_life.written", by=by, at=at, subject=part.activity, segments=len(rows) - len(gone), changes=changes)
    return remove(part.activity, gone, what="、".join(one.name for one in gone), by=by, at=at) if gone else None


def _write_segment(segment: Segment, row: Mapping[str, Any]) -> list[Change]:
    before = Before(segment, "name", "topic", "leader", "optional", about=segment)
    segment.name, segment.topic, segment.leader = row["name"], row.get("topic", ""), row.get("leader")
    segment.optional = bool(row.get("optional"))
    changes = before.changes(segment)
    if changes:
        segment.save()
    return changes


@transaction.atomic
def propose(unit: Unit, values: Mapping[str, Any], *, by: Person, at: datetime, on_behalf_of: Person | None = None) -> Proposal:
    """A theme of `by`, or of the member for whom `by` types it: it is hers, and she will report on it."""
    proposal = Proposal.objects.create(unit=unit, proposed_by=on_behalf_of or by, at=at, **values)
    waiting.changed(PROPOSALS, [unit.pk], at=at)
    record("branch_life.proposed", by=by, at=at, subject=proposal, on_behalf_of=on_behalf_of)
    return proposal


@transaction.atomic
def take_up(proposal: Proposal, part: Part, *, by: Person, at: datetime) -> None:
    """Put the proposal on the agenda of a planned meeting; its proposer reports on it."""
    _settle(proposal, ProposalState.TAKEN, by=by, at=at, part=part)
    add_item(
        part, title=proposal.theme, reporter=proposal.proposed_by, points=proposal.why, origin=Origin.PROPOSAL,
        origin_id=proposal.pk, by=by, at=at,
    )  # fmt: skip
    record("branch_life.answered", by=by, at=at, subject=proposal, taken=True)


@transaction.atomic
def answer(proposal: Proposal, words: str, *, by: Person, at: datetime) -> None:
    _settle(proposal, ProposalState.ANSWERED, by=by, at=at, answer=words)
    record("branch_life.answered", by=by, at=at, subject=proposal)


def _settle(proposal: Proposal, state: ProposalState, *, by: Person, at: datetime, **values: Any) -> None:
    open_rows = Proposal.objects.filter(pk=proposal.pk, state=ProposalState.OPEN)
    if not open_rows.update(state=state, answered_by=by.pk, **values):
        raise AlreadyAnswered
    waiting.changed(PROPOSALS, [proposal.unit_id], at=at)
