"""A programme that was read and checked: plain data, before it is rows."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Annotated, Any

from pydantic import BeforeValidator

from navmark.foundation.programme.nouns.tags.structure import CampaignTable, TagTable
from navmark.foundation.programme.parts import Code, English, Summary, Title, TomlTable
from navmark.foundation.ui.languages import spoken


class Pillar(TomlTable):
    """A pillar of the programme; `roots = "党建固本"` is short for a table of nothing else."""

    title: Title
    title_en: English = ""

    @property
    def name(self) -> str:
        """In the reader's language."""
        return spoken(self.title, self.title_en)


def _titled(said: Any) -> Any:
    return {"title": said} if isinstance(said, str) else said


class ProgrammeFile(TomlTable):
    """`programme.toml`. `summary`: in two lines what it holds and whom it suits, for a school that chooses."""

    title: Title
    title_en: English = ""
    summary: Summary = ""
    summary_en: Summary = ""
    pillars: dict[Code, Annotated[Pillar, BeforeValidator(_titled)]]
    tags: dict[Code, Title | TagTable] = {}
    campaigns: dict[Code, CampaignTable] = {}

    @property
    def name(self) -> str:
        """In the reader's language."""
        return spoken(self.title, self.title_en)


@dataclass(frozen=True)
class Page:
    """What a mechanism's file says of everything that stands in it."""

    title: str
    title_en: str
    sentence: str  # of the article; none where the school does it of its own accord
    since: date | None = None
    until: date | None = None
    pillar: str = ""  # the heading under which it stands: that of its folder, or another

    def is_on(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class Programme:
    name: str
    head: ProgrammeFile
    described: Mapping[str, tuple[Any, ...]]  # by the word of the noun; each has at least its `code`
    texts: Mapping[str, str]  # of its files, by name
    said: Mapping[str, dict[str, Any]]  # by file: its plain data, in one form whoever wrote it

    @cached_property
    def digest(self) -> str:
        """Of all its files."""
        whole = hashlib.sha256()
        for name, text in sorted(self.texts.items()):
            whole.update(f"{name}\n{text}\n".encode())
        return whole.hexdigest()

    def of(self, word: str) -> tuple[Any, ...]:
        """What it describes of this noun, in the order of its files."""
        return self.described.get(word, ())

    def codes(self, word: str) -> list[str]:
        return [one.code for one in self.of(word)]


@dataclass(frozen=True)
class Loading:
    """Which programme becomes rows, when, by whose hand (nobody's: the tick); `since`: from when on the school is in use."""

    programme: Programme
    at: datetime
    by: Any
    since: date
