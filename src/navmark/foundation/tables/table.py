"""A table as it was found: texts only, every row from the top of the table, so that a message can name the row a person sees."""

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
class Table:
    """`rows[i]` is row i + 1 of the table; all rows are equally long; a blank cell is an empty string."""

    name: str
    rows: list[list[str]]
    worksheet: str = ""
    worksheets: tuple[str, ...] = ()
    merges: tuple[Merge, ...] = ()

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Self:
        merges = tuple(Merge(**merge) for merge in stored["merges"])
        return cls(stored["name"], stored["rows"], stored["worksheet"], tuple(stored["worksheets"]), merges)
