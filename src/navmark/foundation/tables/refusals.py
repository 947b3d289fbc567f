"""What the room refuses: a whole file, or one cell. Each message says what was read and how to mend it."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from navmark.foundation.ui.refusals import Refusal


def listed(words: Iterable[str]) -> str:
    return pgettext("between the words of a list", ", ").join(map(str, words))


class TableRefused(Refusal):
    """The file, the paste or the import as a whole cannot be taken."""


class CellProblem(ValueError):
    """One cell cannot be read as what its column holds."""


class TooBig(TableRefused):
    def __init__(self, megabytes: int) -> None:
        message = _(
            "The file is larger than %(limit)s MB. Keep only the worksheet with the table, without pictures, and save it again."
        )
        super().__init__(message % {"limit": megabytes})


class Swollen(TableRefused):
    """A zip that unpacks to far more than a table needs: a mistake of a program, or an attack."""

    def __init__(self) -> None:
        super().__init__(_("The file unpacks to far too much. Copy only the table into a new worksheet and save that as .xlsx."))


class TooLong(TableRefused):
    def __init__(self, *, rows: int) -> None:
        message = _(
            "The table reaches beyond row %(limit)s. Delete what stands below the table, or divide it into several files."
        )
        super().__init__(message % {"limit": rows})


class TooWide(TableRefused):
    def __init__(self, *, columns: int) -> None:
        message = _("The table has more than %(limit)s columns. Delete what stands to the right of the table.")
        super().__init__(message % {"limit": columns})


class Protected(TableRefused):
    def __init__(self) -> None:
        super().__init__(_("The file is protected by a password. Open it in WPS, remove the password and save it again."))


class Damaged(TableRefused):
    def __init__(self) -> None:
        super().__init__(_("The file is damaged or incomplete. Open it in WPS and save it anew as .xlsx."))


class NotATable(TableRefused):
    """Something else under the name of a table; `what` is told in the reader's words."""

    def __init__(self, what: str) -> None:
        message = _("This is %(what)s, not a table. Open it in WPS and save the table as .xlsx, or copy the table and paste it.")
        super().__init__(message % {"what": what})


class Empty(TableRefused):
    def __init__(self) -> None:
        super().__init__(_("No table was found: nothing stands in it. Check that the right file and worksheet were chosen."))


class NoSuchWorksheet(TableRefused):
    def __init__(self, name: str) -> None:
        super().__init__(_("The file has no worksheet named “%(name)s”. Choose one of its worksheets.") % {"name": name})


class ColumnsMissing(TableRefused):
    def __init__(self, labels: Iterable[str]) -> None:
        super().__init__(
            _("No column of the table was recognised as: %(labels)s. Write this as the heading of its column.")
            % {"labels": listed(labels)}
        )
