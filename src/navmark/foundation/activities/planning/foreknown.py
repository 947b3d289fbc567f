"""What the rooms above know of an occasion before it is planned: whose turn it is, how many there were."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from navmark.foundation.activities.kinds import Kind
from navmark.foundation.papers.defaults import TURN
from navmark.foundation.papers.description import Description
from navmark.foundation.papers.known import Known
from navmark.foundation.people.models import Unit

Foreknows = Callable[[Kind, Unit, date], Mapping[str, Any]]  # key of a field, or what its default says -> its value
_foreknow: list[Foreknows] = []


def foreknows(one: Foreknows) -> Foreknows:
    _foreknow.append(one)
    return one


def foreknown(kind: Kind, unit: Unit, day: date) -> dict[str, Any]:
    return {key: value for one in _foreknow for key, value in one(kind, unit, day).items()}


def in_turn(description: Description, turns: Mapping[str, Any], known: Known) -> list[tuple[str, str]]:
    """(label, words) of what a turn answers, for the plan that does not ask it."""
    answered = [one for one in description.on(known.on) if one.default == TURN and one.key in turns]
    return [(one.name, one.words(one.restored(turns[one.key]), known)) for one in answered]


def still_asked(description: Description, turns: Mapping[str, Any]) -> Description:
    """Without what a turn answers."""
    return Description(tuple(one for one in description.fields if not (one.default == TURN and one.key in turns)))
