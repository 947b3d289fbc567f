"""States and steps of the registers of a page, as they are read: in each state who moves an entry on, by what, and to where."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from navmark.foundation.programme import coursing
from navmark.foundation.programme.words import CIRCLES


@dataclass(frozen=True)
class SaidStep:
    """`who` is empty where it is said once of the state."""

    key: str
    button: str
    to: str
    who: str


@dataclass(frozen=True)
class SaidState:
    """`who` may take each of the steps that lead on from here, where that is the same for all."""

    key: str
    words: str
    is_closed: bool
    who: str
    steps: list[SaidStep]


def courses(said: Mapping[str, Any]) -> dict[str, list[SaidState]]:
    """Of each register by its code, in the order of the page."""
    return {code: _course(table) for code, table in said.get("register", {}).items()}


def _course(table: Mapping[str, Any]) -> list[SaidState]:
    states, steps = table.get("states", {}), table.get("steps", {})
    return [_state(states, key, {of: step for of, step in steps.items() if key in coursing.beginnings(step)}) for key in states]


def _state(states: Mapping[str, Any], key: str, steps: Mapping[str, Any]) -> SaidState:
    who = {of: "、".join(map(CIRCLES.say, step["who"])) for of, step in steps.items()}
    same = next(iter(who.values())) if len(set(who.values())) == 1 else ""
    found = [SaidStep(of, step["button"], states[step["to"]]["words"], "" if same else who[of]) for of, step in steps.items()]
    return SaidState(key, states[key]["words"], states[key].get("closed", False), same, found)
