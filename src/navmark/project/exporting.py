"""What the school takes away: its rosters, the year's register of meetings, and every record that was signed, in one zip.

Talks are not in it: they open to their two participants and the secretary alone, and a file opens to whoever has it.
"""

import io
import os
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from navmark.foundation.activities.models import Activity, ActivityState
from navmark.foundation.audit.actions import record as note_in_trail
from navmark.foundation.people import rosters
from navmark.foundation.privacy.actions import note_roster
from navmark.foundation.proceedings.models import MinutesState
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
    buffer = io.BytesIO()
    with within(school), ZipFile(buffer, "w", ZIP_DEFLATED) as file:
        for name, body in _contents(year, on):
            file.writestr(name, body)
        names = file.namelist()
        note_roster(school, words=purpose or NO_PURPOSE, at=at)
        note_in_trail("people.exported", by=None, at=at, subject=school, files=len(names), year=year)
    path.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(buffer.getvalue())
    return names


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
        for part, record in facts.records_of(meeting).items():
            start = wording.local(meeting.starts_at)
            stem = rendering.record_filename(record, "pdf").removesuffix(".pdf")
            yield f"记录/{meeting.unit.name}/{stem}({start:%H%M}-{part.position}).pdf", rendering.render(record, "pdf")
