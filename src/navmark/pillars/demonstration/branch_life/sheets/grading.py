"""民主评议党员测评表: the paper on which each voter marks every full member once; no name, no number, no signature on it."""

from datetime import date

from navmark.foundation.records.sheet import Block, Column, Note, Sheet, Table, Title
from navmark.pillars.demonstration.branch_life.sheets import wording
from navmark.pillars.demonstration.branch_life.sheets.yearly import MARKS

TITLE = "民主评议党员测评表"
COMMITTEE = "支部班子评议表"
MEMBERS_MARKS = (Column("序号", 16), Column("姓名", 40), *(Column(mark, 25) for mark in MARKS))
COMMITTEE_MARKS = (Column("评议对象", 56), *(Column(mark, 25) for mark in ("好", "较好", "一般", "差")))


def slips(organisation: str, year: int, names: tuple[str, ...], *, count: int, on: date) -> Sheet:
    """`count` equal papers, a page each: the members above, the committee as a body below."""
    blocks = [block for number in range(count) for block in _slip(organisation, year, names, on, new_page=number > 0)]
    return Sheet(TITLE, tuple(blocks))


def _slip(organisation: str, year: int, names: tuple[str, ...], on: date, *, new_page: bool) -> list[Block]:
    rows = tuple((str(number), name, "", "", "", "") for number, name in enumerate(names, start=1))
    return [
        Title(TITLE, organisation, f"{year}年度", new_page=new_page),
        Note("说明：本表无记名。请在每人的一个等次栏内画“√”，每人限一项，多画的该项无效。"),
        Table(MEMBERS_MARKS, rows, dense=True),
        Table(COMMITTEE_MARKS, (("支部班子", "", "", "", ""),)),
        Note(wording.day(on)),
    ]
