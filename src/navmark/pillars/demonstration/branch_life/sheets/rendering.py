"""A record as a file: the sheet, later amendments, and the sign-in sheet on a page of its own."""

from navmark.foundation.attachments.filenames import filename
from navmark.foundation.printing import closing
from navmark.foundation.printing.rendering import Form, printed_as
from navmark.foundation.printing.sheet import Sheet
from navmark.pillars.demonstration.branch_life.sheets import roll
from navmark.pillars.demonstration.branch_life.sheets.builders import blocks
from navmark.pillars.demonstration.branch_life.sheets.shape import PrintedRecord
from navmark.pillars.demonstration.branch_life.sheets.titles import title


def sheet(record: PrintedRecord) -> Sheet:
    laid_out = (*blocks(record), *closing.amendments(record.amendments), *roll.attached(record))
    return Sheet(title(record.kind), laid_out, record.on)


def render(record: PrintedRecord, form: Form) -> bytes:
    """The same record gives the same bytes. Raises ProbationaryGraded for a review that grades a probationary member."""
    return printed_as(sheet(record), form, faces=record.faces)


def record_filename(record: PrintedRecord, form: Form) -> str:
    """2026-11-20 支委会记录.pdf."""
    return filename(title(record.kind), form, on=record.on)
