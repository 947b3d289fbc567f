"""A table as it was found: texts only, every row with its place in the file, so that a message can name the row a person sees."""

from bisect import bisect_right
from dataclasses import asdict, dataclass
from typing import Any, Self

MAX_ROWS = 20_000
MAX_COLUMNS = 200
UNCALCULATED = "#CALC!"  # stands where a formula has no stored result


@dataclass(frozen=True)
class Merge:
    """A merged block, rows and columns counted from 0, ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class RowsOrigin:
    """From index `top` on, rows come from this worksheet, the first of them from its row `row` (counted from 1).

    `title` is what stands above the headings there.
    """

    top: int
    row: int
    worksheet: str = ""
    title: str = ""


@dataclass(frozen=True)
class Unread:
    """A worksheet of the file that was left alone: because it is hidden, or because it holds no such table."""

    worksheet: str
    is_hidden: bool


@dataclass(frozen=True)
class Table:
    """All rows are equally long; a blank cell is an empty string.

    `worksheet` is the one that was read, the first of several. `hidden` and `hidden_columns` (indices) cannot be seen in the
    file; `struck` cells (row, column) have a line through them. `from_1904`: unformatted days are counted from 1904.
    """

    name: str
    rows: list[list[str]]
    worksheet: str = ""
    worksheets: tuple[str, ...] = ()
    merges: tuple[Merge, ...] = ()
    origins: tuple[RowsOrigin, ...] = ()
    hidden: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    struck: tuple[tuple[int, int], ...] = ()
    unread: tuple[Unread, ...] = ()
    from_1904: bool = False

    def origin_of(self, index: int) -> RowsOrigin:
        place = bisect_right(self.origins, index, key=lambda origin: origin.top)
        return self.origins[place - 1] if place else RowsOrigin(0, 1, self.worksheet)

    def place_of(self, index: int) -> str:
        """What a person calls this row: its number, with the worksheet's name where rows of several were read."""
        origin = self.origin_of(index)
        number = origin.row + index - origin.top
        return f"{number}（{origin.worksheet}）" if len(self.worksheets_read) > 1 else str(number)

    @property
    def worksheets_read(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(origin.worksheet for origin in self.origins)) or (self.worksheet,)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Self:
        """Also what an older version stored, which called a worksheet a sheet."""
        return cls(
            stored["name"],
            stored["rows"],
            stored.get("worksheet") or stored.get("sheet", ""),
            tuple(stored.get("worksheets") or stored.get("sheets", ())),
            tuple(Merge(**merge) for merge in stored["merges"]),
            tuple(RowsOrigin(**origin) for origin in stored.get("origins", ())),
            tuple(stored.get("hidden", ())),
            tuple(stored.get("hidden_columns", ())),
            tuple((row, column) for row, column in stored.get("struck", ())),
            tuple(Unread(**unread) for unread in stored.get("unread", ())),
            stored.get("from_1904", False),
        )
