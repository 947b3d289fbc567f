"""How a rota goes round, as an administrator says it: plain data of its page. Codes are made here."""

from collections.abc import Mapping
from typing import Any

from navmark.foundation.programme.drafting import free
from navmark.foundation.programme.nouns.rotas.sense import OFTEN

ACTIVITY, ROTA = "activity", "rota"
POSTS, SHIFTS = "posts", "shifts"
STEMS = {POSTS: "post", SHIFTS: "shift"}
UNLESS_SAID: dict[str, Any] = {
    "of": "", "order": "fixed", "every": "", "weeks": [], "places": 1, "ahead": 4, "confirm": True, "checklist": [],
    "hand_over": False, "during": "", "activity": "",
}  # fmt: skip
OF_UNITS, PERSON = ("class", "unit"), "person"  # types of fields
Table = dict[str, Any]


def turns_of(page: Mapping[str, Any], noun: str, code: str) -> Table:
    """What goes round: the rota itself, or the line of an activity; empty where nothing does."""
    told: Table = page[noun][code]
    return told if noun == ROTA else told.get(ROTA, {})


def asked_of(told: Mapping[str, Any]) -> Table:
    """What the form begins with."""
    said = {key: told.get(key, usual) for key, usual in UNLESS_SAID.items()} | {"among": told.get("among", "")}
    return said | {"weeks": "、".join(map(str, said["weeks"])), "checklist": "\n".join(said["checklist"])}


def put_turns(page: Mapping[str, Any], noun: str, code: str, said: Mapping[str, Any]) -> None:
    """As `TurnsForm` says it; of an activity among nobody: it goes round no more."""
    told = turns_of(page, noun, code)
    new = {key: value for key, value in told.items() if key not in (*UNLESS_SAID, "among", "as_of")}
    new |= {key: said[key] for key in ("among", *UNLESS_SAID, "as_of") if key in said and said[key] != UNLESS_SAID.get(key)}
    if noun == ROTA:
        told.clear()
        told |= new
    elif said["among"]:
        page[noun][code][ROTA] = new
    else:
        page[noun][code].pop(ROTA, None)


def to_fill(page: Mapping[str, Any], noun: str, code: str) -> Table:
    """The fields of an activity's paper that a turn may fill, by their keys."""
    paper = page[noun][code].get("paper", {}) if noun == ACTIVITY else {}
    return {key: one for key, one in paper.items() if one.get("type") in (*OF_UNITS, PERSON)}


def often_of(page: Mapping[str, Any], noun: str, code: str) -> str:
    """For which periods there is a turn where nothing else is said: those in which the activity is due."""
    told = page[noun][code]
    return OFTEN.get(told.get("cadence", {}).get("every", ""), "") if noun == ACTIVITY else ""


def slots_of(told: Mapping[str, Any], what: str) -> Table:
    """Posts or shifts, each in full."""
    return {key: {"words": one} if isinstance(one, str) else dict(one) for key, one in told.get(what, {}).items()}


def slots_on(page: Mapping[str, Any]) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Of each rota that stands by itself (code, posts or shifts, those as key and words)."""
    return [
        (code, what, [(key, " ".join(filter(None, (one["words"], one.get("hours", ""))))) for key, one in slots.items()])
        for code, told in page.get(ROTA, {}).items()
        for what in STEMS
        for slots in [slots_of(told, what)]
    ]


def put_slot(told: Table, what: str, key: str, said: Mapping[str, Any]) -> None:
    """A post or a shift as its form says it, at its place; an empty key: a new one."""
    slots = slots_of(told, what)
    key = key or free(STEMS[what], slots)
    slots.pop(key, None)
    pairs = list(slots.items())
    one = {name: said[name] for name in ("words", "words_en", "hours", "checklist") if said.get(name)}
    pairs.insert(said["place"] - 1, (key, one))
    told |= {what: dict(pairs), "as_of": said["as_of"]}


def drop_slot(told: Table, what: str, key: str, said: Mapping[str, Any]) -> None:
    left = {name: one for name, one in slots_of(told, what).items() if name != key}
    told |= {what: left, "as_of": said["as_of"]}
    if not left:
        del told[what]
