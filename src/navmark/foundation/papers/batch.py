"""批量录入: what was filled in on paper by hand is typed in row by row on one page.

What is typed becomes a table and is read as one: a page and a table refuse the same values in the same words. Only where a
fault stands, at its row and field, is told here.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django import forms
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from navmark.foundation.papers.fields import PaperField
from navmark.foundation.papers.known import Known
from navmark.foundation.tables.headings import Column
from navmark.foundation.tables.mapping import Mapping as Headings
from navmark.foundation.tables.preview import Question, Report, RowOutcome
from navmark.foundation.tables.rows import RowsRead
from navmark.foundation.tables.table import Table
from navmark.foundation.ui.marks import bracketed

SHOWN, SPARE, MOST = 6, 3, 60  # rows of an empty page, empty ones below what was typed, and at most
FIRST = 2  # what a table calls its first row below the headings
ROW = "row-"  # before the number of a row about which something was said
LONG, SHORT = 2000, 200


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
    number: int
    cells: tuple[BatchCell, ...]
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
        rows = [
            {one.column.key: _tidied(self.posted.get(self._name(number, one), ""), one.field) for one in self.columns}
            for number in range(MOST)
        ]
        last = max((number for number, row in enumerate(rows) if any(row.values())), default=-1)
        return rows[: last + 1]

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
            cells = tuple(self._cell(number, one, typed.get(one.column.key, "")) for one in self.columns)
            whole = (*self.wrong_rows.get(number, ()), *self.wrong.get((number, ""), ()))
            yield BatchRow(number, cells, whole, self.questions.get(number), self.posted.get(f"{ROW}{number}", ""))

    def _cell(self, number: int, one: BatchColumn, text: str) -> BatchCell:
        errors = tuple(self.wrong.get((number, one.column.key), ()))
        name, label = self._name(number, one), self.label(one)
        attrs = {"id": f"id_{name}", "aria-label": _("%(column)s, row %(row)d") % {"column": label, "row": number + 1}}
        drawn = _widget(one.field, self.known).render(name, text, attrs | ({"aria-invalid": "true"} if errors else {}))
        return BatchCell(label, drawn, errors)

    @property
    def labels(self) -> list[str]:
        return [self.label(one) for one in self.columns]

    def label(self, one: BatchColumn) -> str:
        return f"{one.field.name}{bracketed(one.field.measure)}" if one.field.measure else one.field.name

    @property
    def names(self) -> list[tuple[str, list[str]]]:
        """The lists of words that are offered while one types: id, words."""
        return list(dict(filter(None, (one.field.suggested(self.known) for one in self.columns))).items())

    @property
    def is_sealing(self) -> bool:
        return any(one.field.is_sealed for one in self.columns)

    def _name(self, number: int, one: BatchColumn) -> str:
        return f"cell-{number}-{one.column.key}"


def _tidied(text: str, field: PaperField) -> str:
    """Lines stay where there may be several."""
    return ("\n".join(text.strip().splitlines()) if field.is_long else " ".join(text.split()))[:LONG]


def _widget(field: PaperField, known: Known) -> forms.Widget:
    """A cell is typed as it is written in a table: the words themselves, not their keys."""
    if field.type == "date":
        return forms.DateInput(attrs={"type": "date"})
    if field.type == "choice":
        return forms.Select(choices=[("", ""), *((label, label) for _key, label in field.choices)])  # type: ignore[attr-defined]
    if field.type == "yes_no":
        return forms.Select(choices=[("", ""), ("是", pgettext("answer", "yes")), ("否", pgettext("answer", "no"))])
    if field.is_long:
        return forms.Textarea(attrs={"rows": 1, "maxlength": LONG})
    offered = field.suggested(known)
    listed = {"list": offered[0], "autocomplete": "off"} if offered else {}
    numeric = {"inputmode": "decimal"} if field.cell_kind in ("number", "money") else {}
    return forms.TextInput(attrs={"maxlength": SHORT, **listed, **numeric})
