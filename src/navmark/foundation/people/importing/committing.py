"""The second run over a table, which is written: all or nothing, and only what its preview promised."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext

from navmark.foundation.audit.actions import record
from navmark.foundation.people.accounts import shut_out
from navmark.foundation.people.importing.intake import Intake, remembered
from navmark.foundation.people.importing.running import Run
from navmark.foundation.people.models import Person, RememberedHeading
from navmark.foundation.people.queries import is_member_on
from navmark.foundation.tables import preview as tables
from navmark.foundation.tables.preview import Report
from navmark.foundation.tables.refusals import TableRefused
from navmark.foundation.tables.rows import RowsRead
from navmark.foundation.tenancy.models import School

LONGEST = 100  # of a heading; a longer one is a sentence, and two of them may begin alike


@transaction.atomic
def commit(
    intake: Intake,
    shown: str,
    *,
    school: School,
    by: Person | None,
    at: datetime,
    on: date,
    answers: dict[str, str] | None = None,
) -> Report:
    """Write what the preview with the digest `shown` promised, all or nothing, with one entry in the trail.

    A repeat leaves every row alone. Raises Refused when rows are still open, or when the record has changed since the preview.
    """
    run = Run(intake, school=school, on=on, answers=answers)
    if run.report.ready and shown != run.report.digest:
        raise TableRefused(gettext("Meanwhile the school's own entries have changed. Look at the preview again."))
    # What is due stands in the register already; ten thousand rows are not kept for the time of writing.
    tables.commit(run.report, run.report, RowsRead([], {}), lambda _rows: run.register.write())
    for person in run.register.leavers():
        if not is_member_on(person, on):
            shut_out(person, at=at)
    _remember_headings(intake)
    counts: dict[str, Any] = {outcome.value: count for outcome, count in run.report.counts.items() if count}
    record("people.imported", by=by, at=at, what=intake.kind, file=intake.table.name, **counts)
    return run.report


def _remember_headings(intake: Intake) -> None:
    known = remembered(intake.kind)
    meant = intake.mapping.remembered().items()
    told = {heading: key for heading, key in meant if len(heading) <= LONGEST and known.get(heading) != key}
    rows = [RememberedHeading(kind=intake.kind, heading=heading, field=key) for heading, key in told.items()]
    RememberedHeading.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["school", "kind", "heading"], update_fields=["field"]
    )
