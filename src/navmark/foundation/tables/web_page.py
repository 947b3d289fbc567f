"""Tables of a web page: what many a site exports under the name of an .xls."""

import re
from html.parser import HTMLParser

from django.utils.translation import gettext as _

from .guards import unguarded
from .plain_text import decoded
from .refusals import NotATable, TooLong, TooWide
from .spreadsheets import trimmed
from .table import MAX_COLUMNS, MAX_ROWS, Merge, Table

OPENING = re.compile(rb"^[\xef\xbb\xbf\s]*<(?:!doctype\s+html|html|head|meta|table|\?xml[^>]*>\s*<html)", re.IGNORECASE)
DECLARED = re.compile(rb"""charset=["']?([\w-]+)""", re.IGNORECASE)
CHINESE = ("gb2312", "gbk", "gb18030")
UNSEEN = ("script", "style", "title")


def is_one(source: bytes) -> bool:
    return bool(OPENING.match(source[:500].replace(b"\0", b"")))


def from_html(source: bytes, name: str) -> list[Table]:
    """The tables that stand in no other table. Raises NotATable when there is none."""
    parser = _Parser()
    parser.feed(_text(source))
    parser.close()
    tables = [Table(name, trimmed(found.rows), merges=tuple(found.merges)) for found in parser.tables]
    if not any(table.rows for table in tables):
        raise NotATable(_("a web page or a text document"))
    return tables


def _text(source: bytes) -> str:
    declared = DECLARED.search(source[:2000])
    if declared and declared[1].decode().lower() in CHINESE:
        return source.decode("gb18030", errors="replace")
    return decoded(source)


class _Grid:
    """The cells of one table; a cell over several rows or columns stands in its first place."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.merges: list[Merge] = []
        self.taken: set[tuple[int, int]] = set()

    def begin_row(self) -> None:
        if len(self.rows) >= MAX_ROWS:
            raise TooLong(rows=MAX_ROWS)
        self.rows.append([])

    def add(self, text: str, *, down: int, across: int) -> None:
        if not self.rows:
            self.begin_row()
        row, place = len(self.rows) - 1, len(self.rows[-1])
        while (row, place) in self.taken:
            place += 1
        if place + across > MAX_COLUMNS:
            raise TooWide(columns=MAX_COLUMNS)
        self.rows[row] += [""] * (place - len(self.rows[row])) + [text] + [""] * (across - 1)
        down = down if down * across <= MAX_ROWS else 1
        self.taken |= {(line, column) for line in range(row + 1, row + down) for column in range(place, place + across)}
        if down > 1 or across > 1:
            self.merges.append(Merge(row, place, row + down - 1, place + across - 1))


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Grid] = []
        self.depth = 0
        self.unseen = 0
        self.cell: list[str] | None = None
        self.span = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNSEEN:
            self.unseen += 1
        elif tag == "table":
            self.depth += 1
            if self.depth == 1:
                self.tables.append(_Grid())
        elif self.depth == 1 and tag == "tr":
            self._end_cell()
            self.tables[-1].begin_row()
        elif self.depth == 1 and tag in ("td", "th"):
            self._end_cell()
            told = dict(attrs)
            self.cell, self.span = [], (_count(told.get("rowspan"), MAX_ROWS), _count(told.get("colspan"), MAX_COLUMNS))
        elif tag == "br" and self.cell is not None:
            self.cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self.unseen = max(self.unseen - 1, 0)
        elif tag == "table":
            if self.depth == 1:
                self._end_cell()
            self.depth = max(self.depth - 1, 0)
        elif self.depth == 1 and tag in ("td", "th", "tr"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self.cell is not None and not self.unseen:
            self.cell.append(data)

    def _end_cell(self) -> None:
        if self.cell is not None:
            self.tables[-1].add(unguarded("".join(self.cell)), down=self.span[0], across=self.span[1])
        self.cell = None


def _count(told: str | None, most: int) -> int:
    return min(max(int(told), 1), most) if told and told.isdecimal() and len(told) < 6 else 1
