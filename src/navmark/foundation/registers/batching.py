"""Entries typed in from paper, several at once: the columns of the import, those first that no later step asks for."""

from collections.abc import Mapping
from datetime import date

from navmark.foundation.papers.batch import Batch, BatchColumn
from navmark.foundation.papers.description import Description
from navmark.foundation.papers.fields import BEFORE
from navmark.foundation.papers.forms import PaperForm
from navmark.foundation.papers.knowing import known_here
from navmark.foundation.papers.lacking import STEP
from navmark.foundation.papers.queries import newest
from navmark.foundation.people.models import Unit
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import heads
from navmark.foundation.registers.columns import HEAD, EntryColumns
from navmark.foundation.registers.heads import DAY, TAGS, TITLE
from navmark.foundation.registers.importing import EntriesTable
from navmark.foundation.registers.models import Register
from navmark.foundation.ui.marks import pause


def batch_of(
    one: Register, unit: Unit, viewer: Viewer, posted: Mapping[str, str], *, paper_day: date, whole: bool = False
) -> Batch:
    """`paper_day`: the day of what has none of its own; `whole`: also what a step asks later."""
    known = known_here(viewer.on, unit=unit)
    about = EntryColumns(one, unit, viewer)
    asked = {f"{HEAD}{field.key}": field for field in heads.asked_of(one, on=viewer.on).fields if field.key != TAGS}
    if about.name:
        del asked[f"{HEAD}{TITLE}"]
    for field in about.asked.fields:
        if whole or not field.required.startswith(STEP):
            asked[field.key] = field
    columns = [BatchColumn(asked[column.key], column) for column in about.columns if column.key in asked]
    return Batch(columns, known, posted, usual={f"{HEAD}{DAY}": paper_day.isoformat()})


def serves_form(one: Register, viewer: Viewer, posted: Mapping[str, str] | None) -> PaperForm:
    """Which campaigns and tags all the rows serve, asked once; no question where none runs that they may."""
    asked, known = Description(tuple(heads.serving(one, viewer.on))), known_here(viewer.on)
    return PaperForm(posted or None, description=asked, values={}, known=known, due=BEFORE, prefix="serves")


def left_out(one: Register, viewer: Viewer) -> str:
    """What no row of the page asks, by name: what hangs on an entry is hung on its own page."""
    paper = newest(one.paper)
    return pause().join(field.name for field in paper.description.on(viewer.on) if field.hangs) if paper else ""


def read(batch: Batch, one: Register, unit: Unit, viewer: Viewer) -> EntriesTable:
    """What was typed, as a table on its way into the register."""
    return EntriesTable(one, unit, batch.table, headings=batch.mapping, viewer=viewer, answers=batch.said)
