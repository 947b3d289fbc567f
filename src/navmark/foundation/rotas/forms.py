"""What people type: names into the table, who takes turns, what is asked of one another, days without a turn."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from navmark.foundation.people.by_name import as_written, labelled, one_of, told_apart
from navmark.foundation.people.forms.fields import day_field
from navmark.foundation.people.forms.named import Names, PersonByName
from navmark.foundation.people.models import Person
from navmark.foundation.rotas.grid import GridCell
from navmark.foundation.rotas.holders import Holder, RotaCircle, of_person
from navmark.foundation.rotas.models import Turn
from navmark.foundation.rotas.models.rota import LIST
from navmark.foundation.rotas.order import Order
from navmark.foundation.rotas.stretches import called
from navmark.foundation.tables.refusals import CellProblem

LONGEST_NOTE, MOST_NAMES = 200, 500
NOBODY = gettext_lazy("(vacant)")


def _note() -> forms.CharField:
    return forms.CharField(label=gettext_lazy("Note"), max_length=LONGEST_NOTE, required=False)


class TableForm(forms.Form):
    """Whose turn it is, place by place; what stands there is filled in."""

    anyway = forms.BooleanField(label=gettext_lazy("All the same: I have spoken with whoever is away"), required=False)

    def __init__(self, *args: Any, cells: list[GridCell], around: RotaCircle, names: Names, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.cells = {cell.key: cell for cell in cells}
        self.units = {str(pk): one for pk, one in around.holders.items() if one.unit}
        for key, cell in self.cells.items():
            self.fields[key] = self._field(cell, names)
            stretch = cell.stretch
            self.fields[key].widget.attrs["aria-label"] = called(stretch.key, stretch.starts, stretch.ends)

    def _field(self, cell: GridCell, names: Names) -> forms.Field:
        turn = cell.turn
        if self.units:
            there = {str(turn.holder_id): turn.holder} if turn else {}
            offered = there | {pk: one.name for pk, one in self.units.items()}
            initial = str(turn.holder_id) if turn else ""
            return forms.ChoiceField(choices=[("", NOBODY), *offered.items()], required=False, initial=initial)
        return PersonByName(names, required=False, initial=turn.person_id if turn else None)

    def at(self, key: str) -> forms.BoundField:
        return self[key]

    def written(self) -> Iterator[tuple[GridCell, Holder | None]]:
        """What was written into which place, where it differs from what stood there."""
        for key, cell in self.cells.items():
            holder = self._holder(self.cleaned_data[key])
            if (holder.pk if holder else None) != (cell.turn.holder_id if cell.turn else None):
                yield cell, holder

    def _holder(self, value: Any) -> Holder | None:
        if isinstance(value, Person):
            return of_person(value)
        return self.units.get(value) if value else None


class ListForm(forms.Form):
    """Who takes turns, one a line, in their order; and by which order."""

    order = forms.ChoiceField(label=gettext_lazy("Whose turn is next"), choices=Order.choices)
    lines = forms.CharField(
        label=gettext_lazy("Who takes turns, one a line"),
        widget=forms.Textarea(attrs={"rows": 14}),
        max_length=20_000,
        required=False,
        help_text=gettext_lazy("The order of the lines is the order of turns. Whoever is not named takes none."),
    )

    def __init__(self, *args: Any, around: RotaCircle, **kwargs: Any) -> None:
        self.labels, self.known = _labels(around)
        there = [self.labels[str(pk)] for pk in around.holders if str(pk) in self.labels]
        super().__init__(*args, initial={"order": around.order, "lines": "\n".join(there)}, **kwargs)

    def clean_lines(self) -> list[Holder]:
        words = [as_written(line) for line in self.cleaned_data["lines"].splitlines()][:MOST_NAMES]
        try:
            found = [one_of(self.labels, line) for line in words if line]
        except CellProblem as problem:
            raise forms.ValidationError(str(problem)) from None
        return [self.known[pk] for pk in dict.fromkeys(found)]


def _labels(around: RotaCircle) -> tuple[dict[str, str], dict[str, Holder]]:
    """(id -> what is typed for it, id -> who that is) of all that may stand in the list."""
    there = {str(one.pk): one for one in around.meant()}
    if around.rota.among == LIST:
        there |= {str(one.pk): of_person(one) for one in around.offered()}
    people = labelled(told_apart([one.person for one in there.values() if one.person], around.on))
    return people | {pk: one.name for pk, one in there.items() if one.unit}, there


class SwapForm(forms.Form):
    """With which turn."""

    other = forms.ChoiceField(label=gettext_lazy("For which turn"))
    note = _note()

    def __init__(self, *args: Any, turns: list[Turn], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.turns: Mapping[str, Turn] = {str(one.pk): one for one in turns}
        self.fields["other"].choices = [(pk, f"{one.when} {one.holder}") for pk, one in self.turns.items()]  # type: ignore[attr-defined]

    def clean_other(self) -> Turn:
        return self.turns[self.cleaned_data["other"]]


class HandOnForm(forms.Form):
    """To whom: a name, or one of the units that take turns."""

    note = _note()

    def __init__(self, *args: Any, around: RotaCircle, names: Names, but: UUID, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = {str(pk): one for pk, one in around.holders.items() if one.unit and pk != but}
        label = _("To whom")
        choices = [(pk, one.name) for pk, one in self.units.items()]
        self.fields["to"] = forms.ChoiceField(label=label, choices=choices) if self.units else PersonByName(names, label=label)
        self.order_fields(["to", "note"])

    def clean_to(self) -> Holder:
        value = self.cleaned_data["to"]
        return of_person(value) if isinstance(value, Person) else self.units[value]


class SkipForm(forms.Form):
    because = forms.CharField(label=gettext_lazy("Why"), max_length=LONGEST_NOTE)


class DoneForm(forms.Form):
    """What was checked, and a word to whoever comes next."""

    ticked = forms.MultipleChoiceField(label=gettext_lazy("Checked"), required=False, widget=forms.CheckboxSelectMultiple)
    note = forms.CharField(
        label=gettext_lazy("For whoever comes next"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, turn: Turn, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["note"].required = turn.rota.hands_over
        items = turn.rota.to_check(turn.shift)
        if items:
            self.fields["ticked"].choices = [(one, one) for one in items]  # type: ignore[attr-defined]
        else:
            del self.fields["ticked"]


class AwayForm(forms.Form):
    """From when to when she asks to be passed over."""

    first = day_field(gettext_lazy("From"))
    last = day_field(gettext_lazy("Until"))
    note = _note()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("first"), data.get("last")
        if isinstance(first, date) and isinstance(last, date) and last < first:
            self.add_error("last", _("The last day lies before the first. Correct one of the two."))
        return data
