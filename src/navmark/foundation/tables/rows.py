"""From a table and its mapping to rows of values, each with the problems of its cells; nothing is dropped in silence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from .headings import Column, normalised
from .mapping import EXTRA, Mapping
from .refusals import CellProblem, ColumnsMissing
from .table import UNCALCULATED, RowsOrigin, Table

FORMULA_FAULT = re.compile(r"#(N/A|VALUE!|REF!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)")
FOOTNOTE = re.compile(
    r"(合\s*计|总\s*计|小\s*计|共\s*\d|说\s*明|备\s*注|注\s*[::]|填\s*[表报]|制\s*表|审\s*核|负责人|单位\s*[::(盖])"
)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a row, at which column (blank: the row as a whole), and how to mend it."""

    column: str
    message: str

    def __str__(self) -> str:
        return _("%(column)s: %(message)s") % {"column": self.column, "message": self.message} if self.column else self.message


NOWHERE = RowsOrigin(0, 1)


@dataclass(slots=True)
class Row:
    """One row of the table. `number` counts the rows of the table, `place` is what a person calls this one in the file.

    `values` holds the cleaned value of every non-blank known cell, `texts` what was read there, `extras` the non-blank cells of
    unknown columns by their headings; `origin` tells the worksheet and its title.
    """

    number: int
    place: str = ""
    origin: RowsOrigin = NOWHERE
    is_hidden: bool = False
    values: dict[str, Any] = field(default_factory=dict)
    extras: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class RowsRead:
    """The rows of a table, and the lines that are none: `notes` by place, such as a total or "填表人:…" below the table."""

    rows: list[Row]
    notes: dict[str, str]


def parse_rows(table: Table, mapping: Mapping, columns: Sequence[Column]) -> RowsRead:
    """Read every row below the headings. Blank rows are passed over, headings repeated on a later page too.

    Raises ColumnsMissing while a required column has no heading.
    """
    if mapping.missing:
        raise ColumnsMissing(column.label for column in columns if column.key in mapping.missing)
    known = [(column, mapping.heading_of(column.key)) for column in columns]
    readers = [_Reader(column, heading, mapping.places[heading]) for column, heading in known if heading]
    extras = [(heading, mapping.places[heading]) for heading in mapping.extras]
    if table.from_1904:
        readers = [_From1904(reader) if reader.column.is_day else reader for reader in readers]
    filled, struck, hidden = _merged_downwards(table, readers), frozenset(table.struck), frozenset(table.hidden)
    found = RowsRead([], {})
    for index in range(mapping.body, len(table.rows)):
        cells = table.rows[index]
        if not any(cells) or _repeats_headings(cells, mapping):
            continue
        if _is_note(cells, readers):
            found.notes[table.place_of(index)] = " ".join(filter(None, cells))
            continue
        row = Row(index + 1, table.place_of(index), table.origin_of(index), index in hidden)
        row.extras = {heading: cells[place] for heading, place in extras if cells[place]}
        for reader in readers:
            reader.fill(row, cells[reader.place] or filled.get((index, reader.place), ""))
        if struck:
            _refuse_struck(row, {column for line, column in struck if line == index}, cells, mapping)
        found.rows.append(row)
    return found


def _refuse_struck(row: Row, struck: set[int], cells: Sequence[str], mapping: Mapping) -> None:
    """A line through a cell takes it back, and only a person knows whether the row goes with it."""
    if struck and all(place in struck for place, cell in enumerate(cells) if cell):
        row.problems.append(Problem("", _("this row is struck out; delete it, or take the line away.")))
        return
    for heading, place in mapping.places.items():
        if place in struck:
            row.problems.append(Problem(heading, _("this cell is struck out; write what holds, without the line.")))


class _Reader:
    """Cleans one column, each different text once: thirty-six classes stand in sixteen hundred rows."""

    def __init__(self, column: Column, heading: str, place: int) -> None:
        self.column, self.heading, self.place = column, heading, place
        self.seen: dict[str, tuple[Any, str]] = {}

    def fill(self, row: Row, text: str) -> None:
        if not text:
            if self.column.required:
                row.problems.append(Problem(self.heading, _("nothing stands here; it is needed in every row.")))
            return
        if text not in self.seen:
            self.seen[text] = self._cleaned(text)
        value, message = self.seen[text]
        row.texts[self.column.key] = text
        if message:
            row.problems.append(Problem(self.heading, message))
        elif value is not None:
            row.values[self.column.key] = value

    def _cleaned(self, text: str) -> tuple[Any, str]:
        try:
            _refuse_formula_fault(text)
            return self.column.clean(text), ""
        except CellProblem as problem:
            return None, str(problem)


DAYS_TO_1904 = 1462  # from the end of 1899, where most workbooks begin to count


class _From1904(_Reader):
    """Bare numbers below a heading of days, in a workbook that counts its days from 1904."""

    def __init__(self, reader: _Reader) -> None:
        super().__init__(reader.column, reader.heading, reader.place)

    def _cleaned(self, text: str) -> tuple[Any, str]:
        return super()._cleaned(str(int(text) + DAYS_TO_1904) if re.fullmatch(r"[1-9]\d{4}", text) else text)


def _refuse_formula_fault(text: str) -> None:
    if text == UNCALCULATED:
        raise CellProblem(_("the formula here was never calculated; open the file in WPS, save it and choose it again."))
    if FORMULA_FAULT.fullmatch(text):
        raise CellProblem(
            _("the formula here shows the fault “%(read)s”; mend it in the table or type the value.") % {"read": text}
        )


def _merged_downwards(table: Table, readers: Sequence[_Reader]) -> dict[tuple[int, int], str]:
    places = {reader.place for reader in readers if reader.column.fills_down}
    return {
        (row, merge.left): table.rows[merge.top][merge.left]
        for merge in table.merges
        if merge.left in places and merge.top < len(table.rows)
        for row in range(merge.top + 1, min(merge.bottom, len(table.rows) - 1) + 1)
    }


def _repeats_headings(cells: Sequence[str], mapping: Mapping) -> bool:
    known = [(heading, place) for heading, place in mapping.places.items() if mapping.keys[heading] != EXTRA]
    return bool(known) and all(normalised(cells[place]) == normalised(heading) for heading, place in known[:3])


def _is_note(cells: Sequence[str], readers: Sequence[_Reader]) -> bool:
    """A line without anything required that stands alone or opens like a total or a remark."""
    required = [reader.place for reader in readers if reader.column.required]
    filled = [cell for cell in cells if cell]
    if any(cells[place] and not FOOTNOTE.match(cells[place]) for place in required):
        return False
    return bool(required) and (len(filled) == 1 or bool(FOOTNOTE.match(filled[0])))
