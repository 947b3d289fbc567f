"""What the school takes away: its rosters, the year's register of meetings, and every record that was signed, with the files
that are attached to it, in one zip.

Talks are not in it: they open to their two participants and the secretary alone, and a file opens to whoever has it. At the
command line stands whoever holds the machine, and takes all; on the page each takes exactly what the product shows her.
"""

import os
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from django.core.files.storage import default_storage
from django.db.models import QuerySet

from navmark.foundation.activities import access as activities
from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.models import Activity
from navmark.foundation.attachments.queries import attachments_of
from navmark.foundation.audit.actions import record as note_in_trail
from navmark.foundation.people import rosters
from navmark.foundation.people.access import may_manage_people
from navmark.foundation.people.models import Person
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.printing import wording
from navmark.foundation.privacy.actions import note_roster
from navmark.foundation.records.models import RecordState
from navmark.foundation.records.queries import has_record
from navmark.foundation.tables.writing import workbook
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.branch_life import access, facts, overview
from navmark.pillars.demonstration.branch_life.sheets import rendering
from navmark.project.refusals import Refused
from navmark.project.zipping import Piece, zipped

NO_PURPOSE = "在服务器上用命令导出，未写明用途"
WRITTEN = (RecordState.SUBMITTED, RecordState.LOCKED)


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


def meetings_for(viewer: Viewer | None, year: int) -> QuerySet[Activity]:
    """The year's meetings that this viewer may see, all of them at the command line; no talk."""
    return overview.in_register(activities.visible_to(viewer) if viewer else Activity.objects.all(), year)


def contents(year: int, on: date, *, viewer: Viewer | None = None, pupils: bool = True) -> Iterator[Piece]:
    """(name, bytes) of each file, made one after the other: a year's scans need not fit into memory."""
    if viewer is None or may_manage_people(viewer):
        sheets = (("党员", rosters.members), ("教职工", rosters.staff), *((("学生", rosters.pupils),) if pupils else ()))
        for name, sheet in sheets:
            yield f"名册/{name}.xlsx", workbook([sheet(on)])
    meetings = meetings_for(viewer, year)
    if viewer is None or meetings.exists():
        yield f"{year}年度会议登记.xlsx", overview.register_workbook(meetings, year)
    for meeting in meetings.filter(has_record(ACTIVITY, *WRITTEN)):
        yield from _record(meeting, viewer)


def _record(meeting: Activity, viewer: Viewer | None) -> Iterator[Piece]:
    """Each part as PDF, and in a folder beside them what is attached, supplements too."""
    folder, start = f"记录/{meeting.unit.name}", wording.local(meeting.starts_at)
    built = access.records_for(viewer, meeting) if viewer else facts.records_of(meeting)
    for part, record in built.items():
        stem = rendering.record_filename(record, "pdf").removesuffix(".pdf")
        yield f"{folder}/{stem}({start:%H%M}-{part.position}).pdf", rendering.render(record, "pdf")
    for number, one in enumerate(attachments_of(ACTIVITY, meeting.pk), start=1):
        name = f"{folder}/附件/{start:%Y-%m-%d %H%M}/{number:02d} {one.name}"
        try:
            with default_storage.open(one.path) as file:
                yield name, file.read()
        except FileNotFoundError:  # one lost scan must not keep the school from everything else
            yield f"{name}（缺失）.txt", b""
