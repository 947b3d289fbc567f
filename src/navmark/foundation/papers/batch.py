"""批量录入: what was filled in on paper by hand is typed in row by row on one page.

What is typed becomes a table and is read as one: a page and a table refuse the same values in the same words. Only where a
fault stands, at its row and field, is told here.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from navmark.foundation.papers.fields import PaperField
from navmark.foundation.papers.folded import BatchFold, cell_posted, fold
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.typed_cells import tidied, titled, widget_of
from navmark.foundation.papers.types.rows import Rows
from navmark.foundation.tables.headings import Column
from navmark.foundation.tables.mapping import Mapping as Headings
from navmark.foundation.tables.preview import Question, Report, RowOutcome
from navmark.foundation.tables.rows import RowsRead
from navmark.foundation.tables.table import Table

SHOWN, SPARE, MOST = 6, 3, 60  # rows of an empty page, empty ones below what was typed, and at most
FIRST = 2  # what a table calls its first row below the headings
ROW = "row-"  # before the number of a row about which something was said


@dataclass(frozen=True)
class BatchColumn:
    """`column` is how a cell is read; `field`, how it is typed."""

    field: PaperField
    column: Column


@dataclass(frozen=True)
class BatchCell:
    label: str
    input: SafeString
    errors: tuple[str, ...]


@dataclass(frozen=True)
class BatchRow:
    """`folds`: the small tables of its paper, below the other cells."""

    number: int
    cells: tuple[BatchCell, ...]
    folds: tuple[BatchFold, ...]
    errors: tuple[str, ...]
    question: Question | None
    said: str


class Batch:
    """`usual`: key -> what an empty cell of a row says in which something was typed."""

    def __init__(
        self, columns: Sequence[BatchColumn], known: Known, posted: Mapping[str, str], *, usual: Mapping[str, str] | None = None
    ) -> None:
        self.columns, self.known, self.posted, self.usual = columns, known, posted, usual or {}
        self.wrong: dict[tuple[int, str], list[str]] = defaultdict(list)
        self.wrong_rows: dict[int, list[str]] = defaultdict(list)
        self.questions: dict[int, Question] = {}

    @cached_property
    def typed(self) -> list[dict[str, str]]:
        """Row by row, key -> text; the last row has something in it."""
        rows = [{one.column.key: self._text(number, one) for one in self.columns} for number in range(MOST)]
        last = max((number for number, row in enumerate(rows) if any(row.values())), default=-1)
        return rows[: last + 1]

    def _text(self, number: int, one: BatchColumn) -> str:
        name = self._name(number, one)
        if isinstance(one.field, Rows):
            return cell_posted(one.field, self.posted, name)
        return tidied(self.posted.get(name, ""), one.field)

    @cached_property
    def headings(self) -> list[str]:
        """Of each column; two alike are told apart, since here a heading is the name of a place."""
        labels = [str(one.column.label) for one in self.columns]
        return [label if label not in labels[:place] else f"{label} {place + 1}" for place, label in enumerate(labels)]

    @property
    def table(self) -> Table:
        rows = [[row[one.column.key] or self._usual(row, one) for one in self.columns] for row in self.typed]
        return Table("", [self.headings, *rows])

    def _usual(self, row: Mapping[str, str], one: BatchColumn) -> str:
        return self.usual.get(one.column.key, "") if any(row.values()) else ""

    @property
    def mapping(self) -> Headings:
        keys = {heading: one.column.key for heading, one in zip(self.headings, self.columns, strict=True)}
        return Headings(keys, {heading: place for place, heading in enumerate(self.headings)}, 1)

    @property
    def said(self) -> dict[int, str]:
        """What was answered about rows, by the number that the table gives them."""
        numbers = {number + FIRST: self.posted.get(f"{ROW}{number}", "") for number in range(len(self.typed))}
        return {number: words for number, words in numbers.items() if words}

    def tell(self, read: RowsRead, report: Report | None = None) -> bool:
        """Take down what is wrong, where it stands; whether anything is, or is still asked."""
        keys = self.mapping.keys
        for row in read.rows:
            for problem in row.problems:
                self.wrong[row.number - FIRST, keys.get(problem.column, "")].append(problem.message)
        for place in read.notes:
            self.wrong_rows[int(place) - FIRST].append(_("This row is not complete: fill in the others of its fields."))
        of_cells = {row.number: {str(problem) for problem in row.problems} for row in read.rows}
        for line in report.lines if report else ():
            if line.outcome == RowOutcome.QUESTION and line.question:
                self.questions[line.number - FIRST] = line.question
            self.wrong_rows[line.number - FIRST] += [one for one in line.messages if one not in of_cells[line.number]]
        return bool(self.wrong or any(self.wrong_rows.values()) or self.questions)

    @property
    def count_wrong(self) -> int:
        """How many rows."""
        rows = {number for (number, _key), words in self.wrong.items() if words}
        return len(rows | {number for number, words in self.wrong_rows.items() if words} | set(self.questions))

    @property
    def rows(self) -> Iterator[BatchRow]:
        empty: dict[str, str] = {}
        for number in range(min(MOST, max(SHOWN, len(self.typed) + SPARE))):
            typed = self.typed[number] if number < len(self.typed) else empty
            cells = tuple(self._cell(number, one, typed.get(one.column.key, "")) for one in self.simple)
            folds = tuple(self._fold(number, one) for one in self.columns if isinstance(one.field, Rows))
            whole = (*self.wrong_rows.get(number, ()), *self.wrong.get((number, ""), ()))
            yield BatchRow(number, cells, folds, whole, self.questions.get(number), self.posted.get(f"{ROW}{number}", ""))

    def _cell(self, number: int, one: BatchColumn, text: str) -> BatchCell:
        errors = tuple(self.wrong.get((number, one.column.key), ()))
        name, label = self._name(number, one), titled(one.field)
        attrs = {"id": f"id_{name}", "aria-label": _("%(column)s, row %(row)d") % {"column": label, "row": number + 1}}
        drawn = widget_of(one.field, self.known).render(name, text, attrs | ({"aria-invalid": "true"} if errors else {}))
        return BatchCell(label, drawn, errors)

    def _fold(self, number: int, one: BatchColumn) -> BatchFold:
        assert isinstance(one.field, Rows)
        errors = tuple(self.wrong.get((number, one.column.key), ()))
        return fold(one.field, self.posted, self._name(number, one), row=number + 1, known=self.known, errors=errors)

    @cached_property
    def simple(self) -> list[BatchColumn]:
        """Those of one cell each."""
        return [one for one in self.columns if not isinstance(one.field, Rows)]

    @property
    def labels(self) -> list[str]:
        return [titled(one.field) for one in self.simple]

    @property
    def names(self) -> list[tuple[str, list[str]]]:
        """The lists of words that are offered while one types: id, words."""
        asked = (field for one in self.columns for field in (one.field, *getattr(one.field, "columns", ())))
        return list(dict(filter(None, (field.suggested(self.known) for field in asked))).items())

    @property
    def is_sealing(self) -> bool:
        return any(one.field.is_sealed for one in self.columns)

    def _name(self, number: int, one: BatchColumn) -> str:
        return f"cell-{number}-{one.column.key}"
