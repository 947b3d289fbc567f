"""What a programme that comes back says otherwise, in words: which page, what of it, from what to what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from navmark.foundation.programme.words import ASKED, CIRCLES, Closed, key_word
from navmark.foundation.programme.workbook.cells import CellForm, OneOf, Rest, Several, YesOrNo
from navmark.foundation.programme.workbook.sheets import LEAVES

Said = Mapping[str, Mapping[str, Any]]
FORMS: dict[str, CellForm] = {column.key: column.form for leaf in LEAVES for column in leaf.columns if column.key != "what"}
GO_ROUND = Closed(lambda: {"classes": _("the classes"), "list": _("a list of names"), **CIRCLES.said()})
FORMS |= {"takers": Several(CIRCLES), "sole": YesOrNo(), "confirm": YesOrNo(), "campaign": OneOf(ASKED), "among": OneOf(GO_ROUND)}
OF_FILES = ("sentence", "paper")  # said in codes at the head of a page, or in a noun: read in the files, not by people
CODED = ("title_from", "links", "about", "activity", "count_by", "coverage", "coverage_by")
NAMED_BY = ("label", "words", "button", "title")
SECTIONS = {"paper": "field", "columns": "column", "states": "state", "steps": "step"}


@dataclass(frozen=True)
class SaidOtherwise:
    """`old` is empty where it is new, `new` where it is said no more."""

    what: str
    old: str
    new: str


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
    return [_page(file, old.get(file), new.get(file)) for file in sorted({*old, *new}) if old.get(file) != new.get(file)]


def in_words(said: Mapping[str, Any]) -> tuple[SaidOtherwise, ...]:
    """All that a page says; its fields, states and steps by their names, one line for each of the three."""
    return tuple(_otherwise(_bare(said), said))


def _bare(said: Mapping[str, Any], depth: int = 0) -> dict[str, Any]:
    """The same page while nothing stands in it yet that is read on a page."""
    unread = CODED if depth else OF_FILES
    coded = {key: value for key, value in said.items() if key in unread or key.endswith("_en")}
    tables = {key: value for key, value in said.items() if isinstance(value, Mapping)}
    within = [
        key for key in tables if key not in coded and (not depth or key == "cadence" or (depth < 2 and key not in SECTIONS))
    ]
    return coded | {key: _bare(tables[key], depth + 1) for key in within}


def _page(file: str, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None) -> PageDifference:
    title = (new or old or {}).get("title", file)
    if old is None or new is None:
        return PageDifference(file, title, "new" if old is None else "gone")
    return PageDifference(file, title, "changed", tuple(_otherwise(old, new)))


def _otherwise(
    old: Mapping[str, Any], new: Mapping[str, Any], where: tuple[str, ...] = (), section: str = ""
) -> Iterator[SaidOtherwise]:
    for key in dict.fromkeys((*old, *new)):
        before, after = old.get(key), new.get(key)
        if before == after:
            continue
        name = _name(key, after if after is not None else before, section)
        if isinstance(before, Mapping) and isinstance(after, Mapping):
            yield from _otherwise(before, after, (*where, name) if name else where, key)
        else:
            what = " · ".join(part for part in (*where, name or key_word(key)) if part)
            yield SaidOtherwise(what, _said(key, before), _said(key, after))
    both = [key for key in old if key in new]
    if section in SECTIONS and both != [key for key in new if key in old]:
        yield SaidOtherwise(" · ".join((*where, _("in which order"))), *(_order(told, both) for told in (old, new)))


def _order(told: Mapping[str, Any], both: list[str]) -> str:
    return "、".join(_title(told[key]) or key for key in told if key in both)


def _name(key: str, value: Any, section: str) -> str:
    """A section and the table of a noun go without saying: what lies within names itself."""
    if key in SECTIONS or (isinstance(value, Mapping) and not section):
        return ""
    title = _title(value)
    if section in SECTIONS and title:
        return f"{key_word(SECTIONS[section])}“{title}”"
    return (
        title
        if isinstance(value, Mapping) and title
        else ""
        if isinstance(value, Mapping) and value.keys() & {"paper", "among"}
        else key_word(key)
    )


def _title(value: Any) -> str:
    return next((value[key] for key in NAMED_BY if key in value), "") if isinstance(value, Mapping) else ""


def _said(key: str, value: Any) -> str:
    if value is None:
        return ""
    form = FORMS.get(key)
    if form and form.holds(value):
        return form.say(value)
    if isinstance(value, Mapping) and key in (*SECTIONS, "shifts"):
        return _order(value, list(value))
    if key == "retention":
        return _("%(years)s years") % {"years": value.partition(" ")[0]}
    if isinstance(value, Mapping) and key == "posts":
        return "、".join(value.values())
    if isinstance(value, Mapping) and key == "rota":
        return _said("among", value["among"])
    if isinstance(value, Mapping):
        return _title(value) or Rest().say(value)
    return "、".join(map(str, value)) if isinstance(value, list) else str(value)
