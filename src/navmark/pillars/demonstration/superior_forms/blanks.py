"""Where a superior's form is to be filled in: an empty cell right of a label, or below it in a small table."""

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from navmark.foundation.ui.refusals import Refusal
from navmark.pillars.demonstration.superior_forms.reading import as_label

if TYPE_CHECKING:
    from docx.table import Table
    from openpyxl.worksheet.worksheet import Worksheet

MOST = 200  # blanks; a form with more is a list, and lists are exported


class NotAForm(Refusal):
    """A file that is no .xlsx or .docx, or in which nothing is left to fill."""

    def __init__(self) -> None:
        super().__init__(
            _("No blank was found in this file. Save it as .xlsx or .docx, with an empty cell beside each label."), field="file"
        )


@dataclass(frozen=True)
class Blank:
    """One empty place. `place`: sheet and cell ("表1!C3"), or table, row, column ("1/2/3")."""

    place: str
    label: str


def blanks_of(content: bytes, extension: str) -> tuple[Blank, ...]:
    """In the order of reading. Raises NotAForm."""
    reader = {"xlsx": _of_workbook, "docx": _of_document}.get(extension)
    try:
        found = tuple(reader(content))[:MOST] if reader else ()
    except Exception as broken:  # two libraries, each with faults of its own for a damaged file
        raise NotAForm from broken
    if not found:
        raise NotAForm
    return found


def _of_workbook(content: bytes) -> list[Blank]:
    from openpyxl import load_workbook  # noqa: PLC0415  held only by who reads such a file, as below

    book = load_workbook(BytesIO(content))
    return [Blank(f"{sheet.title}!{cell}", label) for sheet in book.worksheets for cell, label in _of_sheet(sheet)]


def _of_sheet(sheet: "Worksheet") -> list[tuple[str, str]]:
    """(cell, label). A merged cell is one, named by its first."""
    first = {at: span.start_cell.coordinate for span in sheet.merged_cells.ranges for at in span.cells}
    grid: dict[tuple[int, int], tuple[str, str]] = {}
    for row in sheet.iter_rows():
        for cell in row:
            name = first.get((cell.row, cell.column), cell.coordinate)
            told = sheet[name].value
            grid[cell.row, cell.column] = (name, "" if told is None else str(told).strip())
    return _labelled(grid)


def _of_document(content: bytes) -> list[Blank]:
    from docx import Document  # noqa: PLC0415

    found = []
    for number, table in enumerate(Document(BytesIO(content)).tables):
        found += [Blank(f"{number}/{place}", label) for place, label in _labelled(_cells(table))]
    return found


def _cells(table: "Table") -> dict[tuple[int, int], tuple[str, str]]:
    grid: dict[tuple[int, int], tuple[str, str]] = {}
    first: dict[Any, str] = {}
    for row, line in enumerate(table.rows):
        for column, cell in enumerate(line.cells):
            name = first.setdefault(cell._tc, f"{row}/{column}")
            grid[row, column] = (name, cell.text.strip())
    return grid


def _labelled(grid: dict[tuple[int, int], tuple[str, str]]) -> list[tuple[str, str]]:
    """Of each empty cell: the words left of it, else those above it."""
    found: dict[str, str] = {}
    for (row, column), (name, words) in grid.items():
        if words or name in found:
            continue
        left, above = grid.get((row, column - 1)), grid.get((row - 1, column))
        label = (left and left[1]) or (above and above[1]) or ""
        if label:
            found[name] = as_label(label)
    return list(found.items())
