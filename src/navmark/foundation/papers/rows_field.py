"""The form of a small table: a line of inputs a row, and some empty lines below, so that it grows without a script."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from navmark.foundation.papers.fields import PaperField, Value
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.refusals import Unfit
from navmark.foundation.tables.refusals import CellProblem
from navmark.foundation.ui.marks import colon

SPARE = 3  # empty lines below
Row = Mapping[str, Any]


class RowsWidget(forms.Widget):
    """Inputs named `name-0-column`; what they hold is a list of rows, column key -> what was typed."""

    template_name = "papers/rows.html"
    use_fieldset = True

    def __init__(self, columns: Sequence[PaperField], inputs: Mapping[str, forms.Field], *, most: int) -> None:
        super().__init__()
        self.columns, self.inputs, self.most = columns, inputs, most
        self.wrong: set[tuple[int, str]] = set()  # (row, column) of what the last cleaning refused

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Row]:
        """The lines that came, however many the page showed; one more than may be, so that too many are refused and not lost."""
        last = max((number for number in range(self.most + SPARE) if self._came(data, f"{name}-{number}-")), default=-1)
        return [
            {key: one.widget.value_from_datadict(data, files, f"{name}-{number}-{key}") for key, one in self.inputs.items()}
            for number in range(last + 1)
        ]

    def _came(self, data: Any, start: str) -> bool:
        return any(f"{start}{key}" in data for key in self.inputs)

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return not any(self._came(data, f"{name}-{number}-") for number in range(self.most + SPARE))

    def id_for_label(self, id_: str, index: Any = None) -> str:
        return ""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        last = max((number for number, row in enumerate(value or ()) if any(row.values())), default=-1)
        typed = list(value or ())[: last + 1]
        shown = [*typed, *({} for _row in range(min(SPARE, self.most - len(typed))))]
        return {
            **context,
            "columns": self.columns,
            "most": self.most,
            "lines": [self._line(name, *one) for one in enumerate(shown)],
        }

    def _line(self, name: str, number: int, typed: Row) -> list[str]:
        """The inputs of one row, each named for whoever hears it."""
        return [self._input(column, f"{name}-{number}-{column.key}", typed.get(column.key), number) for column in self.columns]

    def _input(self, column: PaperField, name: str, typed: Any, number: int) -> str:
        attrs = {"id": f"id_{name}", "aria-label": placed(column, number)}
        wrong = {"aria-invalid": "true"} if (number, column.key) in self.wrong else {}
        return self.inputs[column.key].widget.render(name, typed, attrs | wrong)


class RowsField(forms.Field):
    """Cleans to a tuple of rows, column key -> value; an error names row and column."""

    def __init__(self, columns: Sequence[PaperField], known: Known, standing: Sequence[Row], *, most: int) -> None:
        self.columns, self.known = columns, known
        self.standing = {one.key: [row.get(one.key) for row in standing] for one in columns}
        self.inputs = {one.key: one.form_field(known, self.standing[one.key]) for one in columns}
        for field in self.inputs.values():
            field.required = field.widget.is_required = False
        super().__init__(widget=RowsWidget(columns, self.inputs, most=most))

    def clean(self, value: Any) -> tuple[dict[str, Value], ...]:
        rows: list[dict[str, Value]] = []
        errors: list[str] = []
        for number, typed in enumerate(value or []):
            rows.append({})
            for column in self.columns:
                try:
                    rows[-1][column.key] = self._cleaned(column, typed[column.key])
                except (ValidationError, Unfit, CellProblem) as fault:
                    self.widget.wrong.add((number, column.key))
                    errors += [f"{placed(column, number)}{colon()}{words}" for words in getattr(fault, "messages", [str(fault)])]
        if errors:
            raise ValidationError(errors)
        told = [{key: cell for key, cell in row.items() if cell is not None} for row in rows]
        return tuple(row for row in told if row)

    def _cleaned(self, column: PaperField, typed: Any) -> Value:
        value = column.taken(self.inputs[column.key].clean(typed), self.known, self.standing[column.key])
        if value is not None:
            column.refuse(value)
        return value


def placed(column: PaperField, number: int) -> str:
    return _("%(column)s, row %(row)d") % {"column": column.name, "row": number + 1}
