"""What a unit's page gathers: rooms above say what it owes, holds and keeps, each as far as the viewer may see it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from navmark.foundation.people.models import Unit
from navmark.foundation.people.viewer import Viewer

AT_ONCE = 6


@dataclass(frozen=True)
class GatheredLine:
    """`when` in words; `state` is one of the states of duties, or empty; `url` leads on, if the viewer may go."""

    what: str
    when: str = ""
    url: str = ""
    state: str = ""
    state_label: str | Promise = ""


@dataclass(frozen=True)
class Gathered:
    """Its first lines stand there at once; a tap opens the others."""

    heading: str
    lines: list[GatheredLine]

    @property
    def at_once(self) -> list[GatheredLine]:
        return self.lines[:AT_ONCE]

    @property
    def folded(self) -> list[GatheredLine]:
        return self.lines[AT_ONCE:]


Gatherer = Callable[[Viewer, Unit], Gathered]
_gatherers: list[Gatherer] = []


def gathers(gatherer: Gatherer) -> Gatherer:
    """Put its lines on every unit's page, after those of the rooms below; it asks a fixed number of queries."""
    if gatherer not in _gatherers:
        _gatherers.append(gatherer)
    return gatherer


def gathered_of(viewer: Viewer, unit: Unit) -> list[Gathered]:
    """Each heading that has something to say."""
    found = (gatherer(viewer, unit) for gatherer in _gatherers)
    return [one for one in found if one.lines]
