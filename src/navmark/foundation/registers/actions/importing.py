"""The rows of a table become entries: all of them, or none."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from navmark.foundation.people.models import Person
from navmark.foundation.registers import heads, refusals
from navmark.foundation.registers.actions.entries import add
from navmark.foundation.registers.importing import EntriesTable
from navmark.foundation.tables.preview import commit
from navmark.foundation.tables.rows import Row


@transaction.atomic
def import_entries(
    intake: EntriesTable, *, shown: str, paper_day: date | None = None, serves: Collection[str] = (), by: Person, at: datetime
) -> int:
    """How many came in. `shown` is the digest of what was looked at; `paper_day`, of the paper from which it was typed; `serves`:
    the codes of the tags that all of them carry.

    Raises TableRefused, GoneStale, EntryNumberTaken.
    """
    if shown != intake.report.digest:
        raise refusals.GoneStale
    return commit(intake.report, intake.report, intake.read, lambda rows: _write(intake, rows, paper_day, serves, by=by, at=at))


def _write(
    intake: EntriesTable, rows: Sequence[Row], paper_day: date | None, serves: Collection[str], *, by: Person, at: datetime
) -> int:
    for row in rows:
        said, answers = intake.given(row)
        said_of_head = {heads.OWNER: str(by.pk), heads.TAGS: serves, **said}
        head, hands = heads.head_from(intake.register, said_of_head, intake.unit, otherwise=intake.title(row))
        add(intake.register, replace(head, paper_day=paper_day, state=said["state"]), answers, hands=hands, by=by, at=at)
    return len(rows)
