"""A shelf: kinds that are looked at together, those of one mechanism. A kind from data is a shelf of its own."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import override

from navmark.foundation.activities import kinds
from navmark.foundation.activities.kinds import Kind
from navmark.foundation.people.circles import circle
from navmark.foundation.people.viewer import Viewer

Page = tuple[str | Promise, str]  # its label, and the name of its url


@dataclass(frozen=True)
class Shelf:
    code: str
    title: str | Promise
    kinds: tuple[Kind, ...]
    beside: tuple[Page, ...] = ()  # pages that the mechanism has besides

    @property
    def alone(self) -> Kind | None:
        """Its one kind, if it is one kind from data."""
        return self.kinds[0] if len(self.kinds) == 1 and self.kinds[0].is_data else None

    @property
    def named(self) -> str:
        """Its title in the school's language."""
        with override(settings.LANGUAGE_CODE):
            return str(self.title)

    @property
    def codes(self) -> list[str]:
        return [one.code for one in self.kinds]

    @property
    def open(self) -> tuple[Kind, ...]:
        """Without what two keep between them: that stands in no list but their own, and in no count."""
        return tuple(one for one in self.kinds if not one.is_private)


_shelves: dict[str, Shelf] = {}


def put_up(code: str, title: str | Promise, stock: Iterable[Kind], beside: Iterable[Page] = ()) -> None:
    _shelves[code] = Shelf(code, title, tuple(stock), tuple(beside))


def all_shelves() -> tuple[Shelf, ...]:
    """Those of mechanisms, and every kind from data."""
    return (*_shelves.values(), *(Shelf(one.code, one.title, (one,)) for one in kinds.data_kinds()))


def shelf(code: str) -> Shelf:
    """Of this code, or the kind from data that is called so. Raises Http404."""
    if code in _shelves:
        return _shelves[code]
    try:
        one = kinds.kind(code)
    except kinds.UnknownKind:
        raise Http404 from None
    if not one.is_data:
        raise Http404
    return Shelf(one.code, one.title, (one,))


def readers_of(kind: Kind) -> tuple[str, ...]:
    """Who reads every one of a kind, or plans it, by what they are and not by the occasion."""
    return tuple(dict.fromkeys(code for code in (*kind.planners, *kind.seen_by) if not circle(code).of_thing))


def is_open_to(viewer: Viewer, found: Shelf) -> bool:
    return any(viewer.has(*readers_of(one)) for one in found.kinds)
