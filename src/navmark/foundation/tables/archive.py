"""An .xlsx is a zip of XML that anybody could have made: it is unpacked within limits before a parser sees it.

Only XML parts are kept (photographs in a table count for nothing), repacked without compression, so that the parser reads
exactly the bytes that were checked. A parser lays a table out as a rectangle: one cell at XFD1048576 would take all memory,
hence the look at how far each table reaches.
"""

import re
from io import BytesIO
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError

from .refusals import Damaged, Protected, Swollen, TableRefused, TooLong, TooWide
from .table import MAX_COLUMNS, MAX_ROWS

MAX_UNPACKED = 120 * 2**20
MAX_RATIO = 200
HARMLESS = 10 * 2**20  # no ratio is suspicious below this size
MAX_PARTS = 2000

# Each pattern looks no further than one tag, and no honest tag is long: nobody can make the search itself take for ever.
CELL = re.compile(rb"""<(?:\w+:)?c(?=[\s>])(?:[^<>]*?\sr=["']([A-Za-z]+)(\d+)["'])?[^<>]*(?<!/)>""")
ROW = re.compile(rb"""<(?:\w+:)?row\b(?:[^<>]*?\sr=["'](\d+)["'])?""")
LONG_TAG = re.compile(rb"<(?:\w+:)?(?:c|row)\s[^<>]{500}")


def unpacked(source: bytes) -> dict[str, bytes]:
    """The XML parts of the zip by name. Raises Damaged, Locked, Swollen, TooLong or TooWide."""
    try:
        with ZipFile(BytesIO(source)) as archive:
            parts = [part for part in archive.infolist() if part.filename.endswith((".xml", ".rels"))]
            _weigh(len(archive.infolist()), sum(part.file_size for part in parts), sum(part.compress_size for part in parts))
            contents = {part.filename: archive.read(part) for part in parts}
    except TableRefused:
        raise
    except (BadZipFile, ZlibError, EOFError, NotImplementedError, OSError, ValueError) as fault:
        raise Damaged from fault
    except RuntimeError as fault:  # zipfile's word for an encrypted member
        raise Protected from fault
    for content in contents.values():
        _measure(content)
    return contents


def repacked(contents: dict[str, bytes]) -> BytesIO:
    stored = BytesIO()
    with ZipFile(stored, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    stored.seek(0)
    return stored


def _weigh(count: int, size: int, packed: int) -> None:
    if count > MAX_PARTS or size > MAX_UNPACKED or (size > HARMLESS and size > packed * MAX_RATIO):
        raise Swollen


def _measure(xml: bytes) -> None:
    if b"\0" in xml:  # UTF-16, which no office program writes and which would hide from the patterns above
        raise Damaged
    if b"sheetData" not in xml:
        return
    if LONG_TAG.search(xml):
        raise Damaged
    rows, columns = reach(xml)
    if rows > MAX_ROWS:
        raise TooLong(rows=MAX_ROWS)
    if columns > MAX_COLUMNS:
        raise TooWide(columns=MAX_COLUMNS)


def reach(xml: bytes) -> tuple[int, int]:
    """How far down and to the right the filled cells of a worksheet go. Cells without an address count by their place."""
    bottom, letters, unaddressed = 0, set(), False
    for letter, row in (match.groups() for match in CELL.finditer(xml)):
        if letter is None:
            unaddressed = True
            continue
        letters.add(letter)
        bottom = max(bottom, int(row))
    right = max(map(column_number, letters), default=0)
    if unaddressed:
        bottom = max(bottom, _last_row(xml))
        right = max(right, *(len(CELL.findall(row)) for row in xml.split(b"<row")))
    return bottom, right


def _last_row(xml: bytes) -> int:
    """At most this row: the highest row named, and all the unnamed ones below it."""
    named = [int(match[1] or 0) for match in ROW.finditer(xml)]
    return max(named, default=0) + named.count(0)


def column_number(letters: bytes) -> int:
    """A is 1, Z 26, AA 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
