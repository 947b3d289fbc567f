"""The words of a file, so that nobody types what already stands there."""

from collections.abc import Iterator
from io import BytesIO

from django.utils.translation import gettext as _

from navmark.foundation.ui.refusals import Refusal

PAGES = 60  # of a PDF that are read
ROWS = 400


class NoWords(Refusal):
    """A file in which no text can be read: a scan, or another kind."""

    def __init__(self) -> None:
        super().__init__(
            _("No text can be read in this file; perhaps it is a scan. Paste the text, or type title and days by hand.")
        )


def words_of(content: bytes, extension: str) -> str:
    """The text of a .docx, .pdf, .xlsx or .txt file, a line a paragraph or row. Raises NoWords."""
    reader = _READERS.get(extension)
    try:
        words = "\n".join(line for line in reader(content) if line.strip()) if reader else ""
    except Exception as broken:  # three libraries, each with faults of its own for a damaged file
        raise NoWords from broken
    if not words.strip():
        raise NoWords
    return words


def _docx(content: bytes) -> Iterator[str]:
    from docx import Document  # noqa: PLC0415  as below: only who reads such a file holds its library, 25 MB all three
    from docx.table import Table  # noqa: PLC0415

    for part in Document(BytesIO(content)).iter_inner_content():
        if isinstance(part, Table):
            yield from ("  ".join(dict.fromkeys(cell.text for cell in row.cells)) for row in part.rows)
        else:
            yield part.text


def _pdf(content: bytes) -> Iterator[str]:
    from pypdf import PdfReader  # noqa: PLC0415

    for page in PdfReader(BytesIO(content)).pages[:PAGES]:
        yield page.extract_text()


def _xlsx(content: bytes) -> Iterator[str]:
    from openpyxl import load_workbook  # noqa: PLC0415

    book = load_workbook(BytesIO(content), read_only=True, data_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows(max_row=ROWS, values_only=True):
            yield "  ".join(str(cell) for cell in row if cell is not None)


def _txt(content: bytes) -> Iterator[str]:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            yield content.decode(encoding)
            return
        except UnicodeDecodeError:
            continue


_READERS = {"docx": _docx, "pdf": _pdf, "xlsx": _xlsx, "txt": _txt}
