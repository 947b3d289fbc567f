"""What the rooms above show of an occasion's parts, in its sheet: the agenda and what was decided, a mechanism's own notes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from navmark.foundation.activities.kinds import Kind, kind
from navmark.foundation.activities.models import Part
from navmark.foundation.activities.occasions.sight import Sight
from navmark.foundation.activities.roll import Roll


@dataclass(frozen=True)
class Piece:
    """A template, which finds `what` there is to show as `piece`."""

    template: str
    what: Any


Shows = Callable[[Sight], dict[UUID, Piece]]  # part's id -> what is shown of it; asked once a page
_shows: list[Shows] = []


def shown_by(shows: Shows) -> Shows:
    _shows.append(shows)
    return shows


@dataclass(frozen=True)
class PartBox:
    """One part of the occasion with everything its section of the page shows."""

    part: Part
    kind: Kind
    sequence: str
    roll: Roll
    pieces: tuple[Piece, ...]


def part_boxes(sight: Sight) -> list[PartBox]:
    made = [shows(sight) for shows in _shows]
    return [
        PartBox(
            part=part,
            kind=kind(part.kind),
            sequence=sight.sequence(part),
            roll=sight.rolls.of(part),
            pieces=tuple(pieces[part.pk] for pieces in made if part.pk in pieces),
        )
        for part in sight.parts
    ]
