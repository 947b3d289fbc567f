"""What a file of a programme may say. A library checks the structure and names every fault; `reading.py` says where it stands."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import GenericAlias
from typing import Any, Literal

from pydantic import BaseModel, Field, create_model

from navmark.foundation.papers.describing import as_table
from navmark.foundation.programme.described import Page
from navmark.foundation.programme.nouns.table import NOUNS
from navmark.foundation.programme.parts import Code, English, Title, TomlTable

PAPER = "paper"  # where a noun says what it asks; a paper of its own is all of it


class MechanismHead(TomlTable):
    """What stands above the nouns. `since` and `until`: from which day to which day the school does it; none said: always.
    `pillar`: under which heading it stands, where that is not its folder's."""

    title: Title
    title_en: English = ""
    sentence: English = ""
    since: date | None = None
    until: date | None = None
    pillar: Code | Literal[""] = ""

    @property
    def page(self) -> Page:
        return Page(self.title, self.title_en, self.sentence, self.since, self.until, self.pillar)


_nouns: dict[str, Any] = {one.words: (GenericAlias(dict, (Code, one.shape)), Field(default={}, alias=one.word)) for one in NOUNS}
MechanismFile = create_model("MechanismFile", __base__=MechanismHead, **_nouns)


def said_of(file: Any, made: Mapping[str, Iterable[Any]]) -> dict[str, Any]:
    """What a page says, in one form whoever wrote it: without what goes without saying, every field as its type says it."""
    said = file.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    for word, some in made.items():
        for one in some:
            if paper := getattr(one, "paper", None):
                table = as_table(paper)
                said[word][one.code] = table if word == PAPER else said[word][one.code] | {PAPER: table}
    return said


def keys_beside(shape: type[BaseModel], place: tuple[Any, ...]) -> tuple[str, ...]:
    """The keys that may stand beside the one that is wrong; `place` leads to it through the tables."""
    for noun in NOUNS:
        if shape is MechanismFile and len(place) > 2 and place[0] == noun.word:
            return tuple(getattr(_inner(noun.shape, place[2:]), "model_fields", ()))
    return tuple(shape.model_fields)


def _inner(shape: Any, place: tuple[Any, ...]) -> Any:
    """The innermost table of those that the place leads through."""
    for part in place:
        field = getattr(shape, "model_fields", {}).get(part)
        within = _parts(field.annotation) if field else ()
        shape = next((one for one in within if isinstance(one, type) and issubclass(one, BaseModel)), shape)
    return shape


def _parts(annotation: Any) -> tuple[Any, ...]:
    return getattr(annotation, "__args__", ()) or (annotation,)
