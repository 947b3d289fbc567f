"""What a programme that comes back says otherwise, in words: which page, what of it, from what to what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from navmark.foundation.programme.headings import STANDS_UNDER, heading_of
from navmark.foundation.programme.speaking import OF_HEAD, spoken, titles_of
from navmark.foundation.programme.words import (
    AFRESH,
    ASKED,
    CIRCLES,
    COVERED,
    DECLARED,
    EVERY,
    NOUN_WORDS,
    ORDERS,
    TURNS,
    TYPES,
    WHOSE,
    Closed,
    key_word,
)
from navmark.foundation.programme.workbook.cells import CellForm, OneOf, Several, Within, Years, YesOrNo
from navmark.foundation.programme.workbook.sheets import LEAVES

Said = Mapping[str, Mapping[str, Any]]
FORMS: dict[str, CellForm] = {column.key: column.form for leaf in LEAVES for column in leaf.columns if column.key != "what"}
FORMS |= {
    "takers": Several(CIRCLES), "campaign": OneOf(ASKED), "coverage": OneOf(COVERED), "coverage_by": OneOf(AFRESH),
    "order": OneOf(ORDERS), "every": OneOf(Closed(lambda: {**EVERY.said(), **TURNS.said()})), "ahead": Within(),
    "among": OneOf(WHOSE), "about": Several(WHOSE), "retention": Years(), "activity": OneOf(DECLARED),
}  # fmt: skip
NAMED_BY = ("label", "words", "button", "title")
SECTIONS = {"paper": "field", "columns": "column", "states": "state", "steps": "step"}
TABLES = ("cadence", "rota", "shifts", "posts", "decision")
UNTOLD = (STANDS_UNDER, "sentence", "paper", "facts", "policy")  # beside what is in English
AMONG, USUAL = "among", {"order": "fixed", "places": 1, "ahead": 4, "confirm": True}  # a rota is told by whom it goes round
IN_ORDER = "<order>"  # ends the path of how the things of a table follow each other; no key of a page is called so


@dataclass(frozen=True)
class SaidOtherwise:
    """`old` is empty where it is new, `new` where it is said no more. `path` leads to it through the page."""

    what: str
    old: str
    new: str
    path: tuple[str, ...] = ()


@dataclass(frozen=True)
class PageDifference:
    """`lines` are empty of a page that is new, or described no more."""

    file: str
    title: str
    change: str  # "new", "gone" or "changed"
    lines: tuple[SaidOtherwise, ...] = ()

    @property
    def words(self) -> str:
        return {"new": _("new"), "gone": _("described no more: switched off, what was kept stays"), "changed": ""}[self.change]


def differences(old: Said, new: Said) -> list[PageDifference]:
    """Page by page, in the order of the files; what is the same is left out."""
    titles = titles_of({**old, **new})
    pages = [_page(file, old.get(file), new.get(file), titles) for file in sorted({*old, *new})]
    return [page for page in pages if page.lines or page.change != "changed" or old[page.file] != new[page.file]]


def in_words(said: Mapping[str, Any], titles: Mapping[str, str]) -> tuple[SaidOtherwise, ...]:
    """What a page says, a line for each step; `titles` of the kinds that it may name."""
    page = spoken(said, titles)
    return tuple(_otherwise(_bare(page), page))


def _bare(said: Mapping[str, Any], depth: int = 0) -> dict[str, Any]:
    """The same page while nothing is told of it yet: fields and policies are listed by themselves, English and codes in files."""
    untold = {key: value for key, value in said.items() if key in UNTOLD or key.endswith("_en")}
    tables = {key: value for key, value in said.items() if isinstance(value, Mapping) and key not in untold}
    within = [key for key in tables if key in ("steps", "cadence", "rota") or (depth < 2 and key != "states")]
    return untold | {key: _bare(tables[key], depth + 1) for key in within}


def _page(file: str, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None, titles: Mapping[str, str]) -> PageDifference:
    title = (new or old or {}).get("title", file)
    if old is None or new is None:
        return PageDifference(file, title, "new" if old is None else "gone")
    old, new = ({**told, STANDS_UNDER: heading_of(file, told)} for told in (old, new))
    return PageDifference(file, title, "changed", tuple(otherwise(old, new, titles)))


def _otherwise(
    old: Mapping[str, Any], new: Mapping[str, Any], where: tuple[str, ...] = (), path: tuple[str, ...] = ()
) -> Iterator[SaidOtherwise]:
    section = path[-1] if path else ""
    for key in dict.fromkeys((*new, *old)):
        before, after = (told.get(key, _usual(key, old, new)) for told in (old, new))
        if before == after and not isinstance(after, Mapping):  # equal tables may stand in another order
            continue
        name = _name(key, after if after is not None else before, section)
        if isinstance(before, Mapping) and isinstance(after, Mapping):
            yield from _otherwise(before, after, (*where, name) if name else where, (*path, key))
        else:
            what = " · ".join(part for part in (*where, name or key_word(key)) if part)
            yield SaidOtherwise(what, _said(key, before), _said(key, after), (*path, key))
    both = [key for key in old if key in new]
    if section in SECTIONS and both != [key for key in new if key in old]:
        what = " · ".join((*where, _("in which order")))
        yield SaidOtherwise(what, _order(old, both), _order(new, both), (*path, IN_ORDER))


def _usual(key: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Any:
    """What goes without saying of a rota."""
    return USUAL.get(key) if AMONG in old or AMONG in new else None


def otherwise(old: Mapping[str, Any], new: Mapping[str, Any], titles: Mapping[str, str]) -> list[SaidOtherwise]:
    """What one page says otherwise than it did; nothing of it is the same page."""
    return list(_otherwise(spoken(old, titles), spoken(new, titles)))


def words_at(page: Mapping[str, Any], path: tuple[str, ...], beside: Mapping[str, Any]) -> str:
    """What a spoken page says at the path of a difference; of an order, among those that stand `beside` too."""
    found: Any = page
    other: Any = beside
    for part in path:
        if part == IN_ORDER:
            return _order(found, [key for key in found if key in other]) if isinstance(found, Mapping) else ""
        found, other = (one.get(part) if isinstance(one, Mapping) else None for one in (found, other))
    return _said(path[-1], found)


def _order(told: Mapping[str, Any], both: list[str]) -> str:
    return "、".join(_title(told[key]) or key for key in told if key in both)


def _name(key: str, value: Any, section: str) -> str:
    """A section and the table of a noun go without saying: what lies within names itself."""
    if key in SECTIONS or (isinstance(value, Mapping) and not section):
        return ""
    title = _title(value)
    if section in OF_HEAD:
        return f"{key_word(section)}“{title}”" if title else key_word(section)
    if section in SECTIONS and title:
        return f"{key_word(SECTIONS[section])}“{title}”"
    if isinstance(value, Mapping) and key not in TABLES:
        return title or ("" if section in NOUN_WORDS.codes and key not in DECLARED.codes else DECLARED.say(key))
    return key_word(key)


def _title(value: Any) -> str:
    named = (value.get(key) for key in NAMED_BY) if isinstance(value, Mapping) else ()
    return next((one for one in named if isinstance(one, str)), "")


def _said(key: str, value: Any) -> str:
    if value is None:
        return ""
    form = FORMS.get(key)
    if form and form.holds(value):
        return form.say(value)
    if isinstance(value, bool):
        return YesOrNo().say(value)
    if isinstance(value, Mapping):
        return _summary(value) or _title(value) or "、".join(_title(one) or str(one) for one in value.values())
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)


def _summary(told: Mapping[str, Any]) -> str:
    """A step by whom and whereto, a field by its kind of answer."""
    if "button" in told:
        return f"{_said('from', told['from'])} → {told['to']}{'、'.join(map(CIRCLES.say, told['who'])).join('（）')}"
    return TYPES.say(told["type"]) if "type" in told else ""
