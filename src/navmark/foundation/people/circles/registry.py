"""The circles there are. Code registers them; data names them."""

from dataclasses import dataclass, replace

from django.utils.functional import Promise

from navmark.foundation.people.circles.around import Reach
from navmark.foundation.people.circles.tables import POSTS, Holding
from navmark.foundation.people.models import UnitKind
from navmark.foundation.people.models.post import HOME_OF_POST


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

    @property
    def is_office(self) -> bool:
        """Whether one stands in it by a post alone."""
        return bool(self.holdings) and all(holding.table == POSTS for holding in self.holdings)

    @property
    def homes(self) -> frozenset[UnitKind | None]:
        """Of an office: the kinds of unit in which it is held; None is the school as a whole."""
        return (
            frozenset(HOME_OF_POST.get(post) for holding in self.holdings for post in holding.codes)
            if self.is_office
            else frozenset()
        )


class UnknownCircle(LookupError):
    """Nobody has registered this circle; the code is in the message."""


_circles: dict[str, Circle] = {}


def register(*circles: Circle) -> None:
    for one in circles:
        if _circles.setdefault(one.code, one) != one:
            raise ValueError(f"two circles are called {one.code}")


def circle(code: str) -> Circle:
    """The circle of this code; "author:committee" is the author, while of the committee. Raises UnknownCircle."""
    thing, colon, of = code.partition(":")
    if colon and thing in _circles and _circles[thing].of_thing and of in _circles:
        return replace(_circles[thing], code=code)
    try:
        return _circles[code]
    except KeyError:
        raise UnknownCircle(code) from None


def all_circles() -> tuple[Circle, ...]:
    """In the order in which they were registered."""
    return tuple(_circles.values())
