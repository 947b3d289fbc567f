"""The rows of a table become entries: all of them, or none."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from navmark.foundation.people.models import Person
from navmark.foundation.registers import heads, refusals
from navmark.foundation.registers.actions.entries import add
from navmark.foundation.registers.importing import EntriesTable
from navmark.foundation.tables.preview import commit
from navmark.foundation.tables.rows import Row


@transaction.atomic
def import_entries(intake: EntriesTable, *, shown: str, by: Person, at: datetime) -> int:
    """How many came in. `shown` is the digest of what was looked at. Raises TableRefused, GoneStale, EntryNumberTaken."""
    if shown != intake.report.digest:
        raise refusals.GoneStale
    return commit(intake.report, intake.report, intake.read, lambda rows: _write(intake, rows, by=by, at=at))


def _write(intake: EntriesTable, rows: Sequence[Row], *, by: Person, at: datetime) -> int:
    for row in rows:
        said, answers = intake.given(row)
        head, hands = heads.head_from({heads.OWNER: str(by.pk), **said}, intake.unit, otherwise=intake.title(row))
        add(intake.register, head, answers, hands=hands, by=by, at=at)
    return len(rows)
