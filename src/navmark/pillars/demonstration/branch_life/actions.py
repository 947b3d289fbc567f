"""Every write to this mechanism's own rows."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from navmark.foundation.activities.models import Part
from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before
from navmark.foundation.cadence import waiting
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.proceedings.actions.agenda import add_item
from navmark.foundation.proceedings.models import Origin
from navmark.foundation.records.actions.opening import open_record
from navmark.foundation.ui.refusals import Refusal, Stale
from navmark.pillars.demonstration.branch_life.models import Proposal, ProposalState, Talk
from navmark.pillars.demonstration.branch_life.waiting import PROPOSALS


class AlreadyAnswered(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This proposal has been answered already."))


@transaction.atomic
def write_talk(part: Part, values: Mapping[str, Any], *, revision: int, by: Person, at: datetime) -> Talk:
    """Save the words of a talk. Revision 0: not written before. Raises Stale when something else was saved since, or Locked."""
    open_record(part.activity)
    known = Talk.objects.select_for_update().filter(part=part).first()
    if known is None:
        known = Talk(part=part)
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
    record("branch_life.written", by=by, at=at, subject=part.activity, sheet="Talk", changes=before.changes(known))
    return known


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
