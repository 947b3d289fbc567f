"""A unit, several, and a class, each as it is called on the day."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from django import forms

from navmark.foundation.papers.fields import Label, PaperField, Standing, Value
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.listing import BETWEEN, apart
from navmark.foundation.papers.types.people import an_id
from navmark.foundation.people.by_name import one_of
from navmark.foundation.people.forms.fields import CHOOSE
from navmark.foundation.tables.cells.classes import class_name
from navmark.foundation.tables.cells.plain import is_nothing, visible
from navmark.foundation.tables.refusals import CellProblem


@dataclass(frozen=True, kw_only=True)
class OneUnit(PaperField, type="unit"):
    """一个单位, of the kind `of` (any where it is empty)."""

    of: Label = ""

    def form_field(self, known: Known, standing: Standing = ()) -> forms.Field:
        return forms.ChoiceField(choices=[("", CHOOSE), *self.offered(known, standing).items()])

    def offered(self, known: Known, standing: Standing = ()) -> dict[str, str]:
        there = {pk: known.unit_called(pk, self.of) for value in standing for _kind, pk in self.ids_in(value)}
        return there | known.units_of(self.of)

    def restored(self, stored: Any) -> Value:
        return an_id(stored)

    def ids_in(self, value: Value) -> Iterable[tuple[str, str]]:
        return [("unit", value)] if value else []

    def of_known(self, value: Any) -> Value:
        return str(getattr(value, "pk", value))

    def words(self, value: Value, known: Known) -> str:
        return "" if value is None else known.unit_called(value, self.of)

    def read(self, text: str, known: Known) -> Value:
        return None if is_nothing(text.strip()) else self.named(" ".join(visible(text).split()), known)

    def named(self, words: str, known: Known) -> str:
        return one_of(known.units_of(self.of), words)


@dataclass(frozen=True, kw_only=True)
class SeveralUnits(OneUnit, type="units"):
    """若干单位."""

    usual_width: ClassVar[int] = 4

    def form_field(self, known: Known, standing: Standing = ()) -> forms.Field:
        choices = list(self.offered(known, standing).items())
        return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple)

    def initial(self, value: Value, known: Known) -> Any:
        return list(value or ())

    def taken(self, cleaned: Any, known: Known, standing: Standing = ()) -> Value:
        return tuple(cleaned) or None

    def kept(self, value: Value) -> Any:
        return list(value)

    def restored(self, stored: Any) -> Value:
        return tuple(map(an_id, stored)) if isinstance(stored, list) else an_id(None)

    def ids_in(self, value: Value) -> Iterable[tuple[str, str]]:
        return [("unit", pk) for pk in value or ()]

    def of_known(self, value: Any) -> Value:
        return tuple(super(SeveralUnits, self).of_known(one) for one in value)

    def words(self, value: Value, known: Known) -> str:
        return BETWEEN.join(super(SeveralUnits, self).words(pk, known) for pk in value or ())

    def read(self, text: str, known: Known) -> Value:
        words = apart(visible(text), known.units_of(self.of).values())
        return tuple(dict.fromkeys(self.named(word, known) for word in words if not is_nothing(word))) or None


@dataclass(frozen=True, kw_only=True)
class SchoolClass(OneUnit, type="class"):
    """班级; in a table also as other offices write it (三.1班, 301)."""

    of: Label = "class"

    def named(self, words: str, known: Known) -> str:
        try:
            return super().named(words, known)
        except CellProblem:
            return _same_class(words, known.units_of(self.of))


def _same_class(words: str, offered: dict[str, str]) -> str:
    """The class that another office means. Raises CellProblem where it is none of ours."""
    meant = class_name(words)
    for pk, name in offered.items():
        if meant is not None and class_name(name) == meant:
            return pk
    return one_of({}, words)
