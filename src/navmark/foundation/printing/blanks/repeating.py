"""Rows put into a sheet: whatever stands below moves down, and whatever names a place below names it where it is now."""

import copy
import re
from typing import Any

from lxml import etree
from openpyxl.formula.tokenizer import Token, Tokenizer

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_CELL = re.compile(r"(\$?[A-Z]{1,3}\$?)(\d+)(?![\d(A-Za-z])")
_PLACES = ("ref", "sqref")  # merged cells, rules of entry, formats by condition, links, filters, the sheet's extent


def repeat_row(root: Any, row: int, times: int) -> None:
    """The row of this number stands there so many times more, above itself, with its look and what is merged in it."""
    data = root.find(f"{MAIN}sheetData")
    template = next(one for one in data if int(one.get("r")) == row)
    merged = [one.get("ref") for one in root.iter(f"{MAIN}mergeCell") if _rows_of(one.get("ref")) == {row}]
    _move(root, row, times)
    at = list(data).index(template)
    for number in range(times):
        data.insert(at + number, _copied(template, row + times, row + number))
    _merge(root, [_CELL.sub(rf"\g<1>{row + number}", ref) for ref in merged for number in range(times)])


def moved(words: str, row: int, times: int) -> str:
    """Every place at or below this row, so many rows further down."""
    return _CELL.sub(lambda found: f"{found[1]}{int(found[2]) + times if int(found[2]) >= row else found[2]}", words)


def moved_formula(words: str, row: int, times: int, *, sheet: str = "") -> str:
    """The same of a formula. `sheet`: only what names a place on it (a formula elsewhere); else only what names no sheet."""
    told = Tokenizer(f"={words}")
    return "".join(_of_token(one, row, times, sheet) for one in told.items)


def _of_token(token: Token, row: int, times: int, sheet: str) -> str:
    if token.type != Token.OPERAND or token.subtype != Token.RANGE:
        return str(token.value)
    named, _mark, place = str(token.value).rpartition("!")
    if named.strip("'") != sheet:
        return str(token.value)
    return f"{named}{_mark}{moved(place, row, times)}"


def _move(root: Any, row: int, times: int) -> None:
    for line in root.find(f"{MAIN}sheetData"):
        number = int(line.get("r"))
        for cell in line:
            if number >= row:
                cell.set("r", moved(cell.get("r"), row, times))
            if (formula := cell.find(f"{MAIN}f")) is not None and formula.text:
                formula.text = moved_formula(formula.text, row, times)
        if number >= row:
            line.set("r", str(number + times))
    for one in root.iter():
        for name in _PLACES:
            if one.get(name):
                one.set(name, moved(one.get(name), row, times))


def _copied(template: Any, row: int, to: int) -> Any:
    """Without words and formulas: the look alone."""
    made = copy.deepcopy(template)
    made.set("r", str(to))
    for cell in made:
        cell.set("r", cell.get("r").replace(str(row), str(to)))
        cell.attrib.pop("t", None)
        for child in list(cell):
            cell.remove(child)
    return made


def _rows_of(ref: str) -> set[int]:
    return {int(number) for _column, number in _CELL.findall(ref)}


def _merge(root: Any, refs: list[str]) -> None:
    there = root.find(f"{MAIN}mergeCells")
    for ref in refs:
        etree.SubElement(there, f"{MAIN}mergeCell", {"ref": ref})
    if refs:
        there.set("count", str(len(there)))


def move_chain(root: Any, sheet: str, row: int, times: int) -> None:
    """The order of calculation, which names each cell with a formula; a sheet by its number, left out where it is as before."""
    last = ""
    for cell in root.iter(f"{MAIN}c"):
        last = cell.get("i", last)
        if last == sheet:
            cell.set("r", moved(cell.get("r"), row, times))
