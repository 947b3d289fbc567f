"""Text tables: .csv of several programs and countries, and what people paste from a web page or a table."""

import csv
import re
from collections.abc import Iterable
from io import StringIO
from itertools import islice

from django.utils.translation import gettext as _

from .aligned import aligned_rows
from .guards import unguarded
from .refusals import Empty, NotATable, TooLong
from .spreadsheets import trimmed
from .table import MAX_ROWS, Table

MARKS = "\t,;|，"
BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1e\ufffe\uffff]")
QUOTED = re.compile(r'"[^"\n]*"')
BESIDE_MARK = re.compile(r"[ \t]+(?=[,;|，])|(?<=[,;|，])[ \t]+")
SAMPLE = 20  # lines that decide which mark divides the columns


def from_bytes(source: bytes, name: str) -> Table:
    return from_text(decoded(source), name)


def decoded(source: bytes) -> str:
    """UTF-8, UTF-16 with its mark, or GB18030 (which WPS and Excel write in China)."""
    if source.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\0" in source[:1000]:
        encodings = ["utf-16-le"]
    else:
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            text = source.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not BINARY.search(text):
            return text
    raise NotATable(_("another kind of file"))


def from_text(text: str, name: str) -> Table:
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    mark = _mark(line for line in lines.split("\n") if line.strip())
    rows = trimmed(_marked_rows(lines, mark) if mark else _aligned_rows(lines))
    if not rows:
        raise Empty
    return Table(name, rows)


def _mark(lines: Iterable[str]) -> str:
    """The mark that most lines hold, and most often; none when columns are set apart by blanks.

    A tab inside quotes or beside another mark guards a number and divides nothing.
    """
    sample = [BESIDE_MARK.sub("", QUOTED.sub("", line)) for line in islice(lines, SAMPLE)]
    held = {mark: sorted(line.count(mark) for line in sample) for mark in MARKS}
    weights = {mark: (sum(map(bool, counts)), counts[len(counts) // 2]) for mark, counts in held.items() if counts}
    best = max(weights, key=weights.__getitem__, default="")
    return best if best and weights[best][1] else ""


def _marked_rows(text: str, mark: str) -> list[list[str]]:
    """A stray quotation mark (their number is odd) is an ordinary character, so that it does not swallow the rest."""
    is_quoted = text.count('"') % 2 == 0
    reader = csv.reader(StringIO(text), delimiter=mark, quoting=csv.QUOTE_MINIMAL if is_quoted else csv.QUOTE_NONE)
    try:
        rows = [[unguarded(cell) for cell in row] for row in islice(reader, MAX_ROWS + 1)]
    except csv.Error as fault:
        raise NotATable(_("another kind of file")) from fault
    if len(rows) > MAX_ROWS:
        raise TooLong(rows=MAX_ROWS)
    return rows


def _aligned_rows(text: str) -> list[list[str]]:
    lines = text.rstrip().split("\n")
    if len(lines) > MAX_ROWS:
        raise TooLong(rows=MAX_ROWS)
    return aligned_rows(lines)
