"""A superior's form filled in: the words stand in its blanks, lists in their rows, and everything else of it stays as it came.

Both kinds of file are changed inside their archive: what a library would read and write anew (drawings, print areas, styles,
macros' neighbours) is not touched, byte for byte.
"""

import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

from lxml import etree
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string, get_column_letter

from navmark.pillars.demonstration.superior_forms.areas import RowArea
from navmark.pillars.demonstration.superior_forms.documents import document_filled
from navmark.pillars.demonstration.superior_forms.sheets import MAIN, chain_moved, moved_formula, repeat_row

Lists = Sequence[tuple[RowArea, Sequence[Mapping[int, str]]]]  # each area with its rows: column -> words
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PLAIN_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?")
_SAFE = etree.XMLParser(resolve_entities=False, no_network=True)
_BOOK, _CHAIN = "xl/workbook.xml", "xl/calcChain.xml"


def filled(content: bytes, extension: str, words: Mapping[str, str], lists: Lists = ()) -> bytes:
    """The file with these words at these places; a number that is written plainly is one there too."""
    if extension == "docx":
        return document_filled(content, words, lists)
    with zipfile.ZipFile(BytesIO(content)) as old:
        book = _OpenedBook(old)
        for place, said in words.items():
            sheet, _mark, cell = place.rpartition("!")
            _put(_cell(book.sheet(sheet), cell), said)
        for area, rows in sorted(lists, key=lambda one: -one[0].first):  # the lower first: the upper moves it down
            _fill_rows(book, area, rows)
        return _rewritten(old, book.parts())


def _rewritten(old: zipfile.ZipFile, changed: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part, changed.get(part.filename) or old.read(part))
    return out.getvalue()


class _OpenedBook:
    """The parts of a workbook that were opened to be changed."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive, self._open = archive, dict[str, Any]()
        self._book = etree.fromstring(archive.read(_BOOK), _SAFE)
        related = etree.fromstring(archive.read("xl/_rels/workbook.xml.rels"), _SAFE)
        targets = {one.get("Id"): one.get("Target") for one in related}
        self._sheets = list(self._book.iter(f"{MAIN}sheet"))
        paths = {one.get("name"): targets.get(one.get(_RELATED), "") for one in self._sheets}
        self._paths = {name: path.lstrip("/") if path.startswith("/") else f"xl/{path}" for name, path in paths.items()}
        self._chain = b""
        self._has_moved = False

    def sheet(self, name: str) -> Any:
        path = self._paths[name]
        if path not in self._open:
            self._open[path] = etree.fromstring(self._archive.read(path), _SAFE)
        return self._open[path]

    def repeat(self, name: str, row: int, times: int) -> None:
        """A row of a sheet; names and formulas anywhere in the book follow."""
        repeat_row(self.sheet(name), row, times)
        self._has_moved |= _renamed(self._book.iter(f"{MAIN}definedName"), row, times, sheet=name)
        for path in {path for other, path in self._paths.items() if other != name}:
            root = self._open.get(path, etree.fromstring(self._archive.read(path), _SAFE))
            if _renamed(root.iter(f"{MAIN}f"), row, times, sheet=name):
                self._open[path] = root
        if _CHAIN in self._archive.namelist():
            number = next(one.get("sheetId") for one in self._sheets if one.get("name") == name)
            self._chain = chain_moved(self._chain or self._archive.read(_CHAIN), number, row, times)

    def parts(self) -> dict[str, bytes]:
        changed = self._open | ({_BOOK: self._book} if self._has_moved else {})
        written = {path: _written(root) for path, root in changed.items()}
        return written | ({_CHAIN: self._chain} if self._chain else {})


def _written(root: Any) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _renamed(formulas: Iterable[Any], row: int, times: int, *, sheet: str) -> bool:
    """Whether any of them named a place that has moved."""
    changed = False
    for one in formulas:
        told = moved_formula(one.text or "", row, times, sheet=sheet)
        changed |= told != (one.text or "")
        one.text = told
    return changed


def _fill_rows(book: _OpenedBook, area: RowArea, rows: Sequence[Mapping[int, str]]) -> None:
    sheet = book.sheet(area.table)
    if (more := len(rows) - area.rows) > 0:
        _cell(sheet, f"{get_column_letter(area.columns[0][0])}{area.last}")  # a row that the file leaves out
        book.repeat(area.table, area.last, more)
    for number, row in enumerate(rows, start=area.first):
        for column, said in row.items():
            _put(_cell(sheet, f"{get_column_letter(column)}{number}"), said)


def _cell(root: Any, name: str) -> Any:
    """The cell of this name, made in its place where the file leaves it out."""
    letters, number = coordinate_from_string(name)
    row = _at(root.find(f"{MAIN}sheetData"), "row", number, lambda one: int(one.get("r")), {"r": str(number)})
    return _at(row, "c", column_index_from_string(letters), _column, {"r": name})


def _at(parent: Any, tag: str, wanted: int, place: Any, attributes: dict[str, str]) -> Any:
    for position, one in enumerate(parent):
        if place(one) == wanted:
            return one
        if place(one) > wanted:
            made = etree.Element(f"{MAIN}{tag}", attributes)
            parent.insert(position, made)
            return made
    return etree.SubElement(parent, f"{MAIN}{tag}", attributes)


def _column(cell: Any) -> int:
    return column_index_from_string(coordinate_from_string(cell.get("r"))[0])


def _put(cell: Any, said: str) -> None:
    for child in list(cell):
        cell.remove(child)
    if _PLAIN_NUMBER.fullmatch(said):
        cell.attrib.pop("t", None)
        etree.SubElement(cell, f"{MAIN}v").text = said
    else:
        cell.set("t", "inlineStr")
        text = etree.SubElement(etree.SubElement(cell, f"{MAIN}is"), f"{MAIN}t")
        text.text = said
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
