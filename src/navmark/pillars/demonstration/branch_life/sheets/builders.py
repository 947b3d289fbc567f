"""Which builder lays out which kind."""

from collections.abc import Callable

from navmark.foundation.printing.chapters import none_where_empty
from navmark.foundation.printing.sheet import Block
from navmark.pillars.demonstration.branch_life.sheets import lessons, meetings, yearly
from navmark.pillars.demonstration.branch_life.sheets.shape import PrintedRecord, SheetKind

_BUILDERS: dict[str, Callable[[PrintedRecord], list[Block]]] = {
    SheetKind.ASSEMBLY: meetings.assembly,
    SheetKind.COMMITTEE: meetings.committee,
    SheetKind.GROUP: meetings.group,
    SheetKind.LECTURE: lessons.lecture,
    SheetKind.THEME_DAY: lessons.theme_day,
    SheetKind.LIFE_MEETING: yearly.life_meeting,
    SheetKind.REVIEW: yearly.review,
    SheetKind.TALK: yearly.talk,
    SheetKind.ORGANISATION: meetings.committee,
}


def blocks(record: PrintedRecord) -> list[Block]:
    """The record's own sheet, without the sign-in sheet and later amendments."""
    laid_out = _BUILDERS[record.kind](record)
    return none_where_empty(laid_out) if record.finished else laid_out
