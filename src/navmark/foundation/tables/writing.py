"""Tables out: .xlsx that WPS opens and prints well, and .csv for other programs. The same rows give the same bytes.

A text that begins with = + - @ would be calculated by a spreadsheet and could call other programs. In .xlsx it is stored as text,
unchanged; in .csv an apostrophe goes before it, which our own reader takes away again.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any, Literal
from unicodedata import east_asian_width
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from .guards import GUARD

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

ValueKind = Literal["text", "identifier", "integer", "decimal", "money", "date"]
FORMATS = {"identifier": "@", "integer": "0", "decimal": "General", "money": "#,##0.00", "date": "yyyy-mm-dd"}
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
MOMENT = (1980, 1, 1, 0, 0, 0)  # no file of ours tells when it was written
STAMP = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
NARROWEST, WIDEST = 6, 40
A4 = 9  # the number of the paper in the file format
LONGEST_LIST, OFFERED_TO = 255, 2000  # characters of a list in a formula; the row to which it is offered
MEASURED = 200  # rows that decide a column's width


@dataclass(frozen=True)
class Field:
    """One column: its heading and the kind of its values. `width` in characters of Latin text; measured if not given.

    `note` hangs on the heading; of a closed list `choices` are offered in each cell.
    """

    label: str
    kind: ValueKind = "text"
    width: int | None = None
    note: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Worksheet:
    """`title`, if any, stands in a row of its own above the headings."""

    name: str
    fields: Sequence[Field]
    rows: Sequence[Sequence[Any]]
    title: str = ""


def workbook(worksheets: Iterable[Worksheet]) -> bytes:
    """An .xlsx: headings bold and frozen, A4 landscape one page wide, the heading repeated on every page."""
    import openpyxl  # noqa: PLC0415  its 15 MB are held only by who writes a workbook

    book = openpyxl.Workbook(write_only=True)
    book.properties.creator = "Navmark"
    for worksheet in worksheets:
        _add(book, worksheet)
    buffer = BytesIO()
    book.save(buffer)
    return _timeless(buffer)


def csv_text(fields: Sequence[Field], rows: Iterable[Sequence[Any]]) -> str:
    """Comma-separated, with the mark that makes Excel read UTF-8; encode as "utf-8"."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([_csv_cell(field.label) for field in fields])
    writer.writerows([_csv_cell(value) for value in row] for row in rows)
    return "\ufeff" + out.getvalue()


def _csv_cell(value: Any) -> str:
    if isinstance(value, str):
        return f"'{value}" if value.startswith(DANGEROUS) or GUARD.match(value) else value
    return "" if value is None else str(value)


def _add(book: "Workbook", worksheet: Worksheet) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side  # noqa: PLC0415  as in `workbook`
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    paper = book.create_sheet(_worksheet_name(worksheet.name))
    heading = 2 if worksheet.title else 1
    for place, field in enumerate(worksheet.fields):
        paper.column_dimensions[get_column_letter(place + 1)].width = field.width or _width(worksheet, place)
    paper.freeze_panes = f"A{heading + 1}"
    _lay_out_for_print(paper, heading)
    if worksheet.title:
        paper.append([_styled(paper, worksheet.title, font=Font(bold=True, size=16))])
    below = Border(bottom=Side("thin"))
    heading_look = {"font": Font(bold=True), "alignment": Alignment(vertical="center", wrap_text=True), "border": below}
    paper.append([_noted(_styled(paper, field.label, **heading_look), field.note) for field in worksheet.fields])
    for place, field in enumerate(worksheet.fields):
        _offer(paper, get_column_letter(place + 1), heading + 1, field.choices)
    casts = [_Cast(paper, field.kind) for field in worksheet.fields]
    for row in worksheet.rows:
        paper.append([cast(value) for cast, value in zip(casts, row, strict=True)])


def _noted(cell: "WriteOnlyCell", note: str) -> "WriteOnlyCell":
    from openpyxl.comments import Comment  # noqa: PLC0415  as in `workbook`

    if note:
        cell.comment = Comment(note, "Navmark", height=90, width=260)
    return cell


