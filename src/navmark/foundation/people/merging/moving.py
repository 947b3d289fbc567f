"""One row becomes another: whatever pointed to it points to the other; where two rows would then say the same, they become one in
their turn. Plain rows: it knows no room.

Of two that become one the row of who stays remains, unless the other `outweighs` it (a method of the model) or was chosen.
A model of which two rows never become one says `never_one`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.db.models.functions import Cast

from navmark.foundation.people.merging.memory import Memory, rows_of
from navmark.foundation.people.merging.pointers import Pointer, bare_ids, keys_to, written_words
from navmark.foundation.people.merging.terms import term_of
from navmark.foundation.people.refusals import ShownAsTwo
from navmark.foundation.sealing.fields import EncryptedTextField, is_readable

Pairs = Mapping[UUID, UUID]  # what goes -> what stays


@dataclass
class Moving:
    """`chosen` stay, whatever they meet. `met`: (the row that went, the one that stayed), of rows that said the same."""

    chosen: frozenset[UUID] = frozenset()
    memory: Memory = field(default_factory=Memory)
    met: list[tuple[models.Model, models.Model]] = field(default_factory=list)

    def become(self, model: type[models.Model], pairs: Pairs) -> None:
        """Move all that points to these rows of the model. The rows themselves stay where they are."""
        for pointer in (*keys_to(model), *bare_ids()):
            if rows_of(pointer.model).filter(**{f"{pointer.attname}__in": list(pairs)}).exists():
                self._repoint(pointer, pairs)

    def _repoint(self, pointer: Pointer, pairs: Pairs) -> None:
        if losers := self._losers(pointer, pairs):
            self.become(pointer.model, {loser.pk: winner.pk for loser, winner in losers})
            self.memory.drop(loser for loser, _winner in losers)
            self.met += losers
        left = rows_of(pointer.model).filter(**{f"{pointer.attname}__in": list(pairs)}).values_list(pointer.attname, "pk")
        for old, ids in _grouped(left).items():
            self.memory.move(pointer, ids, old=old, new=pairs[old])

    def _losers(self, pointer: Pointer, pairs: Pairs) -> list[tuple[models.Model, models.Model]]:
        found: dict[UUID, tuple[models.Model, models.Model]] = {}
        for mine, theirs in _colliding(pointer, pairs):
            if getattr(pointer.model, "never_one", False):
                raise ShownAsTwo(term_of(pointer.model))
            loser, winner = (theirs, mine) if self._wins(mine, theirs) else (mine, theirs)
            if mine.pk not in found:
                found[loser.pk] = (loser, winner)
        return list(found.values())

    def _wins(self, mine: Any, theirs: Any) -> bool:
        outweighs = getattr(mine, "outweighs", None)
        return mine.pk in self.chosen or bool(theirs.pk not in self.chosen and outweighs and outweighs(theirs))

    def rewrite(self, old: UUID, new: UUID) -> None:
        """The id within answers, drafts and other words."""
        for column in written_words():
            for row in _naming(column, str(old)):
                value = getattr(row, column.attname)
                self.memory.rewrite(row, **{column.attname: _replaced(value, str(old), str(new))})


def _grouped(rows: Any) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = {}
    for old, pk in rows:
        found.setdefault(old, []).append(pk)
    return found


def _colliding(pointer: Pointer, pairs: Pairs) -> Iterator[tuple[models.Model, models.Model]]:
    """(a row that moves, the row that says the same already) by each unique constraint of the model."""
    for constraint in pointer.model._meta.constraints:
        if not isinstance(constraint, models.UniqueConstraint) or pointer.name not in constraint.fields:
            continue
        others = [pointer.model._meta.get_field(name).attname for name in constraint.fields if name != pointer.name]
        rows = rows_of(pointer.model).filter(constraint.condition or Q())
        there = {_place(row, pointer, others): row for row in rows.filter(**{f"{pointer.attname}__in": list(pairs.values())})}
        for row in rows.filter(**{f"{pointer.attname}__in": list(pairs)}) if there else ():
            place = (pairs[getattr(row, pointer.attname)], *_place(row, pointer, others)[1:])
            if place in there and None not in place:
                yield row, there[place]


def _place(row: models.Model, pointer: Pointer, others: list[str]) -> tuple[Any, ...]:
    return (getattr(row, pointer.attname), *(getattr(row, name) for name in others))


def _naming(column: Pointer, pk: str) -> Iterator[models.Model]:
    """The rows in whose column this id is written; what is sealed has to be opened for it."""
    rows = rows_of(column.model)
    if isinstance(column, EncryptedTextField):
        words = rows.filter(**{f"{column.attname}__isnull": False}).only(column.attname)
        yield from (row for row in words if is_readable(getattr(row, column.attname)) and pk in getattr(row, column.attname))
    else:
        yield from rows.annotate(words_of_it=Cast(column.attname, models.TextField())).filter(words_of_it__contains=pk)


def _replaced(value: Any, old: str, new: str) -> Any:
    """A list that named both names one once."""
    if isinstance(value, str):
        return value.replace(old, new)
    if isinstance(value, dict):
        return {_replaced(key, old, new): _replaced(one, old, new) for key, one in value.items()}
    if isinstance(value, list):
        told = [_replaced(one, old, new) for one in value]
        return [one for place, one in enumerate(told) if one != new or one not in told[:place]]
    return value
