"""A superior's form filled in: the words stand in its blanks, and everything else of the file stays as it came.

A workbook is changed in the cells alone, inside its archive: what a library would read and write anew (drawings, print areas,
macros' neighbours, the order of styles) is not touched. A document's parts are kept as they are by its library.
"""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from docx import Document
from lxml import etree
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PLAIN_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?")
_SAFE = etree.XMLParser(resolve_entities=False, no_network=True)


def filled(content: bytes, extension: str, words: Mapping[str, str]) -> bytes:
    """The file with these words at these places; a number that is written plainly is one there too."""
    return _workbook(content, words) if extension == "xlsx" else _document(content, words)


def _workbook(content: bytes, words: Mapping[str, str]) -> bytes:
    by_sheet: dict[str, dict[str, str]] = {}
    for place, said in words.items():
        sheet, _mark, cell = place.rpartition("!")
        by_sheet.setdefault(sheet, {})[cell] = said
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        paths = _paths(old)
        changed = {paths[sheet]: cells for sheet, cells in by_sheet.items() if sheet in paths}
        for part in old.infolist():
            data = old.read(part)
            new.writestr(part, _with_cells(data, changed[part.filename]) if part.filename in changed else data)
    return out.getvalue()


def _paths(book: zipfile.ZipFile) -> dict[str, str]:
    """Sheet -> the part of the archive in which it stands."""
    related = etree.fromstring(book.read("xl/_rels/workbook.xml.rels"), _SAFE)
    targets = {one.get("Id"): one.get("Target") for one in related}
    sheets = etree.fromstring(book.read("xl/workbook.xml"), _SAFE).iter(f"{_MAIN}sheet")
    found = {one.get("name"): targets.get(one.get(_RELATED), "") for one in sheets}
    return {name: path.lstrip("/") if path.startswith("/") else f"xl/{path}" for name, path in found.items()}


def _with_cells(part: bytes, cells: Mapping[str, str]) -> bytes:
    root = etree.fromstring(part, _SAFE)
    data = root.find(f"{_MAIN}sheetData")
    for name, said in cells.items():
        _put(_cell(data, name), said)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _cell(data: Any, name: str) -> Any:
    """The cell of this name, made in its place where the file leaves it out."""
    letters, number = coordinate_from_string(name)
    row = _at(data, "row", number, lambda one: int(one.get("r")), {"r": str(number)})
    return _at(row, "c", column_index_from_string(letters), _column, {"r": name})


def _at(parent: Any, tag: str, wanted: int, place: Any, attributes: dict[str, str]) -> Any:
    for position, one in enumerate(parent):
        if place(one) == wanted:
            return one
        if place(one) > wanted:
            made = etree.Element(f"{_MAIN}{tag}", attributes)
            parent.insert(position, made)
            return made
    return etree.SubElement(parent, f"{_MAIN}{tag}", attributes)


def _column(cell: Any) -> int:
    return column_index_from_string(coordinate_from_string(cell.get("r"))[0])


def _put(cell: Any, said: str) -> None:
    for child in list(cell):
        cell.remove(child)
    if _PLAIN_NUMBER.fullmatch(said):
        cell.attrib.pop("t", None)
        etree.SubElement(cell, f"{_MAIN}v").text = said
    else:
        cell.set("t", "inlineStr")
        text = etree.SubElement(etree.SubElement(cell, f"{_MAIN}is"), f"{_MAIN}t")
        text.text = said
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _document(content: bytes, words: Mapping[str, str]) -> bytes:
    document = Document(BytesIO(content))
    for place, said in words.items():
        table, row, column = (int(one) for one in place.split("/"))
        paragraph = document.tables[table].rows[row].cells[column].paragraphs[0]
        if paragraph.runs:
            paragraph.runs[0].text = said
        else:
            paragraph.add_run(said)
    out = BytesIO()
    document.save(out)
    return out.getvalue()
