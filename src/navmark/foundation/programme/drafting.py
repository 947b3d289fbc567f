"""What an administrator says of a page, as plain data of that page. Codes are made here: nobody is asked for one."""

import re
from collections.abc import Container, Mapping
from copy import deepcopy
from typing import Any

from navmark.foundation.programme.refusals import StillBehind
from navmark.foundation.programme.texts import Texts

PAPER, REGISTER = "paper", "register"
STATES = {
    "new": {"words": "待受理", "tone": "waiting"},
    "under_way": {"words": "办理中"},
    "to_check": {"words": "待核对", "tone": "waiting"},
    "closed": {"words": "已办结", "closed": True, "tone": "good"},
}


def new_page(said: Mapping[str, Any], texts: Texts) -> tuple[str, dict[str, Any]]:
    """(file, page) of what `NewPageForm` says."""
    name = free("own", {file.removesuffix(".toml").rpartition("/")[2] for file in texts})
    told: dict[str, Any] = {"unit": said["unit"], "keepers": said["keepers"], "readers": said["readers"]}
    if said["noun"] == REGISTER:
        told |= {"makers": said["keepers"], PAPER: _first("事项"), "states": deepcopy(STATES), "steps": _steps(said["keepers"])}
    else:
        told |= {"planners": said["keepers"], PAPER: _first("主题")}
        told |= {"cadence": {"every": said["every"]}} if said["every"] else {}
    return f"{said['pillar']}/{name}.toml", {"title": said["title"], said["noun"]: {name: told}}


def _first(label: str) -> dict[str, Any]:
    return {"f1": {"type": "line", "label": label, "required": "before"}}


def _steps(who: list[str]) -> dict[str, Any]:
    return {
        "accept": {"from": "new", "to": "under_way", "button": "受理", "who": who, "within": "5 workdays"},
        "report": {"from": "under_way", "to": "to_check", "button": "报告结果", "who": ["owner"]},
        "close": {"from": "to_check", "to": "closed", "button": "办结", "who": who},
    }


def decide(page: dict[str, Any], code: str, said: Mapping[str, Any] | None) -> None:
    """What `PolicyForm` says of a policy; None: nobody decides it any more."""
    policy = page["policy"][code]
    policy.pop("decision", None)
    policy |= {"decision": {key: said[key] for key in ("by", "day", "basis")}} if said else {}


MAY_BE_SHUT = ("activity", "register", "rota", "pledge")


def shut_by(page: Mapping[str, Any], code: str) -> list[str]:
    """What on the page is done only where this policy is decided: `register:badges`."""
    return [one for one, told in _kinds(page).items() if told.get("behind") == code]


def put_policy(page: dict[str, Any], code: str, said: Mapping[str, Any]) -> None:
    """What `FrownedForm` says of a policy; an empty code: a new one."""
    policies = page.setdefault("policy", {})
    code = code or free("p", policies)
    policies[code] = {**policies.get(code, {}), "title": said["title"], "rule": said["rule"]}
    for one, told in _kinds(page).items():
        if one in said["behind"]:
            told["behind"] = code
        elif told.get("behind") == code:
            del told["behind"]


def drop_policy(page: dict[str, Any], code: str) -> None:
    """Raises StillBehind while something is done only by its decision: else that would be done without one."""
    if shut := shut_by(page, code):
        titles = titled_kinds(page)
        raise StillBehind(titles[one] for one in shut)
    del page["policy"][code]
    if not page["policy"]:
        del page["policy"]


def titled_kinds(page: Mapping[str, Any]) -> dict[str, str]:
    """Whatever on the page may be shut by a policy, by its title."""
    return {one: told.get("title") or page["title"] for one, told in _kinds(page).items()}


def _kinds(page: Mapping[str, Any]) -> dict[str, Any]:
    return {f"{noun}:{code}": told for noun in MAY_BE_SHUT for code, told in page.get(noun, {}).items()}


def paper_of(page: Mapping[str, Any], noun: str, code: str) -> dict[str, Any] | None:
    """The fields of this kind, in their order; None where there is no such kind on the page."""
    told = page.get(noun, {}).get(code)
    if told is None:
        return None
    found: dict[str, Any] = told if noun == PAPER else told.setdefault(PAPER, {})
    return found


WHO = ("planners", "makers", "takers", "keepers", "readers")
UNLESS_SAID = {"times": 1, "grace_days": 0}
PAUSE, REASONS = "、", r"[、，,;；\s]+"  # between the reasons for which it is not needed


def settings_of(page: Mapping[str, Any], noun: str, code: str) -> dict[str, Any]:
    """What `SettingsForm` begins with: of who does what, only what this noun knows."""
    told = page[noun][code]
    found = {"title": told.get("title") or page["title"], "readers": ["participants"] if noun == "activity" else []}
    found |= {key: told[key] for key in WHO if key in told}
    often = told.get("cadence", {})
    often = {"every": "", **UNLESS_SAID, **often, "may_excuse": PAUSE.join(often.get("may_excuse", ()))}
    return found | (often if noun == "activity" else {})


def put_settings(page: dict[str, Any], told: dict[str, Any], said: Mapping[str, Any]) -> None:
    """`told` is the kind within its page. Another frequency than its rule says is no longer that of the rule."""
    (told if "title" in told else page)["title"] = said["title"]
    told |= {key: said[key] for key in WHO if key in said and (said[key] or key in told)}
    if "every" in said:
        old = told.pop("cadence", {})
        new = {key: said[key] for key in ("every", "times", "grace_days") if said[key] != UNLESS_SAID.get(key)}
        if reasons := [one for one in re.split(REASONS, said["may_excuse"]) if one]:
            new["may_excuse"] = reasons
        as_before = (old.get("every"), old.get("times", 1)) == (said["every"], said["times"])
        kept = {key: old[key] for key in ("rule", "weeks") if as_before and key in old}
        told |= {"cadence": new | kept} if said["every"] else {}


def put_field(fields: dict[str, Any], key: str, said: Mapping[str, Any]) -> None:
    """The field as `QuestionForm` says it, at its place; an empty key: a new one."""
    key = key or free("f", fields)
    field = {**fields.pop(key, {}), "type": said["type"], "label": said["label"], "help": said["help"]}
    if said["needed"] or field.get("required") == "before":
        field["required"] = "before" if said["needed"] else "never"
    if lines := [line.strip() for line in said["choices"].splitlines() if line.strip()]:
        known = field.get("choices")
        codes = {words: code for code, words in known.items()} if isinstance(known, dict) else {}
        field["choices"] = {codes.get(line) or free("c", codes.values()): line for line in lines} if codes else lines
    pairs = list(fields.items())
    pairs.insert(said["place"] - 1, (key, {name: value for name, value in field.items() if value != ""}))
    fields.clear()
    fields.update(pairs)


def free(stem: str, taken: Container[str]) -> str:
    return next(
        name for number in range(1, 1000) if (name := f"{stem}{number}" if stem != "own" else f"own_{number}") not in taken
    )
