"""Whose things may be linked. A room whose rows carry tags and links says here how they are shown; this one knows none."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from navmark.foundation.links.models import Tag
from navmark.foundation.people.viewer import Viewer


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
    how_far: str = ""
    codes: tuple[str, ...] = ()  # what others call it by
    unit: UUID | None = None
    host: UUID | None = None


@dataclass(frozen=True)
class Beginning:
    """What may begin from a thing: words of the button, and its page."""

    words: str
    page: str


def _nothing(viewer: Viewer, codes: Collection[str], pk: UUID) -> Sequence[Beginning]:
    return ()


def _never(codes: Collection[str]) -> bool:
    return False


@dataclass(frozen=True)
class Linkable:
    """Things of one kind, which others call by codes: "occasion:flag_speech".

    `shown`: those of these ids that she may see. `tagged`: those that carry a tag, newest first. `named`: those of these codes
    that she may see and whose title has these words, newest first. `begins`: which of them may begin from a thing of these codes.
    `leans_on`: whether any of them may lead to such a thing.
    """

    kind: str
    shown: Callable[[Viewer, Collection[UUID]], Sequence[Linked]]
    tagged: Callable[[Viewer, Tag], Sequence[Linked]]
    named: Callable[[Viewer, Collection[str], str], Sequence[Linked]]
    begins: Callable[[Viewer, Collection[str], UUID], Sequence[Beginning]] = _nothing
    leans_on: Callable[[Collection[str]], bool] = _never


_kinds: dict[str, Linkable] = {}


def register(one: Linkable) -> None:
    if _kinds.setdefault(one.kind, one) != one:
        raise ValueError(f"two rooms link things as {one.kind}")


def linkables() -> tuple[Linkable, ...]:
    return tuple(_kinds.values())


def linkable(kind: str) -> Linkable:
    """Raises LookupError for a kind that no room has registered."""
    return _kinds[kind]
