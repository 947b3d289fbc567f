"""交接: what is open with a person, room by room, and how it passes to another. Each room says so here of its own things.

People knows none of these rooms, and not the page on which it is done: that room hangs up where it stands.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from django.utils.functional import Promise

from navmark.foundation.people.models import Person
from navmark.foundation.people.viewer import Viewer


@dataclass(frozen=True)
class HeldThing:
    """One thing that is open with somebody: what it is, where it stands, until when. `may`: whether the viewer may give it to
    another; what she may not is counted, and not shown to her."""

    pk: UUID
    title: str
    standing: str = ""
    due_on: date | None = None
    page: str = ""
    may: bool = True


@dataclass(frozen=True)
class Passing:
    """From whom to whom, from which day, why, by whom."""

    was: Person
    now: Person
    on: date
    reason: str
    by: Person
    at: datetime


class Held(Protocol):
    def __call__(self, viewer: Viewer, person: Person) -> list[HeldThing]:
        """What is open with her, in the order of its days."""


class HandOn(Protocol):
    def __call__(self, ids: Collection[UUID], passing: Passing) -> None:
        """Pass these on, audited; what is no longer with her stays where it is. Raises a Refusal of the room."""


@dataclass(frozen=True)
class HandingSource:
    code: str
    label: str | Promise
    held: Held
    hand_on: HandOn


_sources: dict[str, HandingSource] = {}
_pages: list[Callable[[Person], str]] = []


def register(source: HandingSource) -> None:
    if _sources.setdefault(source.code, source) != source:
        raise ValueError(f"two rooms hand over {source.code}")


def all_sources() -> tuple[HandingSource, ...]:
    return tuple(_sources.values())


def done_at(page: Callable[[Person], str]) -> None:
    """The room with the page says where it stands."""
    _pages[:] = [page]


def page_for(person: Person) -> str:
    """Where what is open with this person is handed over; "" where no room does it."""
    return next((page(person) for page in _pages), "")


def is_open_with(viewer: Viewer, person: Person) -> bool:
    """Whether anything is."""
    return any(source.held(viewer, person) for source in all_sources())
