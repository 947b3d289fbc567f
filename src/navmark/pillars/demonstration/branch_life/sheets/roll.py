"""签到表 of the branch: the rooms' roll sheet with 党内职务 and 党小组."""

from navmark.foundation.printing.roll_sheet import RollSheet, SignIn, roll_blocks
from navmark.foundation.printing.sheet import Block, RuledColumn, Sheet
from navmark.pillars.demonstration.branch_life.sheets.shape import Attendee, PrintedRecord
from navmark.pillars.demonstration.branch_life.sheets.titles import occasion

DETAILS = (RuledColumn("党内职务", 36), RuledColumn("党小组", 32))


def sign_in_sheet(record: PrintedRecord) -> Sheet:
    """For the table at the door. Marks already typed stand in it; the other places are to be signed."""
    blocks = roll_blocks(_of(record), guests=not record.finished)
    return Sheet(f"{occasion(record.kind)}签到表", tuple(blocks), record.on)


def attached(record: PrintedRecord) -> list[Block]:
    return roll_blocks(_of(record), guests=not record.finished, new_page=True) if record.roll else []


def _of(record: PrintedRecord) -> RollSheet:
    facts = record.head
    return RollSheet(
        title=f"{occasion(record.kind)}签到表",
        organisation=facts.organisation,
        sequence=facts.sequence,
        start=facts.start,
        place=facts.place,
        details=DETAILS,
        people=tuple(_sign_in(one) for one in record.roll),
    )


def _sign_in(one: Attendee) -> SignIn:
    return SignIn(one.number, one.name, (one.post, one.group), one.mark)
