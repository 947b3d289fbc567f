"""Which part of an .xlsx holds what. Programs differ: parts named with backslashes, a workbook.xml under another name, the
namespaces of strict OOXML.
"""

import re
from xml.etree import ElementTree
from zipfile import ZipFile

from .looks import Styles, styles_of
from .refusals import Damaged

BOOK, BOOK_RELATIONS, STYLES = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"
FROM_1904 = re.compile(rb"""<(?:\w+:)?workbookPr\b[^<>]*\sdate1904=["'](?:1|true)["']""")
START = rb"""<Relationship\b(?=[^<>]*\sType=["'][^"']*/officeDocument["'])"""
STARTS = re.compile(START + rb"""[^<>]*\sTarget=["']/?xl/([\w.-]+\.xml)["']""")


def usual_names(contents: dict[str, bytes]) -> dict[str, bytes]:
    """The parts under the names that parsers look for."""
    named = {name.replace("\\", "/"): content for name, content in contents.items()}
    start = STARTS.search(named.get("_rels/.rels", b""))
    book = start[1].decode() if start else ""
    if BOOK in named or f"xl/{book}" not in named:
        return named
    moved = {f"xl/{book}": BOOK, f"xl/_rels/{book}.rels": BOOK_RELATIONS}
    return {moved.get(name, name): content for name, content in named.items()}


def worksheet_parts(parts: ZipFile) -> dict[str, str]:
    """Worksheet -> the part that holds it, by way of the workbook's relations. Raises Damaged."""
    try:
        book = ElementTree.fromstring(parts.read(BOOK))
        relations = ElementTree.fromstring(parts.read(BOOK_RELATIONS))
    except (KeyError, ElementTree.ParseError) as fault:
        raise Damaged from fault
    targets = {one.get("Id"): one.get("Target", "") for one in relations.iter()}
    leaves = [one for one in book.iter() if one.tag.endswith("}sheet")]
    return {leaf.get("name", ""): _path(targets.get(_relation(leaf), "")) for leaf in leaves}


def _relation(leaf: ElementTree.Element) -> str:
    return next((value for name, value in leaf.attrib.items() if name.endswith("/relationships}id")), "")


def _path(target: str) -> str:
    target = target.replace("\\", "/")
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def styles_in(parts: ZipFile) -> Styles:
    return styles_of(parts.read(STYLES)) if STYLES in parts.namelist() else Styles({}, frozenset())


def counts_from_1904(parts: ZipFile) -> bool:
    return bool(FROM_1904.search(parts.read(BOOK)))
