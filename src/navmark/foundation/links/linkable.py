"""Whose things may be linked. A room whose rows carry tags and links says here how they are shown; this one knows none."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from navmark.foundation.links.models import Tag
from navmark.foundation.papers.description import Description, Values
from navmark.foundation.papers.known import Known
from navmark.foundation.people.models import Person
from navmark.foundation.people.viewer import Viewer

Written = tuple[Description, Values, Known]


@dataclass(frozen=True, kw_only=True)
class Linked:
    """One thing as the other end shows it. `what`: its kind or register, in the reader's language. `unit` and `host`: what an
    entry takes over that begins from it."""

    kind: str
    pk: UUID
    what: str
    title: str
    day: date
    page: str
    about: str = ""  # its theme, where the title does not say it
    how_far: str = ""
    is_open: bool = False  # whether something is still to be done about it
    whose: str = ""  # who answers for it, where that is said
    aside: str = ""  # from which campaign it came, or into which it went
    codes: tuple[str, ...] = ()  # what others call it by
    unit: UUID | None = None
    host: UUID | None = None
    due: date | None = None  # until when, likewise
    about_child: bool = False  # then no list of others names it


@dataclass(frozen=True)
class PartOfThing:
    """A row inside a thing on which a paper of its own hangs: of which thing, what it is called there, its theme."""

    thing: UUID
    what: str
    about: str = ""


@dataclass(frozen=True)
class Beginning:
    """What may begin from a thing: words of the button, and its page."""

    words: str
    page: str


class Closes(Protocol):
    """Says of a thing that it is done, with `through` (the id of what was handed in, called `title`)."""

    def __call__(self, *, through: UUID, title: str, by: Person, at: datetime) -> object: ...


@dataclass(frozen=True)
class Closable:
    """Something open that may be done at once with what began from it; `is_meant`: as goes without saying."""

    pk: UUID
    words: str
    close: Closes
    is_meant: bool = False


def _nothing(viewer: Viewer, codes: Collection[str], pk: UUID) -> Sequence[Beginning]:
    return ()


def _undivided(viewer: Viewer, whole: Linked) -> Sequence[Linked]:
    return ()


def _partless(pks: Collection[UUID]) -> Mapping[UUID, PartOfThing]:
    return {}


def _none(viewer: Viewer, tag: Tag) -> Sequence[Any]:
    return ()


def _unwritten(viewer: Viewer, pk: UUID) -> Written | None:
    return None


def _unmoved(old: str, new: str) -> None:
    """Nothing of theirs names a tag by its title."""


def _never(codes: Collection[str]) -> bool:
    return False


def _keeps_none(viewer: Viewer) -> bool:
    return False


def _leaves_none(tag: Tag) -> Sequence[tuple[str, int]]:
    return ()


def _closes_none(viewer: Viewer, pk: UUID) -> Sequence[Closable]:
    return ()


def _stays(*, through: UUID, by: Person, at: datetime) -> None:
    """Nothing of theirs was done with it, or it is taken back where it stands."""


class Reopens(Protocol):
    def __call__(self, *, through: UUID, by: Person, at: datetime) -> None: ...


@dataclass(frozen=True)
class Linkable:
    """Things of one kind, which others call by codes: "occasion:flag_speech".

    `shown`: those of these ids that she may see. `tagged`: those that carry a tag, newest first. `named`: those of these codes
    that she may see and whose title has these words, newest first. `begins`: which of them may begin from a thing of these codes.
    `leans_on`: whether any of them may lead to such a thing. `within`: those of theirs that a thing holds, from which the
    same may begin: the tasks of a meeting. `parts`: those of rows of the kind `part_kind`, on which papers hang, by their id.

    Of the page of a tag: `counted`: (what, day) of each that carries it and is about a child, which no list names. `serves`: what
    may begin that carries it. `unfinished`: those that are still open and that she keeps, to be carried into the next campaign.
    `left`: what of theirs a campaign leaves open, by name and count, of everybody's: a number tells of nobody. `begins_next`:
    where she may begin another one of its sort.
    `keeps`: whether she keeps such things by an office, so that she may ask what is left open.
    `closes`: this one, where it may be done with what began from it. `reopen`: what was done `through` a thing is not.
    `written`: the paper of the thing that is the campaign. `renamed`: a tag is called otherwise, where words of theirs name it.
    """

    kind: str
    shown: Callable[[Viewer, Collection[UUID]], Sequence[Linked]]
    tagged: Callable[[Viewer, Tag], Sequence[Linked]]
    named: Callable[[Viewer, Collection[str], str], Sequence[Linked]]
    begins: Callable[[Viewer, Collection[str], UUID], Sequence[Beginning]] = _nothing
    leans_on: Callable[[Collection[str]], bool] = _never
    within: Callable[[Viewer, Linked], Sequence[Linked]] = _undivided
    part_kind: str = ""
    parts: Callable[[Collection[UUID]], Mapping[UUID, PartOfThing]] = _partless
    counted: Callable[[Viewer, Tag], Sequence[tuple[str, date]]] = _none
    serves: Callable[[Viewer, Tag], Sequence[Beginning]] = _none
    unfinished: Callable[[Viewer, Tag], Sequence[Linked]] = _none
    left: Callable[[Tag], Sequence[tuple[str, int]]] = _leaves_none
    begins_next: Callable[[Viewer, Tag], Sequence[Beginning]] = _none
    keeps: Callable[[Viewer], bool] = _keeps_none
    written: Callable[[Viewer, UUID], Written | None] = _unwritten
    closes: Callable[[Viewer, UUID], Sequence[Closable]] = _closes_none
    reopen: Reopens = _stays
    renamed: Callable[[str, str], None] = _unmoved


_kinds: dict[str, Linkable] = {}


def register(one: Linkable) -> None:
    if _kinds.setdefault(one.kind, one) != one:
        raise ValueError(f"two rooms link things as {one.kind}")


def linkables() -> tuple[Linkable, ...]:
    return tuple(_kinds.values())


def linkable(kind: str) -> Linkable:
    """Raises LookupError for a kind that no room has registered."""
    return _kinds[kind]
