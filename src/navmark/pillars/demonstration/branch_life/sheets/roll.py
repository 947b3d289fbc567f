"""签到表: for hands to sign, or, once marked, as the list that a record carries."""

from navmark.foundation.printing.sheet import Block, Column, Note, Sheet, Table, Text, Title
from navmark.pillars.demonstration.branch_life.sheets import wording
from navmark.pillars.demonstration.branch_life.sheets.shape import Record
from navmark.pillars.demonstration.branch_life.sheets.titles import occasion

WIDTHS = (("序号", 14), ("姓名", 36), ("党内职务", 36), ("党小组", 32))


def sign_in_sheet(record: Record) -> Sheet:
    """For the table at the door. Marks already typed stand in it; the other places are to be signed."""
    return Sheet(f"{occasion(record.kind)}签到表", tuple(roll_blocks(record)), wording.day_of(record))


def attached(record: Record) -> list[Block]:
    return roll_blocks(record, new_page=True) if record.roll else []


def roll_blocks(record: Record, *, new_page: bool = False) -> list[Block]:
    facts = record.head
    marked = any(attendee.mark for attendee in record.roll)
    columns = (*(Column(heading, width) for heading, width in WIDTHS), Column("到会情况" if marked else "签名", 38))
    rows = tuple((str(each.number), each.name, each.post, each.group, each.mark) for each in record.roll)
    where = f"时间：{wording.moment(facts.start) or wording.GAP * 8}{wording.GAP * 2}地点：{facts.place}"
    guests: list[Block] = [] if record.finished else [Text("", lead="列席人员签名：", ruled=1)]
    signed = [Note("本表由系统登记整理，手签原件另附。")] if marked else []  # above, so that it never stands alone on a last page
    heading = Title(f"{occasion(record.kind)}签到表", facts.organisation, facts.sequence, new_page)
    return [heading, Note(where), *signed, Table(columns, rows, least=0 if rows else 24, dense=True), *guests]
