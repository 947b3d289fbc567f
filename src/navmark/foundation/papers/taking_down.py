"""Rows typed in from paper are taken down one by one: all of them, or none, and what is refused stands at its row."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from django.db import transaction

from navmark.foundation.papers.batch import FIRST, Batch, BatchColumn
from navmark.foundation.papers.description import Description
from navmark.foundation.papers.fields import BEFORE, PaperField
from navmark.foundation.papers.in_tables import headings
from navmark.foundation.papers.known import Known
from navmark.foundation.tables.rows import Row, parse_rows
from navmark.foundation.ui.refusals import Refusal

HEAD = "head."  # before the key of a column that is not of the paper


def columns_of(fields: Iterable[PaperField], known: Known) -> list[BatchColumn]:
    """A column for each question; what must be answered before anything else is asked of every row."""
    return [
        BatchColumn(field, replace(column, required=field.required == BEFORE))
        for field in fields
        for column in headings(Description((field,)), known)
    ]


def take_down(batch: Batch, put_down: Callable[[Row], object]) -> int:
    """How many rows; 0 where one is refused, which is then told at its row, and nothing is written."""
    found = parse_rows(batch.table, batch.mapping, [one.column for one in batch.columns])
    if batch.tell(found):
        return 0
    refused = False
    with transaction.atomic():
        for row in found.rows:
            try:
                with transaction.atomic():  # what is refused on its way leaves the next to be looked at
                    put_down(row)
            except Refusal as refusal:
                place = f"{HEAD}{refusal.field}" if refusal.field else ""
                batch.wrong[row.number - FIRST, place].append(str(refusal))
                refused = True
        if refused:
            transaction.set_rollback(True)
    return 0 if refused else len(found.rows)
