"""A matrix on one A4 across: who or which unit down, periods across, a symbol in each cell, and what the symbols mean."""

from dataclasses import asdict, dataclass
from pathlib import Path

from navmark.foundation.records.typesetting import typeset

TEMPLATE = Path(__file__).parent / "typst" / "matrix.typ"


@dataclass(frozen=True)
class MatrixRow:
    label: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Matrix:
    title: str
    left: str  # whose it is
    right: str  # as of which day
    corner: str  # heading of the first column
    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
    legend: tuple[tuple[str, str], ...]  # symbol, meaning


def matrix_pdf(matrix: Matrix) -> bytes:
    """Raises ValueError when a row has not one cell a column."""
    for row in matrix.rows:
        if len(row.cells) != len(matrix.columns):
            raise ValueError(f"{row.label}: {len(row.cells)} cells for {len(matrix.columns)} columns")
    return typeset(TEMPLATE, asdict(matrix))
