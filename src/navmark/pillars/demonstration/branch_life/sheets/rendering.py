"""A record as a file: the sheet, later amendments, and the sign-in sheet on a page of its own."""

from typing import Literal

from navmark.foundation.attachments.filenames import filename
from navmark.foundation.printing.as_docx import docx
from navmark.foundation.printing.as_pdf import pdf
from navmark.foundation.printing.sheet import Sheet
from navmark.pillars.demonstration.branch_life.sheets import parts, roll, wording
from navmark.pillars.demonstration.branch_life.sheets.builders import blocks
from navmark.pillars.demonstration.branch_life.sheets.shape import Record
from navmark.pillars.demonstration.branch_life.sheets.titles import title

Form = Literal["pdf", "docx"]
PRINTERS = {"pdf": pdf, "docx": docx}


def sheet(record: Record) -> Sheet:
    return Sheet(title(record.kind), (*blocks(record), *parts.amendments(record), *roll.attached(record)), wording.day_of(record))


def render(record: Record, form: Form) -> bytes:
    """The same record gives the same bytes. Raises ProbationaryGraded for a review that grades a probationary member."""
    return PRINTERS[form](sheet(record))


def record_filename(record: Record, form: Form) -> str:
    """2026-11-20 支委会记录.pdf."""
    return filename(title(record.kind), form, on=wording.day_of(record))
