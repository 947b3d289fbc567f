"""The circles there are. Code registers them; data names them."""

from dataclasses import dataclass, replace

from django.utils.functional import Promise

from navmark.foundation.people.circles.around import Reach
from navmark.foundation.people.circles.tables import Holding
from navmark.foundation.people.models import UnitKind

ANOTHER = "another:"  # "another:committee": anybody of the committee but who did the step before


@dataclass(frozen=True)
class Circle:
    """A name for people. `around`: the kinds of unit around which it makes sense. `of_thing`: it stands around one thing (its
    host, whom it is about), which the room of that thing answers; then there are no holdings.
    """

    code: str
    label: str | Promise
    around: tuple[UnitKind, ...] = tuple(UnitKind)
    holdings: tuple[Holding, ...] = ()
    unless: tuple[Holding, ...] = ()
    reach: Reach = Reach.OFFICE
    of_thing: bool = False


class UnknownCircle(LookupError):
    """Nobody has registered this circle; the code is in the message."""


_circles: dict[str, Circle] = {}


def register(*circles: Circle) -> None:
    for one in circles:
        if _circles.setdefault(one.code, one) != one:
            raise ValueError(f"two circles are called {one.code}")


def circle(code: str) -> Circle:
    """The circle of this code; "another:X" is X around a thing. Raises UnknownCircle."""
    if code.startswith(ANOTHER):
        return replace(circle(code.removeprefix(ANOTHER)), code=code)
    try:
        return _circles[code]
    except KeyError:
        raise UnknownCircle(code) from None


def all_circles() -> tuple[Circle, ...]:
    """In the order in which they were registered."""
    return tuple(_circles.values())
