"""A record as a file: the sheet that its kind lays out, later amendments, and the sign-in sheet on a page of its own."""

from collections.abc import Callable

from navmark.foundation.activities.kinds import kind
from navmark.foundation.attachments.filenames import filename
from navmark.foundation.printing import closing
from navmark.foundation.printing.chapters import none_where_empty
from navmark.foundation.printing.rendering import Form, printed_as
from navmark.foundation.printing.sheet import Block, Sheet
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.sheets import lessons, meetings, roll, yearly
from navmark.pillars.demonstration.branch_life.sheets.shape import PrintedRecord

LAID_OUT: dict[str, Callable[[PrintedRecord], list[Block]]] = {
    kinds.ASSEMBLY: meetings.assembly,
    kinds.COMMITTEE: meetings.committee,
    kinds.GROUP: meetings.group,
    kinds.LECTURE: lessons.lecture,
    kinds.THEME_DAY: lessons.theme_day,
    kinds.LIFE_MEETING: yearly.life_meeting,
    kinds.REVIEW: yearly.review,
    kinds.TALK: yearly.talk,
    kinds.ORGANISATION: meetings.committee,
}


def blocks(record: PrintedRecord) -> list[Block]:
    """The record's own sheet, without the sign-in sheet and later amendments."""
    laid_out = LAID_OUT.get(record.kind, lessons.lecture)(record)
    return none_where_empty(laid_out) if record.finished else laid_out


def sheet(record: PrintedRecord) -> Sheet:
    laid_out = (*blocks(record), *closing.amendments(record.amendments), *roll.attached(record))
    return Sheet(kind(record.kind).sheet, laid_out, record.on)


def render(record: PrintedRecord, form: Form) -> bytes:
    """The same record gives the same bytes. Raises ProbationaryGraded for a review that grades a probationary member."""
    return printed_as(sheet(record), form, faces=record.faces)


def record_filename(record: PrintedRecord, form: Form) -> str:
    """2026-11-20 支委会记录.pdf."""
    return filename(kind(record.kind).sheet, form, on=record.on)
