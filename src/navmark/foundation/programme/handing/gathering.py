"""What is open with a person, by room; what this viewer may not give away is counted and stays hidden from her."""

from dataclasses import dataclass

from navmark.foundation.people.handing import HandingSource, HeldThing, all_sources
from navmark.foundation.people.models import Person
from navmark.foundation.people.viewer import Viewer


@dataclass(frozen=True)
class OpenWith:
    """The things of one room."""

    source: HandingSource
    things: list[HeldThing]
    hidden: int

    @property
    def code(self) -> str:
        return self.source.code


def open_with(viewer: Viewer, person: Person) -> list[OpenWith]:
    """Rooms with nothing of hers are left out. Her own she sees whole."""
    found = []
    for source in all_sources():
        held = source.held(viewer, person)
        seen = [one for one in held if one.may or person == viewer.person]
        if held:
            found.append(OpenWith(source, seen, len(held) - len(seen)))
    return found
