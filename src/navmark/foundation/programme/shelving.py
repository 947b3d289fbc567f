"""The pages of a programme by pillar, as its list shows them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from navmark.foundation.programme.described import Programme
from navmark.foundation.programme.headings import heading_of
from navmark.foundation.programme.texts import HEAD
from navmark.foundation.programme.words import EVERY, NOUN_WORDS
from navmark.foundation.ui.languages import spoken

PAPER = "paper"


@dataclass(frozen=True)
class ShelvedPage:
    folder: str
    name: str
    title: str
    nouns: str  # 活动 · 台账
    every: str
    is_on: bool
    until: str
    since: str


@dataclass(frozen=True)
class PillarShelf:
    title: str
    pages: tuple[ShelvedPage, ...]


def shelves(programme: Programme, on: date) -> list[PillarShelf]:
    """Every pillar, those too in which nothing stands."""
    pages = {file: said for file, said in programme.said.items() if file != HEAD}
    return [
        PillarShelf(heading.name, tuple(_page(file, said, on) for file, said in pages.items() if heading_of(file, said) == code))
        for code, heading in programme.head.pillars.items()
    ]


def _page(file: str, said: Mapping[str, Any], on: date) -> ShelvedPage:
    folder, _slash, name = file.removesuffix(".toml").partition("/")
    nouns = [word for word, tables in said.items() if isinstance(tables, Mapping)]
    tables = [one for word in nouns if word != PAPER for one in said[word].values()]
    often = [_often(one["cadence"]) for one in tables if "cadence" in one]
    title = spoken(said["title"], said.get("title_en", ""))
    since, until = said.get("since", ""), said.get("until", "")
    is_on = (not since or since <= on.isoformat()) and (not until or on.isoformat() <= until)
    return ShelvedPage(folder, name, title, " · ".join(map(NOUN_WORDS.say, nouns)), "、".join(often), is_on, until, since)


def _often(cadence: Mapping[str, Any]) -> str:
    """每周; 第4、8、12周 where it is asked for in these weeks of a term alone; 每学期（第2周） by one of them."""
    weeks = "、".join(str(number) for number in cadence.get("weeks", ()))
    told = {"every": EVERY.say(cadence["every"]), "weeks": weeks}
    if weeks:
        return (_("weeks %(weeks)s") if cadence["every"] == "week" else _("%(every)s (week %(weeks)s)")) % told
    return told["every"]
