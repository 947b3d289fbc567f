"""From a file or a paste to a table. The name of a file is only a hint: what it is, its first bytes say."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from . import plain_text, spreadsheets
from .headings import Column, recognised
from .refusals import Empty, NotATable, TooBig
from .table import Table

MAX_MEGABYTES = 20
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .xls, and the old .doc and .ppt


def read(source: bytes | str, name: str, *, columns: Sequence[Column] = (), worksheet: str = "") -> Table:
    """The table in an .xlsx, .xls, .csv, .tsv or .txt file (bytes) or in a paste (text).

    Of several tables, the one named, else the one where most headings of `columns` are recognised.
    Raises Refused with the remedy: too big, damaged, locked by a password, no table at all, nothing in it.
    """
    if isinstance(source, str):
        return plain_text.from_text(source, name)
    if len(source) > MAX_MEGABYTES * 2**20:
        raise TooBig(MAX_MEGABYTES)

    def best(tables: list[Table]) -> Table:
        return max(tables, key=lambda table: (recognised(table, columns), 0 if columns else _filled(table)))

    if source.startswith(ZIP):
        return spreadsheets.from_xlsx(source, name, worksheet=worksheet, best=best)
    if source.startswith(OLE):
        return spreadsheets.from_xls(source, name, worksheet=worksheet, best=best)
    if not source.strip():
        raise Empty
    _refuse_others(source, name)
    return plain_text.from_bytes(source, name)


def _filled(table: Table) -> int:
    return sum(map(any, table.rows))


def _refuse_others(source: bytes, name: str) -> None:
    start = source[:200].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith(b"%pdf"):
        raise NotATable(_("a PDF"))
    if start.startswith((b"\x89png", b"\xff\xd8\xff", b"gif8")):
        raise NotATable(_("a picture"))
    if start.startswith((b"<", b"{\\rtf")):
        raise NotATable(_("a web page or a text document"))
    if name.lower().endswith((".et", ".wps", ".doc", ".docx", ".ods", ".xls", ".xlsx")):
        raise NotATable(_("another kind of file"))
