"""What stands in a cell, and where: plain values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from uuid import UUID

from django.utils.translation import get_language

from navmark.foundation.ui.dates import WEEKDAYS
from navmark.foundation.ui.marks import bracketed, pause

APART = 2  # so many of one kind in a week stand each by itself; more are one item
ALWAYS = -1  # the place of what belongs to no week: the row above them


class ItemSort(IntEnum):
    """In the order in which they stand in a cell, behind what has a day."""

    CAMPAIGN = 0
    OCCASION = 1
    TURN = 2
    LINE = 3
    DUE = 4


@dataclass(frozen=True)
class PlanItem:
    """`day` is that of an occasion or a campaign, `by` the last for what is due; `when`, for the group, its time and place.

    `for_all`: the whole staff may read it, so that it goes to the wall and to the group.
    """

    sort: ItemSort
    words: str
    url: str = ""
    day: date | None = None
    by: date | None = None
    note: str = ""
    when: str = ""
    for_all: bool = False
    line: UUID | None = None

    @property
    def weekday(self) -> str:
        """周五; of what has a day of its own."""
        if self.day is None:
            return ""
        return f"周{WEEKDAYS[self.day.weekday()]}" if (get_language() or "zh").startswith("zh") else f"{self.day:%a}"

    @property
    def place(self) -> tuple:
        return (self.day is None, self.day or date.min, self.sort, self.by or date.min, self.words)


@dataclass(frozen=True)
class CellEntry:
    """One line of a cell: an item, or all that is due by one day."""

    items: tuple[PlanItem, ...]

    @property
    def first(self) -> PlanItem:
        return self.items[0]

    @property
    def said(self) -> str:
        """As it stands on paper: 周五 主题班会：节约（三年级(2)班）."""
        words = pause().join(item.words for item in self.items)
        note = bracketed(self.first.note) if self.first.note else ""
        return " ".join(filter(None, (self.first.weekday, words))) + note


def entries_of(items: Iterable[PlanItem]) -> list[CellEntry]:
    """In their order."""
    found: dict[object, list[PlanItem]] = {}
    for item in sorted(items, key=lambda one: one.place):
        found.setdefault(item.note if item.sort == ItemSort.DUE and item.note else id(item), []).append(item)
    return [CellEntry(tuple(some)) for some in found.values()]


@dataclass(frozen=True)
class Placed:
    """`week`: the place of its week in the term, or ALWAYS. `column`: the code of its column; "" for the other work."""

    week: int
    column: str
    item: PlanItem
