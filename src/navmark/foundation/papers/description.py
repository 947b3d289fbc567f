"""The questions of one edition: its fields in their order, and what they make of a set of answers together."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as kept_as
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from navmark.foundation.papers import types as _types  # noqa: F401  so that every type is known
from navmark.foundation.papers.fields import PaperField, Value
from navmark.foundation.papers.refusals import Misplaced
from navmark.foundation.papers.types.numbers import Number
from navmark.foundation.papers.types.scores import Total

Values = Mapping[str, Value]  # by key; a question without an answer is left out


@dataclass(frozen=True)
class Description:
    """`whole`: the paper of which these are some questions, where a page asks not all of it at once."""

    fields: tuple[PaperField, ...]
    whole: "Description | None" = kept_as(default=None, compare=False, repr=False)

    def only(self, fields: Iterable[PaperField]) -> "Description":
        return Description(tuple(fields), whole=self.whole or self)

    @cached_property
    def by_key(self) -> dict[str, PaperField]:
        return {one.key: one for one in self.fields}

    def field(self, key: str) -> PaperField:
        """Raises Misplaced for a key that this edition does not know."""
        if key not in self.by_key:
            raise Misplaced(key)
        return self.by_key[key]

    def on(self, day: date) -> Iterator[PaperField]:
        """The fields that stand on the paper on that day."""
        return (one for one in self.fields if one.stands_on(day))

    def shown(self, values: Values, day: date) -> Iterator[PaperField]:
        """Those, and the retired ones that were answered: what somebody wrote is never hidden."""
        asked = (one for one in self.fields if one.stands_on(day) and self.asks(one, values))
        asked_now = {one.key for one in asked}
        return (one for one in self.fields if one.key in asked_now or values.get(one.key) is not None)

    def asks(self, field: PaperField, values: Values) -> bool:
        """Whether what is answered so far leaves this question to be asked."""
        key, _is, choice = field.only.partition("=")
        said = values.get(key) if key else None
        return said is None or choice in (said if isinstance(said, tuple) else (said,))

    def with_totals(self, values: Values) -> dict[str, Value]:
        totals = {one.key: one.sum(values, self.by_key) for one in self.fields if isinstance(one, Total)}
        return {**values, **{key: total for key, total in totals.items() if total is not None}}

    def contradictions(self, values: Values) -> Iterator[tuple[str, str]]:
        """(key, what is wrong) of answers that cannot both be true."""
        for one in self.fields:
            if isinstance(one, Number) and one.within:
                value, most, whole = values.get(one.key), values.get(one.within), (self.whole or self).field(one.within)
                if value is not None and most is not None and value > most:
                    words = _("More than stands at “%(label)s”. Correct one of the two numbers.")
                    yield one.key, words % {"label": whole.name}

    def unsealed(self, values: Values) -> dict[str, Value]:
        """Without what is sensitive."""
        return {key: value for key, value in values.items() if not self.field(key).is_sealed}

    def kept(self, values: Values) -> tuple[dict[str, Any], dict[str, Any]]:
        """(clear, sealed) as JSON. Raises Misplaced or Unfit."""
        halves: tuple[dict[str, Any], dict[str, Any]] = ({}, {})
        for key, value in values.items():
            field = self.field(key)
            if value is not None:
                halves[field.is_sealed][key] = field.kept(value)
        return halves

    def restored(self, *halves: Mapping[str, Any]) -> dict[str, Value]:
        """The values of what was kept."""
        return {key: self.field(key).restored(stored) for half in halves for key, stored in half.items()}

    def ids_in(self, values: Values) -> set[tuple[str, str]]:
        """("person", "unit" or "file", id) of all that stand in the answers."""
        return {found for key, value in values.items() for found in self.field(key).ids_in(value)}


def asked(fields: Iterable[PaperField]) -> list[PaperField]:
    """Those that take an answer or give one."""
    return [one for one in fields if one.is_asked]
