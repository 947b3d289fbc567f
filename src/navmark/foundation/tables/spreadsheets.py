"""Tables of Excel and WPS. A number in them has no leading zeros, 15 digits at most, and no memory of how it was typed."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from .archive import column_number, repacked, unpacked
from .refusals import Damaged, Empty, Locked, NoSuchWorksheet, NotATable, TooLong, TooWide
from .table import MAX_COLUMNS, MAX_ROWS, UNCALCULATED, Merge, Table

EXACT = 10**15  # a spreadsheet keeps 15 digits of a number; beyond, it shows 3.70102E+17 and so do we
RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
ADDRESS = rb"""<(?:\w+:)?c(?=[\s>])(?=[^<>]*\sr=["']([A-Z]+)(\d+)["'])"""
FORMULA = rb"""<(?:\w+:)?f\b(?:[^<>]*/>|[^<>]*>[^<]*</(?:\w+:)?f>)"""
FAULT = re.compile(ADDRESS + rb"""(?=[^<>]*\st=["']e["'])[^<>]*>(?:""" + FORMULA + rb""")?<(?:\w+:)?v>([^<]*)<""")
UNSOLVED = re.compile(ADDRESS + rb"""(?![^<>]*\st=["']str["'])[^<>]*>""" + FORMULA + rb"""(?:<v\s*/>|<v></v>)?</(?:\w+:)?c>""")
FAULTY = re.compile(rb"""\st=["']e["']""")
CALCULATED = re.compile(rb"<(?:\w+:)?f[\s>/]")
Choice = Callable[[list[Table]], Table]


def from_xlsx(source: bytes, name: str, *, worksheet: str, best: Choice) -> Table:
    """Single parts are read again from the packed copy: to keep them all would double what a large table takes."""
    packed = repacked(unpacked(source))
    with ZipFile(packed) as parts:
        names = parts.namelist()
        if "xl/workbook.xml" not in names:
            raise NotATable(_other_zip(names))
        packed.seek(0)
        table = _read(packed, name, worksheet=worksheet, best=best)
        part = _part_of(table.worksheet, parts)
        _mark_formulas(table.rows, parts.read(part) if part in names else b"")
    return table


def from_xls(source: bytes, name: str, *, worksheet: str, best: Choice) -> Table:
    if "EncryptedPackage".encode("utf-16-le") in source:
        raise Locked
    if "WordDocument".encode("utf-16-le") in source:
        raise NotATable(_("a Word document"))
    return _read(BytesIO(source), name, worksheet=worksheet, best=best)


def _read(source: BytesIO, name: str, *, worksheet: str, best: Choice) -> Table:
    try:
        with CalamineWorkbook.from_filelike(source) as book:
            names = tuple(m.name for m in book.sheets_metadata if m.typ == SheetTypeEnum.WorkSheet and _is_shown(m))
            if worksheet and worksheet not in names:
                raise NoSuchWorksheet(worksheet)
            found = [_table(book, name, one, names) for one in ([worksheet] if worksheet else names)]
    except PasswordError as refusal:
        raise Locked from refusal
    except (CalamineError, OSError) as fault:
        raise Damaged from fault
    tables = [table for table in found if table.rows]
    if not tables:
        raise Empty
    return best(tables)


def _is_shown(worksheet: Any) -> bool:
    return worksheet.visible == SheetVisibleEnum.Visible


def _table(book: CalamineWorkbook, name: str, worksheet: str, worksheets: tuple[str, ...]) -> Table:
    found = book.get_sheet_by_name(worksheet)
    if found.total_height > MAX_ROWS:
        raise TooLong(rows=MAX_ROWS)
    if found.total_width > MAX_COLUMNS:
        raise TooWide(columns=MAX_COLUMNS)
    left = [""] * found.start[1] if found.start else []  # iter_rows keeps the blank rows above, not the blank columns
    same: dict[str, str] = {}  # most cells of a long table say what others say; each text is kept once
    rows = trimmed([[*left, *(same.setdefault(text, text) for text in map(written, row))] for row in found.iter_rows()])
    merges = tuple(Merge(*start, *end) for start, end in found.merged_cell_ranges or ())
    return Table(name, rows, worksheet, worksheets, merges)


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
        return cell.strip()
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


def _part_of(worksheet: str, parts: ZipFile) -> str:
    """The name of the part that holds a table, by way of the workbook's relations."""
    try:
        book = ElementTree.fromstring(parts.read("xl/workbook.xml"))
        relations = ElementTree.fromstring(parts.read("xl/_rels/workbook.xml.rels"))
    except (KeyError, ElementTree.ParseError) as fault:
        raise Damaged from fault
    wanted = next((e.get(RELATIONSHIP) for e in book.iter() if e.tag.endswith("}sheet") and e.get("name") == worksheet), None)
    target = next((e.get("Target", "") for e in relations.iter() if e.get("Id") == wanted), "")
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _mark_formulas(rows: list[list[str]], xml: bytes) -> None:
    """Write into the blank left by the parser that a formula has failed or was never calculated."""
    if FAULTY.search(xml):
        for letters, row, fault in (match.groups() for match in FAULT.finditer(xml)):
            _put(rows, int(row), column_number(letters), fault.decode(errors="replace"))
    if CALCULATED.search(xml):
        for letters, row in (match.groups() for match in UNSOLVED.finditer(xml)):
            _put(rows, int(row), column_number(letters), UNCALCULATED)


def _put(rows: list[list[str]], row: int, column: int, text: str) -> None:
    if row <= len(rows) and column <= len(rows[row - 1]):
        rows[row - 1][column - 1] = text


def _other_zip(names: list[str]) -> str:
    if any(name.startswith("word/") for name in names):
        return _("a Word document")
    if any(name.startswith("ppt/") for name in names):
        return _("a presentation")
    return _("another kind of file")
