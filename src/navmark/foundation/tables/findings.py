"""What a person should know of how a file was read: which worksheets, what was left alone, what cannot be seen in the file."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .mapping import Mapping
from .refusals import listed
from .table import Table

NAMED = 20  # rows named one by one; of more, the first


def findings(table: Table, mapping: Mapping) -> Iterator[str]:
    """Sentences, the weightiest first; none for a plain table."""
    if len(table.worksheets_read) > 1:
        yield _("Read together: %(names)s.") % {"names": listed(table.worksheets_read)}
    if len(table.origins) > len(table.worksheets_read):
        yield _("Lists that stand side by side were put one below the other.")
    if left := [one.worksheet for one in table.unread if not one.is_hidden]:
        yield _("Not read, since no such list stands there: %(names)s.") % {"names": listed(left)}
    if left := [one.worksheet for one in table.unread if one.is_hidden]:
        yield _("Not read, since hidden in the file: %(names)s.") % {"names": listed(left)}
    if hidden := [row for row in table.hidden if row >= mapping.body]:
        message = ngettext(
            "%(count)s row that is hidden or filtered out in the file was read too: row %(rows)s.",
            "%(count)s rows that are hidden or filtered out in the file were read too: rows %(rows)s.",
            len(hidden),
        )
        yield message % {"count": len(hidden), "rows": listed(map(table.place_of, hidden[:NAMED]))}
    if unseen := [heading for heading, place in mapping.places.items() if place in table.hidden_columns]:
        yield _("Columns hidden in the file were read too: %(names)s.") % {"names": listed(unseen)}
