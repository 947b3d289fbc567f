"""What stands in a cell, and where: plain values."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from uuid import UUID

from django.utils.translation import get_language

from navmark.foundation.ui.dates import WEEKDAYS
from navmark.foundation.ui.marks import bracketed

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
    """`day` is that of an occasion or a campaign; `when`, for the group, its time and place.

    `for_all`: the whole staff may read it, so that it goes to the wall and to the group.
    """

    sort: ItemSort
    words: str
    url: str = ""
    day: date | None = None
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
    def said(self) -> str:
        """As it stands on paper."""
        return " ".join(filter(None, (self.weekday, self.words))) + (bracketed(self.note) if self.note else "")

    @property
    def place(self) -> tuple:
        return (self.day is None, self.day or date.min, self.sort, self.words)


@dataclass(frozen=True)
class Placed:
    """`week`: the place of its week in the term, or ALWAYS. `column`: the code of its column; "" for the other work."""

    week: int
    column: str
    item: PlanItem
