"""What the school takes away: its rosters, the year's register of meetings, and every record that was signed, with the files
that are attached to it, in one zip.

Talks are not in it: they open to their two participants and the secretary alone, and a file opens to whoever has it.
"""

import os
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.files.storage import default_storage

from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.models import Activity, ActivityState
from navmark.foundation.audit.actions import record as note_in_trail
from navmark.foundation.people import rosters
from navmark.foundation.privacy.actions import note_roster
from navmark.foundation.proceedings.models import MinutesState
from navmark.foundation.records.queries import attachments_of
from navmark.foundation.sheets.writing import workbook
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.branch_life import facts, kinds, overview
from navmark.pillars.demonstration.branch_life.sheets import rendering, wording
from navmark.project.refusals import Refused

NO_PURPOSE = "在服务器上用命令导出，未写明用途"
WRITTEN = (MinutesState.SUBMITTED, MinutesState.LOCKED)


def export(school: School, path: Path, *, year: int, on: date, at: datetime, purpose: str = "") -> list[str]:
    """Write the zip, readable by its owner alone, and return the names in it. Raises Refused.

    That the pupils' roster left is in the access log, with the purpose; nobody is logged in here, so it was the system.
    """
    if path.exists():
        raise Refused(f"{path} 已存在，导出不覆盖旧文件", f"{path} exists: an export overwrites nothing")
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.partial")
    try:
        with os.fdopen(os.open(draft, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600), "w+b") as out, within(school):
            names = _write(out, year, on)
            note_roster(school, words=purpose or NO_PURPOSE, at=at)
            note_in_trail("people.exported", by=None, at=at, subject=school, files=len(names), year=year)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return names


def _write(out: IO[bytes], year: int, on: date) -> list[str]:
    """The names of what was written. One file at a time: a year's scans need not fit into memory."""
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        for name, body in _contents(year, on):
            file.writestr(name, body)
        return file.namelist()


def _contents(year: int, on: date) -> Iterator[tuple[str, bytes]]:
    for name, sheet in (("党员", rosters.members), ("教职工", rosters.staff), ("学生", rosters.pupils)):
        yield f"名册/{name}.xlsx", workbook([sheet(on)])
    meetings = Activity.objects.filter(day__year=year).exclude(state=ActivityState.CANCELLED).exclude(parts__kind=kinds.TALK)
    meetings = meetings.order_by("starts_at", "id").select_related("unit", "host", "recorder")
    yield (
        f"{year}年度会议登记.xlsx",
        overview.register_workbook(meetings.prefetch_related("parts__items__decisions", "roll"), year),
    )
    for meeting in meetings.filter(minutes__state__in=WRITTEN):
        yield from _record(meeting)


def _record(meeting: Activity) -> Iterator[tuple[str, bytes]]:
    """Each part as PDF, and in a folder beside them what is attached, supplements too."""
    folder, start = f"记录/{meeting.unit.name}", wording.local(meeting.starts_at)
    for part, record in facts.records_of(meeting).items():
        stem = rendering.record_filename(record, "pdf").removesuffix(".pdf")
        yield f"{folder}/{stem}({start:%H%M}-{part.position}).pdf", rendering.render(record, "pdf")
    for number, one in enumerate(attachments_of(ACTIVITY, meeting.pk), start=1):
        name = f"{folder}/附件/{start:%Y-%m-%d %H%M}/{number:02d} {one.name}"
        try:
            with default_storage.open(one.path) as file:
                yield name, file.read()
        except FileNotFoundError:  # one lost scan must not keep the school from everything else
            yield f"{name}（缺失）.txt", b""
