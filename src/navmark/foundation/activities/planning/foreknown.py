"""What the rooms above know of an occasion before it is planned: whose turn it is, how many there were."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from navmark.foundation.activities.kinds import Kind
from navmark.foundation.papers.defaults import TURN
from navmark.foundation.papers.description import Description
from navmark.foundation.papers.known import Known
from navmark.foundation.people.models import Unit

Foreknows = Callable[[Kind, Unit, date], Mapping[str, Any]]  # key of a field, or what its default says -> its value
_foreknow: list[Foreknows] = []
Goes = Callable[[Kind, Unit, date], Iterable[tuple[str, str]]]
_going: list[Goes] = []


def foreknows(one: Foreknows) -> Foreknows:
    _foreknow.append(one)
    return one


def foreknown(kind: Kind, unit: Unit, day: date) -> dict[str, Any]:
    return {key: value for one in _foreknow for key, value in one(kind, unit, day).items()}


def goes_with(one: Goes) -> Goes:
    """For what goes by turns beside an occasion: its plan says whose turn it will be."""
    _going.append(one)
    return one


def going_with(kind: Kind, unit: Unit, day: date) -> list[tuple[str, str]]:
    """(name of what goes by turns, whose turn it is that day), of what fills no field of the paper."""
    return [said for one in _going for said in one(kind, unit, day)]


def in_turn(description: Description, turns: Mapping[str, Any], known: Known) -> list[tuple[str, str]]:
    """(label, words) of what a turn answers, for the plan that does not ask it."""
    answered = [one for one in description.on(known.on) if one.default == TURN and one.key in turns]
    return [(one.name, one.words(one.restored(turns[one.key]), known)) for one in answered]


def still_asked(description: Description, turns: Mapping[str, Any]) -> Description:
    """Without what a turn answers."""
    return Description(tuple(one for one in description.fields if not (one.default == TURN and one.key in turns)))
