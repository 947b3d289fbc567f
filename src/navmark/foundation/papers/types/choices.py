"""One of several words, and several of them. What is no longer offered still reads where it was chosen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from pydantic import BeforeValidator
from pydantic import Field as Limited

from navmark.foundation.papers.fields import PaperField, Standing, Value
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.listing import BETWEEN, apart
from navmark.foundation.papers.refusals import Unfit
from navmark.foundation.people.forms.fields import CHOOSE
from navmark.foundation.tables.cells.plain import is_nothing, plain
from navmark.foundation.tables.refusals import CellProblem, listed

Pairs = tuple[tuple[str, str], ...]  # (key, label)


def _as_pairs(said: Any) -> Any:
    """Choices are said as a list of labels, which are their own keys, or as a table of keys and labels."""
    if isinstance(said, Mapping):
        return tuple(said.items())
    return tuple((one, one) if isinstance(one, str) else one for one in said) if isinstance(said, (list, tuple)) else said


@dataclass(frozen=True, kw_only=True)
class Choice(PaperField, type="choice"):
    """单选. `gone`: choices that are offered no more."""

    choices: Annotated[Pairs, BeforeValidator(_as_pairs), Limited(min_length=1, max_length=60)]
    gone: Annotated[Pairs, BeforeValidator(_as_pairs)] = ()

    @property
    def labels(self) -> dict[str, str]:
        return dict((*self.gone, *self.choices))

    def form_field(self, known: Known, standing: Standing = ()) -> forms.Field:
        return forms.ChoiceField(choices=[("", CHOOSE), *self.offered(standing)])

    def offered(self, standing: Iterable[Any]) -> list[tuple[str, str]]:
        """What may be chosen now, and what stands there already."""
        return [(key, label) for key, label in self.labels.items() if (key, label) not in self.gone or key in standing]

    def initial(self, value: Value, known: Known) -> Any:
        return value or ""

    def refuse(self, value: Value) -> None:
        if value not in self.labels:
            raise Unfit(_("Please choose one from the list."))

    def restored(self, stored: Any) -> Value:
        if not isinstance(stored, str):
            raise Unfit(_("Please choose one from the list."))
        return stored

    def words(self, value: Value, known: Known) -> str:
        return "" if value is None else str(self.labels.get(value, value))

    def for_the_pen(self, known: Known) -> str:
        return "\u3000".join(f"□{label}" for _key, label in self.choices)

    def read(self, text: str, known: Known) -> Value:
        named = plain(text)
        if is_nothing(named) and named not in self.labels.values():
            return None
        return self.key_of(named)

    def key_of(self, word: str) -> str:
        """The key of a label as it is written, blanks aside."""
        for key, label in (*self.choices, *self.gone):
            if _tight(word) in (_tight(label), _tight(key)):
                return key
        words = {"read": word[:30], "choices": listed(label for _key, label in self.choices)}
        raise CellProblem(_("“%(read)s” is not known; write one of: %(choices)s.") % words)


@dataclass(frozen=True, kw_only=True)
class Choices(Choice, type="choices"):
    """多选; its value is a list of keys in the order of the choices."""

    usual_width: ClassVar[int] = 4

    def form_field(self, known: Known, standing: Standing = ()) -> forms.Field:
        return forms.MultipleChoiceField(
            choices=self.offered([key for value in standing for key in value or ()]), widget=forms.CheckboxSelectMultiple
        )

    def initial(self, value: Value, known: Known) -> Any:
        return list(value or ())

    def taken(self, cleaned: Any, known: Known, standing: Standing = ()) -> Value:
        return tuple(key for key in self.labels if key in cleaned) or None

    def refuse(self, value: Value) -> None:
        if not set(value) <= self.labels.keys():
            raise Unfit(_("Please choose from the list."))

    def kept(self, value: Value) -> Any:
        return list(value)

    def restored(self, stored: Any) -> Value:
        if not isinstance(stored, list) or not all(isinstance(key, str) for key in stored):
            raise Unfit(_("Please choose from the list."))
        return tuple(stored)

    def words(self, value: Value, known: Known) -> str:
        return BETWEEN.join(self.labels.get(key, key) for key in value or ())

    def read(self, text: str, known: Known) -> Value:
        named = plain(text)
        if is_nothing(named) and named not in self.labels.values():
            return None
        return self.taken([self.key_of(word) for word in apart(named, self.labels.values())], known)


def _tight(word: str) -> str:
    return "".join(plain(word).split()).lower()
