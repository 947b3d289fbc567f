"""Where a form asks for a list: rows left empty under a row of headings, which grow with what is to stand there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from navmark.foundation.printing.blanks.labels import as_label

Grid = dict[tuple[int, int], tuple[str, str]]  # (row, column) -> (name of the cell, its words)

NUMBER = re.compile("序号|编号|次序")
LISTED = re.compile("序号|编号|姓名|.*名单.*")  # under such a heading a single empty row is a list too
FEWEST = 2  # headings, and empty rows under headings that do not say so themselves


@dataclass(frozen=True)
class RowArea:
    """`table`: sheet or number of a table; `columns`: where each begins, with its heading; rows from `first` to `last`. The last
    is repeated as often as is needed. Rows and columns count as the file's own kind does."""

    table: str
    columns: tuple[tuple[int, str], ...]
    first: int
    last: int

    @property
    def place(self) -> str:
        """As a form remembers it."""
        return f"{self.table}@{self.first}-{self.last}"

    def place_of(self, column: int) -> str:
        return f"{self.place}|{column}"

    @property
    def rows(self) -> int:
        return self.last - self.first + 1


Lists = Sequence[tuple[RowArea, Sequence[Mapping[int, str]]]]  # each area with its rows: column -> words


def areas_in(table: str, grid: Grid) -> Iterator[RowArea]:
    """In the order of reading; no cell is in two."""
    over, lines = 0, dict[int, list[int]]()
    for row, column in sorted(grid):
        lines.setdefault(row, []).append(column)
    for row, columns in lines.items():
        if row < over:
            continue
        headings = _headings(grid, row, columns)
        count = _empty_rows(grid, row + 1, headings)
        if count >= FEWEST or (count and any(LISTED.fullmatch(label) for _column, label in headings)):
            over = row + count + 1
            yield RowArea(table, tuple(headings), row + 1, row + count)


def _headings(grid: Grid, row: int, columns: list[int]) -> list[tuple[int, str]]:
    """(column, heading) of the first cells of this row with words side by side; none of a row in which others stand between."""
    cells: dict[str, tuple[int, str]] = {}
    for column in columns:
        name, words = grid[row, column]
        cells.setdefault(name, (column, as_label(words)))
    told = [one for one in cells.values() if one[1]]
    apart = any(words for _column, words in list(cells.values())[len(told) :])
    return [] if apart or len(told) < FEWEST else told


def _empty_rows(grid: Grid, row: int, headings: list[tuple[int, str]]) -> int:
    """How many there are from this row on; one that begins with its number is empty too."""
    count = 0
    while headings and all(_is_empty(grid.get((row + count, column)), label) for column, label in headings):
        count += 1
    return count


def _is_empty(cell: tuple[str, str] | None, label: str) -> bool:
    if cell is None:
        return False
    return not cell[1] or (bool(NUMBER.fullmatch(label)) and cell[1].isdecimal())


def within(area: RowArea, row: int) -> bool:
    return area.first <= row <= area.last
