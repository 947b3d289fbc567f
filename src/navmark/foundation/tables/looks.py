"""What the looks of a cell tell: a day shown as year and month is known by its month, a cell with a line through it was taken
back, a hidden row is not seen by whoever chose the file.
"""

import re
from dataclasses import dataclass
from typing import Literal
from xml.etree import ElementTree

from .archive import column_number
from .refusals import Damaged
from .table import UNCALCULATED

Precision = Literal["month", "year"]
# Formats that have a number but no code in the file, as Chinese programs show them (ECMA-376 part 1, 18.8.30).
BUILT_IN: dict[str, Precision] = dict.fromkeys(("17", "27", "36", "50", "52", "57"), "month")
NOT_SHOWN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')

ADDRESS = rb"""<(?:\w+:)?c(?=[\s>])(?=[^<>]*\sr=["']([A-Z]+)(\d+)["'])"""
FORMULA = rb"""<(?:\w+:)?f\b(?:[^<>]*/>|[^<>]*>[^<]*</(?:\w+:)?f>)"""
FAULT = re.compile(ADDRESS + rb"""(?=[^<>]*\st=["']e["'])[^<>]*>(?:""" + FORMULA + rb""")?<(?:\w+:)?v>([^<]*)<""")
UNSOLVED = re.compile(ADDRESS + rb"""(?![^<>]*\st=["']str["'])[^<>]*>""" + FORMULA + rb"""(?:<v\s*/>|<v></v>)?</(?:\w+:)?c>""")
STYLED = re.compile(ADDRESS + rb"""(?=[^<>]*\ss=["'](\d+)["'])""")
FAULTY = re.compile(rb"""\st=["']e["']""")
CALCULATED = re.compile(rb"<(?:\w+:)?f[\s>/]")
HIDDEN = rb"""(?=[^<>]*\shidden=["'](?:1|true)["'])"""
HIDDEN_ROW = re.compile(rb"""<(?:\w+:)?row(?=\s)(?=[^<>]*\sr=["'](\d+)["'])""" + HIDDEN)
HIDDEN_COLUMN = re.compile(rb"""<(?:\w+:)?col(?=\s)(?=[^<>]*\smin=["'](\d+)["'])(?=[^<>]*\smax=["'](\d+)["'])""" + HIDDEN)
DAY = re.compile(r"(\d{4})(-\d\d)-\d\d( \d\d:\d\d)?")


@dataclass(frozen=True)
class Styles:
    """Of the styles that cells name by number: those that show less than the day of a date, and those with a line through."""

    precise: dict[bytes, Precision]
    struck: frozenset[bytes]


@dataclass(frozen=True)
class Looks:
    """What cannot be seen in a worksheet, and what is struck out: indices counted from 0."""

    hidden: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    struck: tuple[tuple[int, int], ...] = ()


def styles_of(xml: bytes) -> Styles:
    """Raises Damaged."""
    try:
        root = ElementTree.fromstring(xml)
    except ElementTree.ParseError as fault:
        raise Damaged from fault
    codes = {one.get("numFmtId", ""): one.get("formatCode", "") for one in root.iterfind("{*}numFmts/{*}numFmt")}
    fonts = [_is_struck(font) for font in root.iterfind("{*}fonts/{*}font")]
    precise, struck = {}, set()
    for number, style in enumerate(root.iterfind("{*}cellXfs/{*}xf")):
        shown, font, key = style.get("numFmtId", "0"), int(style.get("fontId", "0")), str(number).encode()
        if precision := shown_precision(codes[shown]) if shown in codes else BUILT_IN.get(shown):
            precise[key] = precision
        if font < len(fonts) and fonts[font]:
            struck.add(key)
    return Styles(precise, frozenset(struck))


def shown_precision(code: str) -> Precision | None:
    """What a format of days leaves out: 'yyyy"年"m"月"' shows the month, "yyyy" the year, "yyyy-mm-dd" all."""
    shown = NOT_SHOWN.sub("", code.split(";")[0]).lower()
    if "y" not in shown or "d" in shown or "h" in shown:
        return None
    return "month" if "m" in shown else "year"


def _is_struck(font: ElementTree.Element) -> bool:
    strike = font.find("{*}strike")
    return strike is not None and strike.get("val", "1") not in ("0", "false")


def look(rows: list[list[str]], xml: bytes, styles: Styles) -> Looks:
    """Write into `rows` what the parser leaves out (faults of formulas, days known by their month); tell what cannot be seen."""
    _mark_formulas(rows, xml)
    struck = []
    if styles.precise or styles.struck:
        for letters, line, style in (match.groups() for match in STYLED.finditer(xml)):
            row, column = int(line) - 1, column_number(letters) - 1
            if row >= len(rows) or column >= len(rows[row]) or not rows[row][column]:
                continue
            if style in styles.precise:
                rows[row][column] = _as_shown(rows[row][column], styles.precise[style])
            if style in styles.struck:
                struck.append((row, column))
    lines = [int(line) - 1 for line in HIDDEN_ROW.findall(xml)]
    width = len(rows[0]) if rows else 0
    spans = [range(int(first) - 1, min(int(last), width)) for first, last in HIDDEN_COLUMN.findall(xml)]
    hidden = tuple(line for line in lines if line < len(rows) and any(rows[line]))
    return Looks(hidden, tuple(column for span in spans for column in span), tuple(struck))


def _as_shown(text: str, precision: Precision) -> str:
    found = DAY.fullmatch(text)
    return text if not found else found[1] + found[2] if precision == "month" else found[1]


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
