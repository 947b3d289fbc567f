"""The shape of the year's page and sheet: blocks of units, their rows, a cell for each period, the meetings in it."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from navmark.foundation.activities.kinds import Kind
from navmark.foundation.cadence.models import DutyState
from navmark.foundation.people.models import Unit

MONTHS = range(1, 13)
SIGNS = {
    DutyState.DONE: "●",
    DutyState.TODAY: "◐",
    DutyState.DUE: "○",
    DutyState.LATE: "◆",
    DutyState.EXCUSED: "－",
    DutyState.WAITING: "◇",
    DutyState.COMING: "·",
}
RECORD_OPEN = "◑"  # all that is asked for was held, and waits for its record alone
MEETING_WORDS = {
    "planned": pgettext_lazy("matrix", "planned"),
    "held": pgettext_lazy("matrix", "record open"),
    "recorded": pgettext_lazy("matrix", "to be locked"),
}


def word_for(state: DutyState) -> str | Promise:
    return pgettext_lazy("matrix", "to come") if state == DutyState.COMING else state.label


@dataclass(frozen=True)
class Meeting:
    """One part of a meeting that the viewer may open, on its page. `state`: planned, held (its record is open), recorded, locked.
    `label` is its day as the cell says it."""

    pk: UUID
    page: str
    day: date
    state: str
    label: str = ""

    @property
    def took_place(self) -> bool:
        return self.state != "planned"

    @property
    def word(self) -> str | Promise:
        """What is to be said beyond its day; nothing of a meeting whose record is locked."""
        return MEETING_WORDS.get(self.state, "")


@dataclass(frozen=True)
class Cell:
    """One period of one row. `state` is None where nothing is asked for, or where that is not the viewer's to see."""

    first_month: int
    months: int
    meetings: tuple[Meeting, ...]
    state: DutyState | None = None
    times: int = 0
    done: int = 0

    @property
    def sign(self) -> str:
        if self.awaits_record:
            return RECORD_OPEN
        return SIGNS[self.state] if self.state else ""

    @property
    def word(self) -> str | Promise:
        if self.awaits_record:
            return MEETING_WORDS["held"]
        return word_for(self.state) if self.state else ""

    @property
    def awaits_record(self) -> bool:
        """Where only the record lacks the same is said as on the page of the meeting, unless it is late."""
        return self.state in (DutyState.DUE, DutyState.TODAY) and 0 < self.times <= len(self.took_place)

    @property
    def held(self) -> int:
        """How much of what is asked for was held; a record may still be open. A second meeting makes up for no other period."""
        return min(self.times, max(self.done, len(self.took_place)))

    @property
    def took_place(self) -> tuple[Meeting, ...]:
        return tuple(meeting for meeting in self.meetings if meeting.took_place)


@dataclass(frozen=True)
class YearRow:
    kind: Kind
    unit: Unit
    cells: tuple[Cell, ...]
    owed: bool  # whether the viewer sees what is asked for
    what: str = ""  # what stands at its head: the kind, or the unit where it is of one kind alone
    whose: str = ""  # and beside it, where a unit below the block's own holds it

    @property
    def asked(self) -> int:
        return sum(cell.times for cell in self.cells)

    @property
    def held(self) -> int:
        return sum(cell.held for cell in self.cells) if self.owed else len(self.counted)

    @property
    def counted(self) -> list[date]:
        """The days of the meetings that `held` counts: in a period of which so many are asked, the first so many."""
        return [meeting.day for cell in self.cells for meeting in cell.took_place[: cell.times if self.owed else None]]

    @property
    def total(self) -> str:
        return total(self.held, self.asked)

    @property
    def late(self) -> int:
        return sum(cell.state == DutyState.LATE for cell in self.cells)


@dataclass(frozen=True)
class Block:
    """A unit with those below it; without a name where the rows are units already."""

    name: str
    rows: tuple[YearRow, ...]


@dataclass(frozen=True)
class Year:
    year: int
    blocks: tuple[Block, ...]

    @property
    def own(self) -> "Year":
        """Without the rows of which the viewer does not see what is asked for."""
        blocks = (replace(block, rows=tuple(row for row in block.rows if row.owed)) for block in self.blocks)
        return replace(self, blocks=tuple(block for block in blocks if block.rows))

    @property
    def rows(self) -> list[YearRow]:
        return [row for block in self.blocks for row in block.rows]

    @property
    def owed(self) -> list[YearRow]:
        return [row for row in self.rows if row.owed]

    @property
    def asked(self) -> int:
        return sum(row.asked for row in self.owed)

    @property
    def held(self) -> int:
        """The sum of the rows: in the title, at the foot and in the last column it is one number."""
        return sum(row.held for row in self.rows)

    @property
    def late(self) -> int:
        return sum(row.late for row in self.owed)

    @property
    def by_month(self) -> list[int]:
        """How many of `held` were held in each month of this year; what its 年度 saw in the next spring is in the sum alone."""
        days = [day for row in self.rows for day in row.counted]
        return [sum((day.year, day.month) == (self.year, month) for day in days) for month in MONTHS]

    @property
    def legend(self) -> list[tuple[str, str]]:
        """Sign and meaning of each state that stands on the page."""
        used = {cell.sign: str(cell.word) for row in self.rows for cell in row.cells}
        return [(sign, used[sign]) for sign in (*SIGNS.values(), RECORD_OPEN) if sign in used]


def total(held: int, asked: int) -> str:
    """31/48; where nothing is asked for, what was held."""
    return f"{held}/{asked}" if asked else str(held)
