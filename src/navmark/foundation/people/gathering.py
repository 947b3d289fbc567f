"""What a unit's page gathers: rooms above say what the unit owes and what it holds, each as far as the viewer may see it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from navmark.foundation.people.models import Unit
from navmark.foundation.people.viewer import Viewer


@dataclass(frozen=True)
class GatheredLine:
    """`state` is one of the states of duties, or empty; `url` leads to where the viewer may go on, if anywhere."""

    what: str
    when: date | None
    url: str = ""
    state: str = ""
    state_label: str | Promise = ""


@dataclass(frozen=True)
class Gathered:
    heading: str
    lines: list[GatheredLine]


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
