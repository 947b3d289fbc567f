"""Writing the term of a branch's committee."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from navmark.foundation.almanac.arithmetic import add_years
from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before
from navmark.foundation.people.models import CommitteeTerm, Person, Unit
from navmark.foundation.people.refusals import TermOutOfOrder

TERM_YEARS = 3  # 支部工作条例: 每届任期一般为3年


def usual_end(elected_on: date) -> date:
    return add_years(elected_on, TERM_YEARS)


@transaction.atomic
def start_committee_term(
    branch: Unit,
    *,
    elected_on: date,
    by: Person | None,
    at: datetime,
    due_on: date | None = None,
    number: int | None = None,
    meeting: UUID | None = None,
) -> CommitteeTerm:
    """Record when the committee was elected and when the next election is due, three years later unless the superior decided."""
    values = {"due_on": due_on or usual_end(elected_on), "number": number, **({"meeting": meeting} if meeting else {})}
    term, _made = CommitteeTerm.objects.update_or_create(branch=branch, elected_on=elected_on, defaults=values)
    record("people.term", by=by, at=at, subject=branch, elected_on=elected_on, due_on=term.due_on)
    return term


@transaction.atomic
def correct_committee_term(
    term: CommitteeTerm, *, elected_on: date, by: Person | None, at: datetime, due_on: date | None, number: int | None
) -> CommitteeTerm:
    """Correct the latest term of a branch. An end that only followed from the day of the election follows it again.

    Raises TermOutOfOrder where the branch has another term from that day on.
    """
    if CommitteeTerm.objects.filter(branch=term.branch_id, elected_on__gte=elected_on).exclude(pk=term.pk).exists():
        raise TermOutOfOrder
    before = Before(term, "elected_on", "due_on", "number", about=term)
    if due_on is None or due_on == term.due_on == usual_end(term.elected_on):
        due_on = usual_end(elected_on)
    term.elected_on, term.due_on, term.number = elected_on, due_on, number
    if changes := before.changes(term):
        term.save(update_fields=["elected_on", "due_on", "number"])
        record("people.term_corrected", by=by, at=at, subject=term.branch, changes=changes)
    return term
