"""A folder of TOML files, read into plain data: programme.toml, and a file a mechanism in the folder of its pillar."""

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from pydantic import BaseModel, ValidationError

from navmark.foundation.papers.faults import Fault, Misdescribed, fault_of
from navmark.foundation.programme.described import Page, Programme, ProgrammeFile
from navmark.foundation.programme.headings import STANDS_UNDER, folder_of, heading_of, put_under
from navmark.foundation.programme.nouns.activities.sense import joins_nothing
from navmark.foundation.programme.nouns.policies.reading import gated
from navmark.foundation.programme.nouns.rotas.sense import goes_with_nothing
from navmark.foundation.programme.nouns.table import NOUNS
from navmark.foundation.programme.nouns.tags import loading as tags
from navmark.foundation.programme.places import line_of
from navmark.foundation.programme.refusals import Wrong, WrongProgramme
from navmark.foundation.programme.structure import MechanismFile, keys_beside, said_of
from navmark.foundation.programme.texts import HEAD, Texts, texts_in
from navmark.foundation.tables.refusals import listed

MOST = 60  # lines of a mechanism's file that anybody reads with pleasure; the budget of the house, kept by a test


def read_programme(folder: Path, *, on: date) -> Programme:
    """Raises WrongProgramme with every fault of every file."""
    return read_texts(texts_in(folder), name=folder.name, on=on)


def read_texts(texts: Texts, *, name: str, on: date) -> Programme:
    """The programme that these files are. Raises WrongProgramme with every fault of every file."""
    wrongs: list[Wrong] = []
    head, described, pages = None, defaultdict[str, list[Any]](list), {}
    files: dict[tuple[str, ...], str] = {}
    for file, text in sorted(texts.items()):
        try:
            if file == HEAD:
                head, pages[file] = read_head(text)
                continue
            made, pages[file] = read_page(file, text, on=on)
            for word, some in made.items():
                described[word] += some
                files |= {(word, one.code): file for one in some}
        except Misdescribed as wrong:
            wrongs += [Wrong(file, line_of(text, fault.path), fault) for fault in wrong.faults]
        except tomllib.TOMLDecodeError as wrong:
            wrongs.append(Wrong(file, _line(wrong), Fault((), _("this is no TOML: %(why)s.") % {"why": wrong})))
    wrongs += _without_heading(texts, head, pages) if head else ()
    wrongs += _across(texts, head, described, files)
    if wrongs or head is None:
        raise WrongProgramme(wrongs)
    return Programme(name, head, {word: tuple(some) for word, some in described.items()}, dict(texts), pages)


def read_head(text: str) -> tuple[ProgrammeFile, dict[str, Any]]:
    """`programme.toml`, and what it says as plain data. Raises TOMLDecodeError or Misdescribed."""
    head = _fitting(text, ProgrammeFile)
    return head, head.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def read_page(file: str, text: str, *, on: date) -> tuple[dict[str, list[Any]], dict[str, Any]]:
    """What a mechanism's file describes, by noun, and what it says as plain data. Raises TOMLDecodeError or Misdescribed."""
    read = _fitting(text, MechanismFile)
    made = _nouns(read, replace(read.page, pillar=read.pillar or folder_of(file)), on)
    said = said_of(read, made)
    put_under(said, file, heading_of(file, said))
    return made, said


def said_once(file: str, text: str, *, on: date) -> dict[str, Any]:
    """What a page of an older edition says; nothing where today it cannot be read any more."""
    try:
        return (read_head(text) if file == HEAD else read_page(file, text, on=on))[1] if text else {}
    except (Misdescribed, tomllib.TOMLDecodeError):
        return {}


def _line(wrong: tomllib.TOMLDecodeError) -> int:
    _before, _at, rest = str(wrong).partition("line ")
    digits = "".join(iter(rest.partition(",")[0].strip()))
    return int(digits) if digits.isdigit() else 1


def _fitting(text: str, shape: type[BaseModel]) -> Any:
    """Raises TOMLDecodeError or Misdescribed."""
    try:
        return shape.model_validate(tomllib.loads(text), strict=False)
    except ValidationError as wrong:
        found = wrong.errors(include_url=False, include_input=False)
        raise Misdescribed(fault_of(one, (), keys_beside(shape, one["loc"])) for one in found) from wrong


def _nouns(file: Any, page: Page, on: date) -> dict[str, list[Any]]:
    """What each noun makes of its tables. Raises Misdescribed with every fault of them all."""
    made = {noun.word: list(noun.read(getattr(file, noun.words), page, on)) for noun in NOUNS}
    made = {word: list(gated(word, some, file.policys)) for word, some in made.items()}
    faults = [one for some in made.values() for one in some if isinstance(one, Fault)]
    if faults:
        raise Misdescribed(faults)
    return made


def _without_heading(texts: Texts, head: ProgrammeFile, pages: Mapping[str, dict[str, Any]]) -> Iterator[Wrong]:
    """Pages that stand under no pillar of the programme."""
    for file in sorted({*texts} - {HEAD}):
        said, there = pages.get(file, {}), {"pillars": listed(head.pillars)}
        if heading_of(file, said) in head.pillars:
            continue
        if STANDS_UNDER in said:
            words = _("the programme has no such pillar; it has: %(pillars)s.") % there
            yield Wrong(file, line_of(texts[file], (STANDS_UNDER,)), Fault((STANDS_UNDER,), words))
        else:
            yield Wrong(file, 1, Fault((folder_of(file),), _("lay the file into the folder of a pillar: %(pillars)s.") % there))


def _across(
    texts: Texts, head: ProgrammeFile | None, described: dict[str, list[Any]], files: dict[tuple[str, ...], str]
) -> Iterator[Wrong]:
    """What is wrong between files. `files`: where a thing of this noun and code is described."""
    if head is None:
        if HEAD not in texts:
            yield Wrong(HEAD, 1, Fault(("title",), _("a programme begins with this file: its title and its pillars.")))
        return
    for fault in (*tags.senseless(head, described), *goes_with_nothing(described), *joins_nothing(described)):
        file = files.get(fault.path[:2], HEAD)
        yield Wrong(file, line_of(texts[file], fault.path), fault)
    for word, some in described.items():
        for code, count in Counter(one.code for one in some).items():
            if count > 1:
                yield Wrong(HEAD, 1, Fault((word, code), _("two files describe a kind of this name; rename one of them.")))
