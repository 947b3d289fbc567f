"""表决票 as a sheet to edit, for a school that prints from WPS. Equal slips, without any mark that could name a voter."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from navmark.foundation.printing import wording
from navmark.foundation.printing.sheet import WIDTH, Block, Note, RuledColumn, RuledTable, Sheet, Title

CHOICES = ("赞成", "反对", "弃权")
CHOICE = 22  # mm
SUBJECT = WIDTH - CHOICE * len(CHOICES)
CUT = Note("- " * 40)
PAGE, FRAME, ROW, LINE = 225, 48, 7, 20  # mm a page, mm a slip without its rows, mm a line of a row, characters a line


def slips_sheet(organisation: str, on: date, papers: Sequence[dict[str, Any]], *, count: int) -> Sheet:
    """`count` equal slips of each kind, whole ones, as many to a page as fit."""
    blocks = [block for number, paper in enumerate(papers) for block in _slips(organisation, on, paper, count, first=number == 0)]
    return Sheet(papers[0]["title"] if papers else "", tuple(blocks), on)


def _slips(organisation: str, on: date, paper: dict[str, Any], count: int, *, first: bool) -> list[Block]:
    a_page = max(1, PAGE // _height(paper["rows"]))
    blocks: list[Block] = []
    for number in range(count):
        begins = number % a_page == 0
        blocks += [] if begins else [CUT]
        blocks += _slip(organisation, on, paper, new_page=begins and not (first and number == 0))
    return blocks


def _slip(organisation: str, on: date, paper: dict[str, Any], *, new_page: bool) -> list[Block]:
    columns = (RuledColumn(paper["column"], SUBJECT, centred=False), *(RuledColumn(choice, CHOICE) for choice in CHOICES))
    rows = tuple((row, *("",) * len(CHOICES)) for row in paper["rows"])
    left = f"{organisation}{wording.GAP}{paper['about']}".strip()
    return [Title(paper["title"], left, wording.day(on), new_page), RuledTable(columns, rows, dense=True), Note(paper["note"])]


def _height(rows: Sequence[str]) -> int:
    return FRAME + ROW * sum(1 + len(row) // LINE for row in rows)
