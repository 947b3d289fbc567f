"""From a file or a paste to a table. The name of a file is only a hint: what it is, its first bytes say."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from . import plain_text, spreadsheets, web_page
from .headings import Column
from .refusals import Empty, NoSuchWorksheet, NotATable, TooBig
from .stacking import one_of
from .table import Table

MAX_MEGABYTES = 20
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .xls, and the old .doc and .ppt
OTHERS = (".wps", ".doc", ".docx", ".ods")  # documents that a text under their name is not
TYPED = (".et", ".xls", ".xlsx")  # exports of many a web site call a text or a web page so


def read(source: bytes | str, name: str, *, columns: Sequence[Column] = (), worksheet: str = "") -> Table:
    """The table in an .xlsx, .xls, .csv, .tsv or .txt file, a web page under such a name (bytes), or in a paste (text).

    Of several worksheets, the one named, else all that hold a list with `columns`, one below the other; the others are told in
    `unread`. Raises Refused with the remedy: too big, damaged, locked by a password, no table at all, nothing in it.
    """
    if isinstance(source, str):
        return one_of([plain_text.from_text(source, name)], columns)
    if len(source) > MAX_MEGABYTES * 2**20:
        raise TooBig(MAX_MEGABYTES)
    found = _tables(source, name)
    if not worksheet:
        return one_of(found, columns)
    named = [table for table in found if table.worksheet == worksheet]
    if not named:
        raise NoSuchWorksheet(worksheet)
    return one_of(named, columns)


def _tables(source: bytes, name: str) -> list[Table]:
    if source.startswith(ZIP):
        return spreadsheets.from_xlsx(source, name)
    if source.startswith(OLE):
        return spreadsheets.from_xls(source, name)
    if not source.strip():
        raise Empty
    if web_page.is_one(source):
        return web_page.from_html(source, name)
    _refuse_others(source, name)
    return [plain_text.from_bytes(source, name)]


def _refuse_others(source: bytes, name: str) -> None:
    start = source[:200].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith(b"%pdf"):
        raise NotATable(_("a PDF"))
    if start.startswith((b"\x89png", b"\xff\xd8\xff", b"gif8")):
        raise NotATable(_("a picture"))
    if start.startswith((b"<", b"{\\rtf")):
        raise NotATable(_("a web page or a text document"))
    is_divided = b"\t" in source or b"," in source or source.startswith((b"\xff\xfe", b"\xfe\xff"))
    if name.lower().endswith(OTHERS) or (name.lower().endswith(TYPED) and not is_divided):
        raise NotATable(_("another kind of file"))
