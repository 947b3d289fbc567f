"""A small table within the paper: some simple fields a row."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Annotated, Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from pydantic import Field as Limited

from navmark.foundation.papers.fields import PaperField, Standing, Value
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.refusals import Unfit
from navmark.foundation.papers.rows_field import RowsField, placed
from navmark.foundation.printing.sheet import WIDTH, Block, Heading, Labelled, RuledColumn, RuledTable
from navmark.foundation.privacy.classes import FieldClass
from navmark.foundation.tables.cells.plain import is_nothing
from navmark.foundation.tables.refusals import CellProblem
from navmark.foundation.ui.marks import colon

BY_TURNS = "rota:"  # in a cell of what a default writes: whoever has that turn
BETWEEN = "|"  # the columns in one cell of an export, a row a line
STRICTER = list(FieldClass)


@dataclass(frozen=True, kw_only=True)
class Rows(PaperField, type="rows"):
    """小表格. Its value is a tuple of rows, column key -> value; a row without any answer is none. `lines`: printed at least.

    `shares`: how the columns share the printed line, where their widths do not say it finely enough.
    """

    is_long: ClassVar[bool] = True
    is_simple: ClassVar[bool] = False
    usual_width: ClassVar[int] = 4

    columns: Annotated[tuple[PaperField, ...], Limited(min_length=1, max_length=8)]
    lines: Annotated[int, Limited(ge=1, le=60)] = 4
    most: Annotated[int, Limited(ge=1, le=60)] = 60
    shares: tuple[Annotated[int, Limited(ge=1, le=60)], ...] = ()

    @property
    def held_as(self) -> FieldClass:
        """As strict as the strictest of its columns."""
        return max((self.privacy or self.usual_privacy, *(one.held_as for one in self.columns)), key=STRICTER.index)

    def form_field(self, known: Known, standing: Standing = ()) -> forms.Field:
        return RowsField(self.columns, known, [row for value in standing for row in value or ()], most=self.most)

    def initial(self, value: Value, known: Known) -> Any:
        return [{one.key: one.initial(row.get(one.key), known) for one in self.columns} for row in value or ()]

    def refuse(self, value: Value) -> None:
        if len(value) > self.most:
            raise Unfit(_("At most %(most)d rows; there are %(there)d.") % {"most": self.most, "there": len(value)})
        for row in value:
            for one in self.columns:
                if row.get(one.key) is not None:
                    one.refuse(row[one.key])

    def kept(self, value: Value) -> Any:
        return [{one.key: one.kept(row[one.key]) for one in self.columns if row.get(one.key) is not None} for row in value]

    def restored(self, stored: Any) -> Value:
        if not isinstance(stored, list) or not all(isinstance(row, dict) for row in stored):
            raise Unfit(_("This is no table."))
        return tuple({one.key: one.restored(row[one.key]) for one in self.columns if one.key in row} for row in stored)

    def ids_in(self, value: Value) -> list[tuple[str, str]]:
        return [found for row in value or () for one in self.columns for found in one.ids_in(row.get(one.key))]

    def lines_of(self, value: Value, known: Known) -> list[tuple[str, ...]]:
        """The words of each row."""
        return [tuple(one.words(row.get(one.key), known) for one in self.columns) for row in value or ()]

    def lines_on_page(self, value: Value, known: Known) -> list[tuple[str, ...]]:
        return [tuple(one.on_page(row.get(one.key), known) for one in self.columns) for row in value or ()]

    def words(self, value: Value, known: Known) -> str:
        return "\n".join("；".join(filter(None, line)) for line in self.lines_of(value, known))

    def printed(self, value: Value, known: Known) -> Labelled | tuple[Block, ...]:
        return (Heading(self.label, 2), RuledTable(self.printed_columns(), tuple(self.lines_of(value, known)), least=self.lines))

    def printed_columns(self) -> tuple[RuledColumn, ...]:
        """A column wider than its even share holds sentences: it is set from the left."""
        shares = self.shares or [one.width or one.usual_width for one in self.columns]
        whole, even = sum(shares), sum(shares) / len(shares)
        pairs = zip(self.columns, shares, strict=True)
        return tuple(RuledColumn(one.label, WIDTH * share // whole, centred=share <= even) for one, share in pairs)

    def cell(self, value: Value, known: Known) -> Any:
        if value is None:
            return None
        return in_one_cell([[_as_text(one.cell(row.get(one.key), known)) for one in self.columns] for row in value])

    def in_list(self, value: Value, known: Known) -> Any:
        return self.words(value, known) or None

    def read(self, text: str, known: Known) -> Value:
        return self._read(text, known, None)

    def begun(self, text: str, known: Known, turns: Mapping[str, Any]) -> Value:
        """A cell "rota:CODE" is whoever has the turn, empty while nobody has."""
        return self._read(text, known, turns)

    def _read(self, text: str, known: Known, turns: Mapping[str, Any] | None) -> Value:
        if is_nothing(text.strip()):
            return None
        lines = enumerate(csv.reader(text.splitlines(), delimiter=BETWEEN))
        read = [self._row(line, known, number, turns) for number, line in lines if any(line)]
        return tuple(row for row in read if row) or None

    def _row(self, line: list[str], known: Known, number: int, turns: Mapping[str, Any] | None) -> dict[str, Value]:
        if len(line) > len(self.columns):
            words = _("A line has %(there)d parts; the columns are: %(columns)s.")
            labels = BETWEEN.join(one.label for one in self.columns)
            raise CellProblem(words % {"there": len(line), "columns": labels})
        told = [(one, part.strip()) for one, part in zip(self.columns, line, strict=False) if part.strip()]
        values = {one.key: _cell(one, part, known, number, turns) for one, part in told}
        return {key: value for key, value in values.items() if value is not None}


def _cell(column: PaperField, part: str, known: Known, number: int, turns: Mapping[str, Any] | None) -> Value:
    if turns is not None and part.startswith(BY_TURNS):
        return turns.get(part.removeprefix(BY_TURNS))
    return _cleaned(column, part, known, number)


def _cleaned(column: PaperField, part: str, known: Known, number: int) -> Value:
    """Raises CellProblem, which says where in the small table."""
    try:
        return column.heading(known).clean(part)
    except CellProblem as problem:
        raise CellProblem(f"{placed(column, number)}{colon()}{problem}") from problem


def in_one_cell(lines: Iterable[Sequence[str]]) -> str:
    out = StringIO()
    csv.writer(out, delimiter=BETWEEN, lineterminator="\n").writerows(lines)
    return out.getvalue().rstrip("\n")


def _as_text(cell: Any) -> str:
    return "" if cell is None else cell.isoformat() if isinstance(cell, date) else str(cell)
