"""A matrix on one A4 across: who or which unit down, periods across, a symbol in each cell, and what the symbols mean.

It is set in the largest type in which it fits one page; a cell may span several columns, as a quarter spans three months.
"""

from dataclasses import asdict, dataclass
from pathlib import Path

from navmark.foundation.printing.typesetting import typeset

TEMPLATE = Path(__file__).parent / "typst" / "matrix.typ"


@dataclass(frozen=True)
class MatrixRow:
    """`spans` is how many columns each cell takes; one each if not given."""

    label: str
    cells: tuple[str, ...]
    spans: tuple[int, ...] = ()

    @property
    def width(self) -> int:
        return sum(self.spans) if self.spans else len(self.cells)


@dataclass(frozen=True)
class Matrix:
    title: str
    left: str  # whose it is
    right: str  # as of which day
    corner: str  # heading of the first column
    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    legend: tuple[tuple[str, str], ...]  # symbol, meaning


def matrix_pdf(*matrices: Matrix) -> bytes:
    """Each on a page of its own. Raises ValueError when the cells of a row do not fill the columns."""
    for matrix in matrices:
        for row in matrix.rows:
            if row.width != len(matrix.columns) or (row.spans and len(row.spans) != len(row.cells)):
                raise ValueError(f"{row.label}: {row.width} cells for {len(matrix.columns)} columns")
    return typeset(TEMPLATE, {"matrices": [asdict(one) for one in matrices]})
