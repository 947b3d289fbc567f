"""The form of a paper. It takes a half-filled one, because it saves itself; what is still due is told by lacking.py."""

from collections.abc import Iterator
from typing import Any

from django import forms

from navmark.foundation.papers.description import Description, Values
from navmark.foundation.papers.fields import BEFORE, NEVER, PaperField
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.refusals import Unfit
from navmark.foundation.papers.types.files import Papers
from navmark.foundation.papers.types.rows import Rows
from navmark.foundation.tables.refusals import CellProblem
from navmark.foundation.ui.marks import bracketed


class PaperForm(forms.Form):
    """The fields that stand on the paper today; `given` are the answers after `is_valid`.

    With a `revision` it saves itself (saving.py). `due`: what this moment asks for (`before`, `step:accept`) is refused while it
    is empty; without it nothing is. `scope`: before its ids and the places of its files, where another paper stands on the page.
    """

    use_required_attribute = False

    def __init__(
        self,
        *args: Any,
        description: Description,
        values: Values,
        known: Known,
        revision: int | None = None,
        due: str = "",
        sealed: bool = True,
        scope: str = "",
        **kwargs: Any,
    ) -> None:
        self.scope = scope
        kwargs |= {"auto_id": f"id_{scope}%s"} if scope else {}
        self.description, self.values, self.known, self.due = description, values, known, due
        whole = description.whole or description
        self.on_page = [one for one in description.on(known.on) if (sealed or not one.is_sealed) and whole.asks(one, values)]
        self.typed = [one for one in self.on_page if one.is_typed]
        initial = {one.key: one.initial(values.get(one.key), known) for one in self.typed}
        super().__init__(*args, initial={**initial, **kwargs.pop("initial", {})}, **kwargs)
        for one in self.typed:
            self.fields[one.key] = _asking(one, values, known, due)
        if revision is not None:
            widget = forms.HiddenInput(attrs={"value": revision})
            self.fields["revision"] = forms.IntegerField(min_value=0, max_value=2**31 - 1, initial=revision, widget=widget)

    def clean(self) -> dict[str, Any]:
        """The values themselves, by key; each fault at its field."""
        cleaned = super().clean() or {}
        self.given: dict[str, Any] = {}
        for one in self.typed:
            if one.key in cleaned:
                try:
                    self.given[one.key] = self._value(one, cleaned[one.key])
                except (Unfit, CellProblem) as fault:
                    self.add_error(one.key, str(fault))
        for key, words in self.description.contradictions({**self.values, **self.given}):
            self.add_error(key if key in self.fields else None, words)
        return cleaned

    def _value(self, one: PaperField, cleaned: Any) -> Any:
        value = one.taken(cleaned, self.known, (self.values.get(one.key),))
        if value is not None:
            one.refuse(value)
        if self.due and one.required == self.due and (why := one.forbids(value)):
            raise Unfit(why)
        return value

    @property
    def is_sealing(self) -> bool:
        """Whether something sensitive is typed here: its draft stays in this window alone."""
        return any(one.is_sealed for one in self.typed)

    def names(self) -> list[tuple[str, list[str]]]:
        """The lists on the page: (its id, the words), one for each circle among whom somebody may be named."""
        columns = [column for one in self.typed if isinstance(one, Rows) for column in one.columns]
        return sorted(dict(filter(None, (one.suggested(self.known) for one in (*self.typed, *columns)))).items())

    def parts(self) -> Iterator[tuple[str, Any]]:
        """The page from top to bottom: ("field", bound field), ("heading" or "note", field), ("said", (field, words)),
        ("hangs", (field, files))."""
        told = self.description.with_totals(self.values)
        for one in self.on_page:
            if one.is_typed:
                yield "field", self[one.key]
            elif isinstance(one, Papers):
                yield "hangs", (one, one.hung(told.get(one.key), self.known))
            elif one.is_asked:
                yield "said", (one, one.words(told.get(one.key), self.known))
            elif one.type in ("heading", "note"):
                yield one.type, one


def _asking(one: PaperField, values: Values, known: Known, due: str) -> forms.Field:
    field = one.form_field(known, (values.get(one.key),))
    field.label = f"{one.name}{bracketed(one.measure)}" if one.measure else one.name
    field.help_text = one.help
    field.required = bool(due) and one.required == due
    field.is_due = one.required != NEVER
    field.is_for_a_step = one.required not in (NEVER, BEFORE, due)
    field.widget.is_required = field.required
    return field
