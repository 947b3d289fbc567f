"""A page whose codes are replaced by what people call them: labels of fields, words of states and steps, titles of kinds."""

from collections.abc import Mapping
from typing import Any

from navmark.foundation.programme.headings import STANDS_UNDER
from navmark.foundation.programme.words import DECLARED

Said = Mapping[str, Mapping[str, Any]]
OF_FIELDS = ("count_by", "plate", "title_from", "of", "by_field", "runs", "public")
OF_STATES, OF_KINDS, OF_CODES = ("from", "to"), ("links", "about"), ("during", "joins")
PAPER, POLICY, STEP, TAG, HEADING = "paper", "policy", "step:", "tag:", "pillar:"
OF_HEAD = ("pillars", "tags", "campaigns")


def titles_of(said: Said) -> dict[str, str]:
    """Of every kind of a programme by its code; one without a title of its own is called as its page. A tag by `tag:` and its,
    a pillar by `pillar:` and its."""
    tags = {TAG + code: told for page in said.values() for code, told in page.get("tags", {}).items()}
    pillars = {HEADING + code: told for page in said.values() for code, told in page.get("pillars", {}).items()}
    titles = {code: told if isinstance(told, str) else told["title"] for code, told in {**tags, **pillars}.items()}
    return (
        titles
        | {code: str(word) for code, word in DECLARED.said().items()}
        | {
            code: told.get("title") or page["title"]
            for page in said.values()
            for noun, tables in page.items()
            if noun not in (PAPER, POLICY, *OF_HEAD) and isinstance(tables, Mapping) and "title" in page
            for code, told in tables.items()
            if isinstance(told, Mapping)
        }
    )


def spoken(page: Mapping[str, Any], titles: Mapping[str, str]) -> dict[str, Any]:
    """The same page for a reader."""
    titles = {**titles, **{f"policy:{code}": told["title"] for code, told in page.get("policy", {}).items()}}
    under = {STANDS_UNDER: titles.get(HEADING + page[STANDS_UNDER], page[STANDS_UNDER])} if STANDS_UNDER in page else {}
    return under | {
        noun: {code: _kind(told, titles) for code, told in tables.items()}
        if isinstance(tables, Mapping) and noun not in (PAPER, *OF_HEAD)
        else tables
        for noun, tables in page.items()
        if noun != STANDS_UNDER
    }


def _kind(told: Mapping[str, Any], titles: Mapping[str, str]) -> Mapping[str, Any]:
    labels = _told_apart({key: field.get("label", "") for key, field in told.get(PAPER, {}).items()})
    states = _told_apart({key: state.get("words", "") for key, state in told.get("states", {}).items()})
    steps = {STEP + key: STEP + step["button"] for key, step in told.get("steps", {}).items()}
    words = dict.fromkeys(OF_FIELDS, labels) | dict.fromkeys(OF_STATES, states) | {"required": steps}
    own = {**told, **{key: [_titled(one, titles) for one in told[key]] for key in OF_KINDS if key in told}}
    parts = {key: own[key] for key in (PAPER, "steps") if key in own}
    own |= {key: {code: _by(words, one) for code, one in tables.items()} for key, tables in parts.items()}
    own |= {"behind": titles.get(f"policy:{told['behind']}", told["behind"])} if "behind" in told else {}
    own |= {key: _worded(told[key], titles) for key in OF_CODES if key in told}
    own |= {"tags": [titles.get(TAG + code, code) for code in told["tags"]]} if "tags" in told else {}
    return _by(words, own | ({"rota": _by(words, own["rota"])} if "rota" in own else {}))


def _told_apart(words: Mapping[str, str]) -> dict[str, str]:
    """Without those that two codes bear: there the code stays."""
    said = list(words.values())
    return {code: word for code, word in words.items() if word and said.count(word) == 1}


def _by(words: Mapping[str, Mapping[str, str]], told: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _worded(value, words[key]) if key in words else value for key, value in told.items()}


def _worded(value: Any, words: Mapping[str, str]) -> Any:
    return [words.get(one, one) for one in value] if isinstance(value, list) else words.get(value, value)


def _titled(code: str, titles: Mapping[str, str]) -> str:
    """`entry:wishes`, `occasion:speech`, `turn:speech`: their titles; a unit or a circle stays as it is."""
    kind, _colon, named = code.partition(":")
    return titles.get(named, code) if kind in ("entry", "occasion", "turn") else code
