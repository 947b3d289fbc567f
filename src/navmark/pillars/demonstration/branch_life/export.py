"""What leaves with a year: the register of its meetings, and every record that was signed, with the files attached to it.

Talks are not in it: they open to their two participants and the secretary alone, and a file opens to whoever has it.
"""

from collections.abc import Iterator

from django.core.files.storage import default_storage
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from navmark.foundation.activities import access as activities
from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.register.common import of_year, worksheet
from navmark.foundation.activities.shelves import shelf
from navmark.foundation.attachments.queries import attachments_of
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.printing import wording
from navmark.foundation.programme.bringing import Export, Piece
from navmark.foundation.records.queries import has_record
from navmark.foundation.records.states import RecordState
from navmark.foundation.tables.writing import workbook
from navmark.pillars.demonstration.branch_life import access, facts
from navmark.pillars.demonstration.branch_life.sheets import rendering

WRITTEN = (RecordState.SUBMITTED, RecordState.LOCKED)


def pieces(year: int, viewer: Viewer | None) -> Iterator[Piece]:
    """Made one after the other: a year's scans need not fit into memory."""
    meetings = _meetings(year, viewer)
    if viewer is None or meetings.exists():
        yield f"{year}年度会议登记.xlsx", workbook([worksheet(meetings, f"{year}年度会议登记")])
    for meeting in _signed(meetings):
        yield from _record(meeting, viewer)


def words(year: int, viewer: Viewer) -> Iterator[str]:
    meetings = _meetings(year, viewer)
    if not meetings:
        yield _("No records of meetings: none is yours to see.")
        return
    count, signed = len(meetings), _signed(meetings).count()
    yield ngettext(
        "Register of the year's meeting (XLSX): %(count)s", "Register of the year's meetings (XLSX): %(count)s", count
    ) % {"count": count}
    yield ngettext(
        "%(count)s meeting whose record was submitted or locked (PDF, a part each)",
        "%(count)s meetings whose record was submitted or locked (PDF, a part each)",
        signed,
    ) % {"count": signed}
    yield _("No talk, for nobody: what two people said to each other does not leave.")


EXPORT = Export(pieces, words)


def _meetings(year: int, viewer: Viewer | None) -> QuerySet[Activity]:
    """The year's meetings that this viewer may see, all of them at the command line; no talk."""
    return of_year(shelf("branch_life"), activities.visible_to(viewer) if viewer else Activity.objects.all(), year)


def _signed(meetings: QuerySet[Activity]) -> QuerySet[Activity]:
    return meetings.filter(has_record(ACTIVITY, *WRITTEN))


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
