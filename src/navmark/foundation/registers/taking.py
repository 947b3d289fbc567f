"""What leaves with a year of what is kept in registers: the table of each, and the files that hang on its entries.

Registers about children are not in it: their entries open behind a purpose, each for itself.
"""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from navmark.foundation.attachments.filenames import filename
from navmark.foundation.attachments.queries import attachments_of_all, content_of
from navmark.foundation.people.viewer import SchoolOn, Viewer
from navmark.foundation.registers import access, known
from navmark.foundation.registers.files import ENTRY
from navmark.foundation.registers.filtering import Wanted, entries, stands_in
from navmark.foundation.registers.listing import List
from navmark.foundation.registers.models import Entry, Register
from navmark.foundation.registers.paging import Kept, kept
from navmark.foundation.tables.writing import workbook

FOLDER = "台账"
Piece = tuple[str, bytes]  # name inside the zip, and what stands there


def pieces(year: int, on: date, viewer: Viewer | None) -> Iterator[Piece]:
    """What this viewer may see, at the command line (None) all; made one after the other."""
    for one, rows in _taken(year, on, viewer):
        title = f"{year}年度{one.title}"
        found = List(viewer or SchoolOn(on), one, rows)
        yield f"{FOLDER}/{filename(title, 'xlsx')}", workbook([found.worksheet(title)])
        yield from _files(one, rows)


def words(year: int, viewer: Viewer) -> Iterator[str]:
    told = _("%(title)s: the register of the year (XLSX, %(count)s), and the files that hang there")
    for one, rows in _taken(year, viewer.on, viewer):
        yield told % {"title": one.name, "count": len(rows)}


def _taken(year: int, on: date, viewer: Viewer | None) -> Iterator[tuple[Register, list[Kept]]]:
    """Each register in which she sees something of that year."""
    for one in access.registers_read_by(viewer) if viewer else known.registers():
        here = Entry.objects.filter(stands_in(year), register=one)
        found = entries(viewer, one, Wanted(year)) if viewer else here
        rows = [] if one.about_children else kept(viewer or SchoolOn(on), found)
        if rows:
            yield one, rows


def _files(one: Register, rows: list[Kept]) -> Iterator[Piece]:
    named = {row.pk: row for row in rows}
    for number, file in enumerate(attachments_of_all(ENTRY, named), start=1):
        day = named[file.owner_id].day
        name = f"{FOLDER}/附件/{one.title}/{day:%Y-%m-%d} {number:03d} {file.name}"
        try:
            yield name, content_of(file)
        except FileNotFoundError:  # one lost scan must not keep the school from everything else
            yield f"{name}（缺失）.txt", b""
