"""Photographs of newer phones (.heic): what the phone wrote into them is blanked where it stands.

Such a file is a box of boxes; its `meta` box lists items (the picture's tiles, Exif, XMP) and where each lies. The items of
traces are overwritten with noughts, so that nothing else moves. A box that a picture does not need is blanked, and what lies
behind them is left out.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from navmark.foundation.attachments.broken import Broken

BRANDS = (b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1")
NEEDED = (b"ftyp", b"meta", b"mdat", b"idat")
TRACES = (b"Exif", b"mime")  # mime: XMP


@dataclass(frozen=True)
class _Box:
    kind: bytes
    start: int
    inside: int
    end: int


class _Numbers:
    """Numbers of the file one after the other. Raises Broken beyond the end."""

    def __init__(self, content: bytes, place: int) -> None:
        self.content, self.place = content, place

    def number(self, size: int) -> int:
        piece = self.content[self.place : self.place + size]
        if len(piece) < size:
            raise Broken
        self.place += size
        return int.from_bytes(piece)


def heic_without_traces(content: bytes) -> bytes:
    """The same picture. Raises Broken."""
    boxes = list(_boxes(content, 0, len(content)))
    meta = next((box for box in boxes if box.kind == b"meta"), None)
    if meta is None or not boxes or boxes[0].kind != b"ftyp":
        raise Broken
    inner = {box.kind: box for box in _boxes(content, meta.inside + 4, meta.end)}
    if b"iinf" not in inner or b"iloc" not in inner:
        raise Broken
    traces = set(_traces(content, inner[b"iinf"]))
    clean = bytearray(content)
    for item, start, length in _places(content, inner[b"iloc"], inner.get(b"idat")):
        if item in traces:
            clean[start : start + length] = bytes(min(length, len(clean) - start))
    for box in boxes:
        if box.kind not in NEEDED:
            clean[box.start + 4 : box.start + 8] = b"free"
            clean[box.inside : box.end] = bytes(box.end - box.inside)
    return bytes(clean[: boxes[-1].end])


def _boxes(content: bytes, place: int, end: int) -> Iterator[_Box]:
    while place + 8 <= end:
        size, kind = struct.unpack_from(">I4s", content, place)
        inside = place + 8
        if size == 1:
            size, inside = _Numbers(content, inside).number(8), inside + 8
        size = size or end - place
        if size < inside - place or place + size > end:
            raise Broken
        yield _Box(kind, place, inside, place + size)
        place += size


def _traces(content: bytes, listed: _Box) -> Iterator[int]:
    """The numbers of the items that say something about the photograph, not what is on it."""
    reader = _Numbers(content, listed.inside)
    reader.number(2 if reader.number(4) >> 24 == 0 else 4)  # how many there are
    for box in _boxes(content, reader.place, listed.end):
        entry = _Numbers(content, box.inside)
        number = entry.number(2 if entry.number(4) >> 24 < 3 else 4)
        entry.number(2)
        if entry.number(4).to_bytes(4) in TRACES:
            yield number


def _places(content: bytes, located: _Box, stored: _Box | None) -> Iterator[tuple[int, int, int]]:
    """Item, where a piece of it lies in the file, how long it is."""
    reader = _Numbers(content, located.inside)
    version = reader.number(4) >> 24
    sizes = reader.number(2)
    offset_size, length_size, base_size = sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15
    index_size = sizes & 15 if version else 0
    for _ in range(reader.number(2 if version < 2 else 4)):
        item = reader.number(2 if version < 2 else 4)
        is_stored = version > 0 and reader.number(2) & 15 == 1  # in the box `idat`, not in the file at large
        reader.number(2)
        base = reader.number(base_size) + (stored.inside if is_stored and stored else 0)
        for _ in range(reader.number(2)):
            reader.number(index_size)
            offset, length = reader.number(offset_size), reader.number(length_size)
            yield item, base + offset, length
