"""Where a form is to be filled in: an empty cell right of a label or below it, a line to write on, a list of rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from navmark.foundation.printing.blanks.areas import Grid, RowArea, areas_in, within
from navmark.foundation.printing.blanks.labels import as_label
from navmark.foundation.ui.refusals import Refusal

if TYPE_CHECKING:
    from docx.table import Table
    from openpyxl.worksheet.worksheet import Worksheet

MOST = 200  # blanks


class NotAForm(Refusal):
    """A file that is no .xlsx or .docx, or in which nothing is left to fill."""

    def __init__(self) -> None:
        super().__init__(_("No blank was found in this file. Save it as .xlsx or .docx, with an empty cell beside each label."))


@dataclass(frozen=True)
class Blank:
    """One empty place. `place`: sheet and cell ("表1!C3"), table, row, column ("1/2/3"), or a line ("line 4", see lines)."""

    place: str
    label: str


@dataclass(frozen=True)
class FormAsked:
    """What a form asks, in the order of reading: words one by one, and lists."""

    blanks: tuple[Blank, ...]
    areas: tuple[RowArea, ...]


def asked_by(content: bytes, extension: str) -> FormAsked:
    """Raises NotAForm."""
    reader = {"xlsx": _of_workbook, "docx": _of_document}.get(extension)
    try:
        found = list(reader(content)) if reader else []
    except Exception as broken:  # two libraries, each with faults of its own for a damaged file
        raise NotAForm from broken
    if not found:
        raise NotAForm
    blanks = [one for one in found if isinstance(one, Blank)]
    return FormAsked(tuple(blanks[:MOST]), tuple(one for one in found if isinstance(one, RowArea)))


def _of_workbook(content: bytes) -> Iterator[Blank | RowArea]:
    from openpyxl import load_workbook  # noqa: PLC0415  held only by who reads such a file, as below

    for sheet in load_workbook(BytesIO(content)).worksheets:
        yield from _of_grid(sheet.title, _grid(sheet), f"{sheet.title}!")


def _grid(sheet: "Worksheet") -> Grid:
    """A merged cell is one, named by its first."""
    first = {at: span.start_cell.coordinate for span in sheet.merged_cells.ranges for at in span.cells}
    grid: Grid = {}
    for row in sheet.iter_rows():
        for cell in row:
            name = first.get((cell.row, cell.column), cell.coordinate)
            told = sheet[name].value
            grid[cell.row, cell.column] = (name, "" if told is None else str(told).strip())
    return grid


def _of_document(content: bytes) -> Iterator[Blank | RowArea]:
    from docx import Document  # noqa: PLC0415

    from navmark.foundation.printing.blanks.lines import lines_in  # noqa: PLC0415

    document = Document(BytesIO(content))
    yield from (Blank(one.place, one.label) for one in lines_in(document.element.body))
    for number, table in enumerate(document.tables):
        yield from _of_grid(str(number), _cells(table), f"{number}/")


def _cells(table: "Table") -> Grid:
    grid: Grid = {}
    first: dict[Any, str] = {}
    for row, line in enumerate(table.rows):
        for column, cell in enumerate(line.cells):
            name = first.setdefault(cell._tc, f"{row}/{column}")
            grid[row, column] = (name, cell.text.strip())
    return grid


def _of_grid(table: str, grid: Grid, before: str) -> Iterator[Blank | RowArea]:
    areas = list(areas_in(table, grid))
    yield from (Blank(f"{before}{name}", label) for name, label in _labelled(grid, areas))
    yield from areas


def _labelled(grid: Grid, areas: list[RowArea]) -> list[tuple[str, str]]:
    """Of each empty cell: the words left of it, else those above it. What a list asks is asked once."""
    found: dict[str, str] = {}
    for (row, column), (name, words) in grid.items():
        if words or name in found or any(within(area, row) for area in areas):
            continue
        left, above = grid.get((row, column - 1)), grid.get((row - 1, column))
        label = (left and left[1]) or (above and above[1]) or ""
        if label:
            found[name] = as_label(label)
    return list(found.items())
