"""Kinds of activity. A mechanism declares its kinds on its card; this room knows none by name."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise


class Audience(StrEnum):
    """Who must come."""

    MEMBERS = "members"  # full and probationary members of the unit
    COMMITTEE = "committee"  # the branch committee
    CHOSEN = "chosen"  # the people named in the plan


class Voters(StrEnum):
    """Who of them may vote."""

    FULL_MEMBERS = "full_members"
    COMMITTEE = "committee"
    NOBODY = "nobody"


class Visibility(StrEnum):
    """Who may see it, from the narrowest to the widest; a gathering is as narrow as its narrowest part."""

    PARTICIPANTS = "participants"  # they and the secretary alone
    COMMITTEE = "committee"
    UNIT = "unit"  # members of the branch
    SCHOOL = "school"


NARROWEST_FIRST = tuple(Visibility)


@dataclass(frozen=True)
class Kind:
    code: str
    title: str | Promise
    unit_kind: str  # the kind of unit that holds it: "branch" or "party_group"
    audience: Audience
    voters: Voters
    visibility: Visibility
    page: str  # name of the url that shows an activity of this kind; its argument is the activity's id
    numbered: bool = True  # whether each bears a number in its year: 年度第几次


_kinds: dict[str, Kind] = {}


class UnknownKind(LookupError):
    """No mechanism has declared this kind."""


def register(kinds: Iterable[Kind]) -> None:
    for kind in kinds:
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


def narrowest(codes: Iterable[str]) -> Visibility:
    return min((kind(code).visibility for code in codes), key=NARROWEST_FIRST.index)