def _offer(paper: Any, column: str, first: int, choices: Sequence[str]) -> None:
    """A list to choose from in each cell below; what is too long for a workbook to hold in its formula is left to the reader."""
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415  as in `workbook`

    formula = '"{}"'.format(",".join(choices))
    if choices and len(formula) <= LONGEST_LIST:
        offered = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=True)
        offered.add(f"{column}{first}:{column}{OFFERED_TO}")
        paper.data_validations.append(offered)


def _lay_out_for_print(paper: Any, heading: int) -> None:
    paper.page_setup.orientation, paper.page_setup.paperSize = "landscape", A4
    paper.page_setup.fitToWidth, paper.page_setup.fitToHeight = 1, 0
    paper.sheet_properties.pageSetUpPr.fitToPage = True
    paper.print_title_rows = f"{heading}:{heading}"
    paper.oddFooter.center.text = "&P / &N"


def _new_cell(paper: Any) -> "WriteOnlyCell":
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415  as in `workbook`

    return WriteOnlyCell(paper)


def _styled(paper: Any, text: str, **look: Any) -> "WriteOnlyCell":
    cell = _text_cell(_new_cell(paper), text)
    for name, value in look.items():
        setattr(cell, name, value)
    return cell


def _text_cell(cell: "WriteOnlyCell", text: str) -> "WriteOnlyCell":
    """A cell that stays text, also when somebody edits it."""
    cell.value = text
    cell.data_type = "s"
    return cell


class _Cast:
    """Turns the values of one column into cells. A row is written at once, so that one cell object serves a whole column."""

    def __init__(self, paper: Any, kind: ValueKind) -> None:
        from openpyxl.styles import Alignment  # noqa: PLC0415  as in `workbook`

        self.kind = kind
        self.typed = _new_cell(paper)
        self.typed.number_format = FORMATS.get(kind, "General")
        self.quoted = _new_cell(paper)
        self.quoted.number_format = "@"
        self.quoted.quotePrefix = True
        self.lines = _styled(paper, "", alignment=Alignment(vertical="top", wrap_text=True))  # of several lines, shown as such

    def __call__(self, value: Any) -> Any:
        if value is None or value == "":
            return None
        if isinstance(value, str):
            text = UNPRINTABLE.sub("", value)
            if text.startswith(DANGEROUS):
                return _text_cell(self.quoted, text)
            if "\n" in text:
                return _text_cell(self.lines, text)
            return _text_cell(self.typed, text) if self.kind == "identifier" else text
        if self.kind in ("text", "identifier"):
            return self(_words(value))
        self.typed.value = float(value) if isinstance(value, Decimal) else value
        return self.typed


def _words(value: Any) -> str:
    return value.isoformat(" ", "minutes") if isinstance(value, datetime) else str(value)


def _width(worksheet: Worksheet, place: int) -> int:
    shown = [worksheet.fields[place].label, *(row[place] for row in worksheet.rows[:MEASURED] if row[place] is not None)]
    widest = max(_columns("2026-11-20" if isinstance(value, date) else str(value)) for value in shown)
    return min(max(widest + 2, NARROWEST), WIDEST)


def _columns(text: str) -> int:
    """Places that a text takes: two for a Chinese character."""
    return max((sum(2 if east_asian_width(c) in "WF" else 1 for c in line) for line in text.splitlines()), default=0)


def _worksheet_name(name: str) -> str:
    return re.sub(r"[\[\]:*?/\\]", " ", name).strip()[:31] or "Sheet1"


def _timeless(written: BytesIO) -> bytes:
    out = BytesIO()
    with ZipFile(written) as source, ZipFile(out, "w") as target:
        for part in source.infolist():
            content = STAMP.sub(rb"\g<1>1980-01-01T00:00:00Z", source.read(part))
            entry = ZipInfo(part.filename, MOMENT)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o600 << 16
            target.writestr(entry, content)
    return out.getvalue()
