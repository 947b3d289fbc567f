"""What a mechanism's card brings along beside its pages, in the forms in which the product asks for it.

A card names each by its dotted path, as it names its addresses: nothing of it is loaded before it is asked for.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple, Protocol

from navmark.foundation.people.models import Person
from navmark.foundation.people.viewer import Viewer

Piece = tuple[str, bytes]  # name inside the zip, and what stands there
OK, MOVED, UNFIT, NO, NONE, WRONG = 200, 302, 422, 403, 404, 405


class Demo(Protocol):
    def __call__(self, *, since: date, at: datetime) -> None:
        """Do in the demo school what a school would have done with this mechanism from `since` to `at`."""


class BroughtChore(Protocol):
    def __call__(self, *, at: datetime) -> object:
        """What it does by itself once a minute for the school whose door is open; done twice it changes nothing."""


class Counts(Protocol):
    def __call__(self, on: date) -> dict[str, int]:
        """Its numbers, each computed from rows."""


@dataclass(frozen=True)
class Export:
    """`pieces(year, viewer)` are what leaves with a year, all of it where the viewer is None; `words` say so before it leaves."""

    pieces: Callable[[int, Viewer | None], Iterator[Piece]]
    words: Callable[[int, Viewer], Iterable[str]]


@dataclass(frozen=True)
class Case:
    """Something that is measured: a request a round; the case it is compared with; how many times that, and how much SQL, it may
    cost at most."""

    name: str
    requests: Iterable[Callable[[], Any]]  # of the test client's answer
    floor: str = ""
    times: float | None = None
    sql: int | None = None


@dataclass(frozen=True)
class Bench:
    cases: tuple[Case, ...]
    sheet: str = ""  # address of a page that prints


class BenchScene(Protocol):
    def __call__(self, browser_of: Callable[[Person], Any], *, at: datetime) -> Bench:
        """Set its scene in the demo school, and say what is to be measured there."""


class Door(NamedTuple):
    """Who may open an address: its arguments by name of a thing in the scene of the tests, how it is asked, and the answers to
    stranger, staff who is no member, member, clerk, secretary, administrator and the neighbour's secretary."""

    answers: tuple[int, ...]
    things: tuple[str, ...] = ()
    method: str = "get"


def everybody(status: int = OK) -> tuple[int, ...]:
    return (MOVED, *[status] * 6)


@dataclass(frozen=True)
class Doors:
    """`things(who, at)` are one of everything that its addresses name; `who` holds clerk and secretary by these names."""

    table: dict[str, Door]
    things: Callable[[dict[str, Person], datetime], dict[str, Any]]
