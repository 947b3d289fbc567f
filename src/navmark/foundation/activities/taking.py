"""What leaves with a year: the register of each shelf, and every record that is complete, with the files attached to it.

What two keep between them is not in it: it opens to them and to who oversees it alone, and a file opens to whoever has it.
"""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from navmark.foundation.activities import access, recording
from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.kinds import Kind, kind
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.register.common import of_year, worksheet
from navmark.foundation.activities.shelves import Shelf, all_shelves
from navmark.foundation.attachments.filenames import filename
from navmark.foundation.attachments.queries import attachments_of, content_of
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.printing import wording
from navmark.foundation.records.queries import has_record
from navmark.foundation.records.states import RecordState
from navmark.foundation.tables.writing import workbook

Piece = tuple[str, bytes]  # name inside the zip, and what stands there


def pieces(year: int, viewer: Viewer | None) -> Iterator[Piece]:
    """What this viewer may see, at the command line (None) all. Made one after the other: a year's scans need not fit into
    memory. What is held in one gathering stands in the register of each of its shelves, and leaves once."""
    gone: set[UUID] = set()
    for found in all_shelves():
        rows = _of(found, year, viewer)
        if rows.exists():
            title = f"{year}年度{found.named}登记"
            yield f"{title}.xlsx", workbook([worksheet(rows, title)])
        for one in _complete(rows).exclude(pk__in=gone):
            yield from _record(one, viewer)
            gone.add(one.pk)


def words(year: int, viewer: Viewer) -> Iterator[str]:
    """A line a shelf, and what is never in it."""
    rows = [(found, _of(found, year, viewer)) for found in all_shelves()]
    counted = [(found, len(here), _complete(here).count()) for found, here in rows]
    told = _("%(title)s: the register of the year (XLSX, %(count)s), and %(complete)s complete records (PDF, a part each)")
    for found, count, complete in counted:
        if count:
            yield told % {"title": found.title, "count": count, "complete": complete}
    if not any(count for _found, count, _complete in counted):
        yield _("No records of meetings: none is yours to see.")
    for private in _private():
        yield _("%(kind)s: nothing, for nobody. What two people said to each other does not leave.") % {"kind": private.title}


def _private() -> list[Kind]:
    return [one for found in all_shelves() for one in found.kinds if one.is_private]


def _of(found: Shelf, year: int, viewer: Viewer | None) -> QuerySet[Activity]:
    return of_year(found, access.visible_to(viewer) if viewer else Activity.objects.all(), year)


def _complete(rows: QuerySet[Activity]) -> QuerySet[Activity]:
    signed = has_record(ACTIVITY, RecordState.SUBMITTED, RecordState.LOCKED)
    return rows.filter(Q(completed_at__isnull=False) | Q(signed))


def _record(activity: Activity, viewer: Viewer | None) -> Iterator[Piece]:
    """Each part as PDF, and in a folder beside them what is attached, supplements too."""
    folder, start = f"记录/{name_on(activity.unit, activity.day)}", wording.local(activity.starts_at)
    for part, content in recording.printed(activity, viewer):
        stem = filename(kind(part.kind).sheet, "pdf", on=activity.day).removesuffix(".pdf")
        yield f"{folder}/{stem}({start:%H%M}-{part.position}).pdf", content
    for number, one in enumerate(attachments_of(ACTIVITY, activity.pk), start=1):
        name = f"{folder}/附件/{start:%Y-%m-%d %H%M}/{number:02d} {one.name}"
        try:
            yield name, content_of(one)
        except FileNotFoundError:  # one lost scan must not keep the school from everything else
            yield f"{name}（缺失）.txt", b""
