"""A folder of TOML files, read into plain data: programme.toml, and a file a mechanism in the folder of its pillar."""

import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from pydantic import BaseModel, ValidationError

from navmark.foundation.activities.kinds import declared_kinds
from navmark.foundation.papers.describing import Exists, described
from navmark.foundation.papers.description import Description
from navmark.foundation.papers.faults import Fault, Misdescribed, fault_of
from navmark.foundation.papers.knowing import exists_here
from navmark.foundation.programme import sense_of_registers
from navmark.foundation.programme.places import line_of
from navmark.foundation.programme.refusals import Wrong, WrongProgramme
from navmark.foundation.programme.sense import senseless
from navmark.foundation.programme.structure import ActivityTable, MechanismFile, ProgrammeFile, RegisterTable
from navmark.foundation.tables.refusals import listed

HEAD = "programme.toml"
MOST = 60  # lines of a mechanism's file that anybody reads with pleasure; the budget of the house, kept by a test


@dataclass(frozen=True)
class KindData:
    """One kind of activity, checked."""

    code: str
    title: str
    title_en: str
    sentence: str
    table: ActivityTable
    paper: Description


@dataclass(frozen=True)
class RegisterData:
    """One register, checked."""

    code: str
    title: str
    title_en: str
    sentence: str
    table: RegisterTable
    paper: Description


@dataclass(frozen=True)
class PaperData:
    """The paper of a kind that has rules of its own, checked."""

    code: str
    paper: Description


@dataclass(frozen=True)
class Programme:
    name: str
    head: ProgrammeFile
    kinds: tuple[KindData, ...]
    registers: tuple[RegisterData, ...]
    papers: tuple[PaperData, ...]
    digest: str  # of all its files


def read_programme(folder: Path, *, on: date) -> Programme:
    """Raises WrongProgramme with every fault of every file."""
    wrongs: list[Wrong] = []
    digest = hashlib.sha256()
    head, kinds, papers, registers = None, [], [], []
    exists = exists_here()
    for path in sorted(folder.rglob("*.toml")):
        text, name = path.read_text(encoding="utf-8"), path.relative_to(folder).as_posix()
        digest.update(f"{name}\n{text}\n".encode())
        try:
            if name == HEAD:
                head = _fitting(text, ProgrammeFile)
            else:
                file = _fitting(text, MechanismFile)
                kinds += list(_kinds(file, exists, on))
                papers += list(_papers(file, exists))
                registers += list(_registers(file))
        except Misdescribed as wrong:
            wrongs += [Wrong(name, line_of(text, fault.path), fault) for fault in wrong.faults]
        except tomllib.TOMLDecodeError as wrong:
            wrongs.append(Wrong(name, _line(wrong), Fault((), _("this is no TOML: %(why)s.") % {"why": wrong})))
    wrongs += _across(folder, head, [*kinds, *registers])
    if wrongs or head is None:
        raise WrongProgramme(wrongs)
    return Programme(folder.name, head, tuple(kinds), tuple(registers), tuple(papers), digest.hexdigest())


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
        raise Misdescribed(fault_of(one, (), _keys(shape, one["loc"])) for one in found) from wrong


def _keys(shape: type[BaseModel], loc: tuple[Any, ...]) -> tuple[str, ...]:
    """The keys that may stand beside the one that is wrong."""
    if shape is MechanismFile and len(loc) > 2 and loc[0] == "activity":
        cadence = ActivityTable.model_fields["cadence"].annotation.__args__[0]  # type: ignore[union-attr]
        return tuple((cadence if "cadence" in loc else ActivityTable).model_fields)
    return tuple(shape.model_fields)


def _kinds(file: MechanismFile, exists: Exists, on: date) -> Iterator[KindData]:
    faults: list[Fault] = []
    for code, table in file.activity.items():
        faults += senseless(table, ("activity", code), exists, on=on)
        try:
            paper = described(table.paper, path=("activity", code, "paper"), exists=exists)
        except Misdescribed as wrong:
            faults += wrong.faults
            continue
        yield KindData(code, table.title or file.title, table.title_en or file.title_en, file.sentence, table, paper)
    if faults:
        raise Misdescribed(faults)


def _registers(file: MechanismFile) -> Iterator[RegisterData]:
    faults: list[Fault] = []
    for code, table in file.registers.items():
        path, exists = ("register", code), exists_here(table.steps)
        faults += sense_of_registers.senseless(table, path, exists)
        try:
            paper = described(table.paper, path=(*path, "paper"), exists=exists)
        except Misdescribed as wrong:
            faults += wrong.faults
            continue
        yield RegisterData(code, table.title or file.title, table.title_en or file.title_en, file.sentence, table, paper)
    if faults:
        raise Misdescribed(faults)


def _papers(file: MechanismFile, exists: Exists) -> Iterator[PaperData]:
    asking = [one.code for one in declared_kinds() if one.part_paper]
    faults: list[Fault] = []
    for code, table in file.paper.items():
        if code not in asking:
            words = _("no kind of this name has a paper; there are: %(kinds)s.") % {"kinds": listed(asking)}
            faults.append(Fault(("paper", code), words))
            continue
        try:
            yield PaperData(code, described(table, path=("paper", code), exists=exists))
        except Misdescribed as wrong:
            faults += wrong.faults
    if faults:
        raise Misdescribed(faults)


def _across(folder: Path, head: ProgrammeFile | None, kinds: list[KindData | RegisterData]) -> Iterator[Wrong]:
    """What is wrong between files."""
    if head is None:
        if not (folder / HEAD).exists():
            yield Wrong(HEAD, 1, Fault(("title",), _("a programme begins with this file: its title and its pillars.")))
        return
    for path in sorted(folder.rglob("*.toml")):
        pillar = path.parent.name
        if path.name != HEAD and pillar not in head.pillars:
            words = _("lay the file into the folder of a pillar: %(pillars)s.") % {"pillars": ", ".join(head.pillars)}
            yield Wrong(path.relative_to(folder).as_posix(), 1, Fault((pillar,), words))
    twice = [code for code, count in Counter(kind.code for kind in kinds).items() if count > 1]
    for code in twice:
        yield Wrong(HEAD, 1, Fault(("activity", code), _("two files describe a kind of this name; rename one of them.")))
