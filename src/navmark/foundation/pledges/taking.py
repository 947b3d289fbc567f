"""What leaves of what people took upon themselves: the list of each kind as it stands. What is about a child is not in it."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from navmark.foundation.attachments.filenames import filename
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.pledges import access, known
from navmark.foundation.pledges.about import PERSON, parted
from navmark.foundation.pledges.listing import PledgeList
from navmark.foundation.pledges.models import PledgeKind
from navmark.foundation.tables.writing import workbook

FOLDER, CHILDREN = "认领", ("pupils", "guardians")


def pieces(on: date, viewer: Viewer | None) -> Iterator[tuple[str, bytes]]:
    """The lists that this viewer reads, at the command line (None) all."""
    for one in _taken(viewer):
        title = one.sheet_title or one.title
        yield f"{FOLDER}/{filename(title, 'xlsx')}", workbook([PledgeList(one, on=on).worksheet(title)])


def words(viewer: Viewer) -> Iterator[str]:
    for one in _taken(viewer):
        yield _("%(title)s: who took on what (XLSX)") % {"title": one.name}


def _taken(viewer: Viewer | None) -> Iterator[PledgeKind]:
    for one in known.kinds():
        about_children = any(kind == PERSON and of in CHILDREN for kind, of in parted(one.about))
        if not about_children and one.pledges.exists() and (viewer is None or access.reads(viewer, one)):
            yield one
