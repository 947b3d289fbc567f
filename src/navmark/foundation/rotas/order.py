"""Whose turn it is by the order: plain values, so that the same past always proposes the same. Nothing here knows a row."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _


class Order(models.TextChoices):
    FIXED = "fixed", _("in a fixed order")
    FEWEST = "fewest", _("fewest turns first")
    BY_HAND = "by_hand", _("chosen by hand")


@dataclass(frozen=True)
class TurnHad:
    """A turn that stands already: to whom the order gave it, in which round, and whose it is now."""

    by_order: UUID
    number: int
    holder: UUID


class Queue:
    """Those who take turns, in the order of their list. `next` notes nothing; `take` does."""

    def __init__(self, order: str, people: Sequence[UUID], given: Iterable[TurnHad] = ()) -> None:
        self.order, self.people = order, list(people)
        self._rounds: dict[int, set[UUID]] = {}
        self._held: Counter[UUID] = Counter()
        for one in given:
            self.note(one)

    def note(self, one: TurnHad) -> None:
        self._rounds.setdefault(one.number, set()).add(one.by_order)
        self._held[one.holder] += 1

    def next(self, *, but: Collection[UUID] = ()) -> tuple[UUID, int] | None:
        """Whose turn it is and in which round, passing over `but`; None where nobody is left."""
        free = [one for one in self.people if one not in but]
        if not free or self.order == Order.BY_HAND:
            return None
        if self.order == Order.FEWEST:
            return min(free, key=lambda one: self._held[one]), 0
        now = max(self._rounds, default=1)
        had = self._rounds.get(now, set())
        waiting = [one for one in free if one not in had]
        return (waiting[0], now) if waiting else (free[0], now + 1)

    def take(self, *, but: Collection[UUID] = ()) -> tuple[UUID, int] | None:
        found = self.next(but=but)
        if found:
            self.note(TurnHad(found[0], found[1], found[0]))
        return found
