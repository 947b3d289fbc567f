"""Workbooks of Excel and WPS. A number in them has no leading zeros, 15 digits at most, and no memory of how it was typed."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from django.utils.translation import gettext as _

from .archive import repacked, unpacked
from .guards import unguarded
from .looks import look
from .parts import BOOK, counts_from_1904, styles_in, usual_names, worksheet_parts
from .refusals import Damaged, NotATable, Protected, TooLong, TooWide
from .table import MAX_COLUMNS, MAX_ROWS, Merge, Table, Unread

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

EXACT = 10**15  # a spreadsheet keeps 15 digits of a number; beyond, it shows 3.70102E+17 and so do we


def from_xlsx(source: bytes, name: str) -> list[Table]:
    """The worksheets that can be seen. Single parts are read again from the packed copy: to keep them all would double what a
    large one takes.
    """
    packed = repacked(usual_names(unpacked(source)))
    with ZipFile(packed) as parts:
        names = parts.namelist()
        if BOOK not in names:
            raise NotATable(_other_zip(names))
        packed.seek(0)
        found, where, styles = _read(packed, name), worksheet_parts(parts), styles_in(parts)
        looks = [look(table.rows, _part(parts, where, table), styles) for table in found]
        from_1904 = counts_from_1904(parts)
        return [replace(table, from_1904=from_1904, **vars(seen)) for table, seen in zip(found, looks, strict=True)]


def _part(parts: ZipFile, where: dict[str, str], table: Table) -> bytes:
    part = where.get(table.worksheet, "")
    return parts.read(part) if part in parts.namelist() else b""


def from_xls(source: bytes, name: str) -> list[Table]:
    if "EncryptedPackage".encode("utf-16-le") in source:
        raise Protected
    if "WordDocument".encode("utf-16-le") in source:
        raise NotATable(_("a Word document"))
    return _read(BytesIO(source), name)


def _read(source: BytesIO, name: str) -> list[Table]:
    import python_calamine as calamine  # noqa: PLC0415  held only by who reads a workbook

    try:
        with calamine.CalamineWorkbook.from_filelike(source) as book:
            leaves = [leaf for leaf in book.sheets_metadata if leaf.typ == calamine.SheetTypeEnum.WorkSheet]
            shown = tuple(leaf.name for leaf in leaves if leaf.visible == calamine.SheetVisibleEnum.Visible)
            unseen = tuple(Unread(leaf.name, is_hidden=True) for leaf in leaves if leaf.name not in shown)
            return [_table(book, Table(name, [], one, shown, unread=unseen)) for one in shown]
    except calamine.PasswordError as refusal:
        raise Protected from refusal
    except (calamine.CalamineError, OSError) as fault:
        raise Damaged from fault


def _table(book: "CalamineWorkbook", blank: Table) -> Table:
    found = book.get_sheet_by_name(blank.worksheet)
    if found.total_height > MAX_ROWS:
        raise TooLong(rows=MAX_ROWS)
    if found.total_width > MAX_COLUMNS:
        raise TooWide(columns=MAX_COLUMNS)
    left = [""] * found.start[1] if found.start else []  # iter_rows keeps the blank rows above, not the blank columns
    same: dict[str, str] = {}  # most cells of a long table say what others say; each text is kept once
    rows = trimmed([[*left, *(same.setdefault(text, text) for text in map(written, row))] for row in found.iter_rows()])
    return replace(blank, rows=rows, merges=tuple(Merge(*start, *end) for start, end in found.merged_cell_ranges or ()))


def trimmed(rows: list[list[str]]) -> list[list[str]]:
    """Without the blank rows below and the blank columns to the right. Raises TooLong or TooWide."""
    while rows and not any(rows[-1]):
        rows.pop()
    if len(rows) > MAX_ROWS:
        raise TooLong(rows=MAX_ROWS)
    width = max((place for row in rows for place in [_filled(row)]), default=0)
    if width > MAX_COLUMNS:
        raise TooWide(columns=MAX_COLUMNS)
    return [row[:width] + [""] * (width - len(row)) for row in rows]


def _filled(row: list[str]) -> int:
    width = len(row)
    while width and not row[width - 1]:
        width -= 1
    return width


def written(cell: Any) -> str:
    """The cell as text: what a person would have typed there."""
    if isinstance(cell, str):
        return unguarded(cell)
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, int | float):
        return _number(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time.min else cell.isoformat(" ", "minutes")
    if isinstance(cell, time):
        return cell.isoformat("minutes")
    if isinstance(cell, timedelta):
        return f"{cell // timedelta(hours=1)}:{cell // timedelta(minutes=1) % 60:02d}"
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def _number(number: float) -> str:
    if abs(number) >= EXACT:
        return f"{number:.14E}"
    return str(int(number)) if number == int(number) else f"{Decimal(f'{number:.15g}'):f}"


def _other_zip(names: list[str]) -> str:
    if any(name.startswith("word/") for name in names):
        return _("a Word document")
    if any(name.startswith("ppt/") for name in names):
        return _("a presentation")
    return _("another kind of file")
