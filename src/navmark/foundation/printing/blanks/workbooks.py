"""A workbook filled in: its cells and its lists. Written anew are only sheets that change, and what names a place that moved."""

import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

from lxml import etree
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string, get_column_letter

from navmark.foundation.printing.blanks.areas import Lists, RowArea
from navmark.foundation.printing.blanks.parts import opened, written
from navmark.foundation.printing.blanks.repeating import MAIN, move_chain, moved_formula, repeat_row

_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PLAIN_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?")
_BOOK, _RELATIONS, _CHAIN = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/calcChain.xml"


def changed_parts(content: bytes, words: Mapping[str, str], lists: Lists) -> dict[str, bytes]:
    """Name of the part -> its content."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        book = _OpenedBook(archive)
        for place, said in words.items():
            sheet, _mark, cell = place.rpartition("!")
            _put(_cell(book.sheet(sheet), cell), said)
        for area, rows in sorted(lists, key=lambda one: -one[0].first):  # the lower first: the upper moves it down
            _fill_rows(book, area, rows)
        return {path: written(root) for path, root in book.changed.items()}


class _OpenedBook:
    """`changed`: the parts that are to be written anew."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.changed: dict[str, Any] = {}
        targets = {one.get("Id"): one.get("Target") for one in self._part(_RELATIONS)}
        sheets = list(self._part(_BOOK).iter(f"{MAIN}sheet"))
        self._numbers = {one.get("name"): one.get("sheetId") for one in sheets}
        paths = {one.get("name"): targets.get(one.get(_RELATED), "") for one in sheets}
        self._paths = {name: path.lstrip("/") if path.startswith("/") else f"xl/{path}" for name, path in paths.items()}

    def _part(self, path: str) -> Any:
        return self.changed[path] if path in self.changed else opened(self._archive.read(path))

    def sheet(self, name: str) -> Any:
        return self.changed.setdefault(self._paths[name], self._part(self._paths[name]))

    def repeat(self, name: str, row: int, times: int) -> None:
        """A row of a sheet; names and formulas anywhere in the book follow."""
        repeat_row(self.sheet(name), row, times)
        for path in {_BOOK, *self._paths.values()} - {self._paths[name]}:
            root = self._part(path)
            if _renamed(root.iter(f"{MAIN}definedName", f"{MAIN}f"), row, times, sheet=name):
                self.changed[path] = root
        if _CHAIN in self._archive.namelist():
            self.changed[_CHAIN] = chain = self._part(_CHAIN)
            move_chain(chain, self._numbers[name], row, times)


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
