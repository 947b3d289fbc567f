"""States and steps of a register as an administrator changes them: plain data of its page. Codes are made here."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from navmark.foundation.programme.drafting import free
from navmark.foundation.programme.refusals import StandsThere, StuckThere
from navmark.foundation.registers.queries import standing

BEGINS = {"kept": {"words": "在册"}}  # where an entry stood before there was any step
Table = dict[str, Any]


def course_of(told: Table) -> tuple[Table, Table]:
    """(states, steps) of a register, each in full; what is put into them stands on the page."""
    states, steps = told.setdefault("states", {}), told.setdefault("steps", {})
    states |= {key: {"words": one} if isinstance(one, str) else one for key, one in states.items()}
    return states, steps


def beginnings(step: Mapping[str, Any]) -> list[str]:
    """The states from which a step leads on."""
    return [step["from"]] if isinstance(step["from"], str) else list(step["from"])


def add_step(told: Table, said: Mapping[str, Any]) -> None:
    """A step out of `of`. Where it leads to no state that is there (`to` is empty), a new one stands between: what led on from
    `of` now leads on from there."""
    states, steps = course_of(told)
    if not states:
        states |= deepcopy(BEGINS)
    of, to = said["of"], said["to"] or free("state", states)
    onward = [key for key, one in steps.items() if of in beginnings(one)]
    if not said["to"]:
        for key in onward:
            steps[key] = _out_of(steps[key], of, [to])
        _insert(states, to, {"words": said["words"]} | ({} if onward else {"closed": True}), behind=of)
    made = {"from": of, "to": to}
    behind = next((key for key, one in reversed(steps.items()) if one["to"] == of), "")
    _insert(steps, free("step", steps), made | _worded(said), behind=behind if not said["to"] else next(reversed(steps), ""))


def put_step(told: Table, key: str, said: Mapping[str, Any]) -> None:
    """The step as its form says it, at its place; what the form does not ask stays."""
    _states, steps = course_of(told)
    kept = {name: value for name, value in steps.pop(key).items() if name not in ("from", "to", *ASKED)}
    of = said["of"][0] if len(said["of"]) == 1 else said["of"]
    _place(steps, key, {"from": of, "to": said["to"]} | _worded(said) | kept, said["place"])


def put_state(told: Table, key: str, said: Mapping[str, Any]) -> None:
    states, _steps = course_of(told)
    kept = {name: value for name, value in states.pop(key).items() if name not in ("words", "closed")}
    _place(states, key, {"words": said["words"]} | ({"closed": True} if said["closed"] else {}) | kept, said["place"])


def drop_step(told: Table, key: str) -> None:
    """Where no other step leads to its state, that goes too, and what led on from there leads on from where this step began."""
    states, steps = course_of(told)
    gone = steps.pop(key)
    if gone["to"] == next(iter(states)) or any(one["to"] == gone["to"] for one in steps.values()):
        return
    del states[gone["to"]]
    steps |= {name: _out_of(one, gone["to"], beginnings(gone)) for name, one in steps.items()}


def drop_state(told: Table, key: str) -> None:
    """What led there leads on to where the first step out of it leads; without such a step it is gone too."""
    states, steps = course_of(told)
    del states[key]
    onward = next((one["to"] for one in steps.values() if beginnings(one) == [key] and one["to"] != key), "")
    left = {name: {**one, "to": onward} if one["to"] == key else one for name, one in steps.items() if onward or one["to"] != key}
    left = {name: _out_of(one, key, []) for name, one in left.items()}
    steps.clear()
    steps |= {name: one for name, one in left.items() if beginnings(one) and beginnings(one) != [one["to"]]}


def check(told: Table, was: Mapping[str, str], code: str) -> None:
    """Nobody is stuck in it, and nobody stands in a state that is gone. `was`: the words of those before, by key.

    Raises StuckThere, StandsThere.
    """
    states, steps = course_of(told)
    left = {state for one in steps.values() for state in beginnings(one)}
    if stuck := [one["words"] for key, one in states.items() if not one.get("closed") and key not in left]:
        raise StuckThere(stuck)
    gone = [key for key in was if key not in states]
    if open_there := standing(code, gone):
        raise StandsThere({was[key]: count for key, count in open_there.items()})


ASKED = ("button", "who", "within", "by_field", "ahead", "waits", "note", "file", "tells")


def asked_of(step: Mapping[str, Any]) -> dict[str, Any]:
    """What the form of a step begins with."""
    ahead = step.get("ahead", "").partition(" ")[0]
    return {**step, "of": beginnings(step), "ahead": int(ahead) if ahead else None, "unasked": not step.get("waits", True)}


def days_of(told: Table) -> dict[str, str]:
    """The fields of its paper that are days, by their labels."""
    return {key: one.get("label", key) for key, one in told.get("paper", {}).items() if one.get("type") == "date"}


def _worded(said: Mapping[str, Any]) -> dict[str, Any]:
    found = {key: said[key] for key in ASKED if said.get(key) and said[key] != "never"}
    found |= {"ahead": f"{found['ahead']} days"} if "ahead" in found else {}
    return found | ({"waits": False} if said.get("unasked") else {})


def _out_of(step: Mapping[str, Any], state: str, instead: list[str]) -> dict[str, Any]:
    """The same step, which begins in other states where it began in this one."""
    found = [new for old in beginnings(step) for new in (instead if old == state else [old])]
    found = list(dict.fromkeys(found))
    return {**step, "from": found[0] if len(found) == 1 else found}


def _insert(into: Table, key: str, value: Any, *, behind: str) -> None:
    _place(into, key, value, list(into).index(behind) + 2 if behind else 1)


def _place(into: Table, key: str, value: Any, place: int) -> None:
    """`place` is counted from 1."""
    pairs = list(into.items())
    pairs.insert(place - 1, (key, value))
    into.clear()
    into.update(pairs)
