"""Kinds of activity. A mechanism declares its kinds on its card; this room knows none by name."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from navmark.foundation.people.circles import circle


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind says by circles who is concerned, each around the unit that holds it or around the occasion itself.

    Whoever keeps or oversees it reads it too; nobody else does who stands in none of `readers`, not even who is expected.
    """

    code: str
    title: str | Promise
    unit_kind: str  # the kind of unit that holds it
    page: str  # name of the url that shows an activity of this kind; its argument is the activity's id
    expected: tuple[str, ...] = ()  # who must come; none: the people named in the plan
    voters: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()  # whose number is told beside the expected: 其中正式党员
    planners: tuple[str, ...]
    keepers: tuple[str, ...]  # who plan, mark and record this one
    overseers: tuple[str, ...] = ()  # who give the second signature, and send back
    readers: tuple[str, ...] = ("participants",)
    numbered: bool = True  # whether each bears a number in its year: 年度第几次

    @property
    def seen_by(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.readers, *self.keepers, *self.overseers)))

    @property
    def in_charge(self) -> tuple[str, ...]:
        """Who keeps every one of this kind, by an office: what is due of it waits for them."""
        return tuple(code for code in self.keepers if not circle(code).of_thing)

    @property
    def is_private(self) -> bool:
        """Whether only those read it who take part in it (and who oversees it): nobody else is invited, nothing of it counted."""
        return all(circle(code).of_thing for code in self.readers)

    def check(self) -> None:
        """Raises UnknownCircle where it names one that is not there."""
        for code in (*self.expected, *self.voters, *self.apart, *self.planners, *self.seen_by):
            circle(code)


_kinds: dict[str, Kind] = {}


class UnknownKind(LookupError):
    """No mechanism has declared this kind."""


def register(kinds: Iterable[Kind]) -> None:
    for kind in kinds:
        kind.check()
        known = _kinds.setdefault(kind.code, kind)
        if known != kind:
            raise ValueError(f"two mechanisms declare the kind {kind.code}")


def kind(code: str) -> Kind:
    try:
        return _kinds[code]
    except KeyError:
        raise UnknownKind(code) from None


def all_kinds() -> tuple[Kind, ...]:
    return tuple(_kinds.values())


def private_kinds() -> tuple[str, ...]:
    """The codes of those that stand in nobody else's lists and counts."""
    return tuple(one.code for one in _kinds.values() if one.is_private)
