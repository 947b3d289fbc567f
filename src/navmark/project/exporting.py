"""What the school takes away in one zip: its rosters, registers and records, and what each mechanism brings beside them.

At the command line stands whoever holds the machine, and takes all; on the page each takes exactly what the product shows her.
"""

import os
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from navmark.foundation.activities import taking
from navmark.foundation.audit.actions import record as note_in_trail
from navmark.foundation.people import rosters
from navmark.foundation.people.access import may_manage_people
from navmark.foundation.people.models import Person
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.pledges import taking as pledges
from navmark.foundation.privacy.actions import note_roster
from navmark.foundation.programme.bringing import Piece
from navmark.foundation.programme.cards import brought
from navmark.foundation.registers import taking as registers
from navmark.foundation.rotas import taking as rotas
from navmark.foundation.tables.writing import workbook
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within
from navmark.project.refusals import Refused
from navmark.project.zipping import zipped

NO_PURPOSE = "在服务器上用命令导出，未写明用途"


def export(school: School, path: Path, *, year: int, on: date, at: datetime, purpose: str = "") -> list[str]:
    """Write the zip, readable by its owner alone, and return the names in it. Raises Refused."""
    if path.exists():
        raise Refused(f"{path} 已存在，导出不覆盖旧文件", f"{path} exists: an export overwrites nothing")
    path.parent.mkdir(parents=True, exist_ok=True)
    draft, names = path.with_name(f".{path.name}.partial"), []

    def named() -> Iterator[Piece]:
        for piece in contents(year, on):
            names.append(piece[0])
            yield piece

    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
            for chunk in zipped(named(), school):
                out.write(chunk)
        with within(school):
            note_leaving(school, year=year, pupils=True, by=None, at=at, purpose=purpose or NO_PURPOSE)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return names


def note_leaving(school: School, *, year: int, pupils: bool, by: Person | None, at: datetime, purpose: str = "") -> None:
    """The one place where it is noted that data leave the product: who, what; the pupils' roster in the access log too, with
    the purpose. `by` is None at the command line, where nobody is logged in."""
    if pupils:
        note_roster(school, words=purpose, by=by, at=at)
    note_in_trail("people.exported", by=by, at=at, subject=school, year=year, pupils=pupils)


def contents(year: int, on: date, *, viewer: Viewer | None = None, pupils: bool = True) -> Iterator[Piece]:
    """(name, bytes) of each file, made one after the other: a year's scans need not fit into memory."""
    if viewer is None or may_manage_people(viewer):
        sheets = (("党员", rosters.members), ("教职工", rosters.staff), *((("学生", rosters.pupils),) if pupils else ()))
        for name, sheet in sheets:
            yield f"名册/{name}.xlsx", workbook([sheet(on)])
    yield from taking.pieces(year, viewer)
    yield from registers.pieces(year, on, viewer)
    yield from rotas.pieces(year, on, viewer)
    yield from pledges.pieces(on, viewer)
    for _card, leaves in brought("export"):
        yield from leaves.pieces(year, viewer)


def words(year: int, viewer: Viewer) -> list[str]:
    """What is in it beside the rosters, said before it leaves."""
    brought_along = (line for _card, leaves in brought("export") for line in leaves.words(year, viewer))
    return [
        *taking.words(year, viewer),
        *registers.words(year, viewer),
        *rotas.words(year, viewer),
        *pledges.words(viewer),
        *brought_along,
    ]
