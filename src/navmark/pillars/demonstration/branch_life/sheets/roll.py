"""签到表 of the branch: the rooms' roll sheet with 党内职务 and 党小组."""

from navmark.foundation.activities.kinds import kind
from navmark.foundation.printing.roll_sheet import RollSheet, SignIn, roll_blocks
from navmark.foundation.printing.sheet import Block, RuledColumn
from navmark.pillars.demonstration.branch_life.sheets.shape import Attendee, PrintedRecord

DETAILS = (RuledColumn("党内职务", 36), RuledColumn("党小组", 32))


def attached(record: PrintedRecord) -> list[Block]:
    return roll_blocks(roll_sheet(record), guests=not record.finished, new_page=True) if record.roll else []


def roll_sheet(record: PrintedRecord) -> RollSheet:
    facts = record.head
    return RollSheet(
        title=f"{kind(record.kind).named}签到表",
        organisation=facts.organisation,
        sequence=facts.sequence,
        start=facts.start,
        place=facts.place,
        details=DETAILS,
        people=tuple(_sign_in(one) for one in record.roll),
    )


def _sign_in(one: Attendee) -> SignIn:
    return SignIn(one.number, one.name, (one.post, one.group), one.mark)
