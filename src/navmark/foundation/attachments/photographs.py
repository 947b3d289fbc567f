"""Photographs without what the phone wrote into them: place, moment, device, a thumbnail of what was cropped away.

The picture itself is not touched: the pieces of the file that a picture needs are kept and all others left out, also what hangs
behind its end, where phones put a short film with the place in it. How the camera was held stays, or a portrait would lie down.
"""

import re
import struct
from collections.abc import Callable, Iterator

from navmark.foundation.attachments.broken import Broken
from navmark.foundation.attachments.heic import heic_without_traces

EXIF = b"Exif\0\0"
ORIENTATION = 0x0112
APP0, APP1, APP2, APP14, APP15 = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF
COMMENT, SCAN, END = 0xFE, 0xDA, 0xD9
# JFIF, the colour profile and Adobe's colour transform say how the pixels are to be read.
NEEDED = {APP0: b"JFIF\0", APP2: b"ICC_PROFILE\0", APP14: b"Adobe"}
CHUNKS = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sRGB", b"sBIT", b"bKGD", b"pHYs"}
_FILLERS = re.compile(rb"\xff+(?=\xff)")
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")  # within a scan, ff00 is a byte and ffd0 to ffd7 restart it


def jpeg_without_traces(content: bytes) -> bytes:
    """The same picture. Raises Broken."""
    return content[:2] + b"".join(_kept(marker, piece) for marker, piece in _segments(content))


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """(marker, the piece with its marker) up to the picture's end; a scan's piece holds its pixels."""
    place = 2
    while True:
        if fillers := _FILLERS.match(content, place):
            place = fillers.end()
        head = content[place : place + 4]
        if head[:2] == bytes((0xFF, END)):
            yield END, head[:2]
            return
        length = int.from_bytes(head[2:])
        if len(head) < 4 or head[0] != 0xFF or length < 2:
            raise Broken
        end = place + 2 + length
        if head[1] == SCAN:
            following = _MARKER.search(content, end)
            if following is None:
                raise Broken
            end = following.start()
        yield head[1], content[place:end]
        place = end


def _kept(marker: int, piece: bytes) -> bytes:
    if marker == APP1 and piece[4:10] == EXIF:
        return _held(_orientation(piece[10:]))
    if APP0 <= marker <= APP15 or marker == COMMENT:
        return piece if marker in NEEDED and piece[4:].startswith(NEEDED[marker]) else b""
    return piece


def _orientation(tiff: bytes) -> int:
    """How the camera was held, 1 (upright) to 8."""
    order = ">" if tiff[:2] == b"MM" else "<"
    try:
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        for number in range(count):
            tag, _type, _count, value = struct.unpack_from(f"{order}HHIH", tiff, start + 2 + 12 * number)
            if tag == ORIENTATION and 1 <= value <= 8:
                return value
    except struct.error:  # a directory that leads nowhere says nothing
        pass
    return 1


def _held(orientation: int) -> bytes:
    """An Exif segment with this one entry; nothing when the camera stood upright."""
    if orientation == 1:
        return b""
    tiff = b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, ORIENTATION, 3, 1, orientation, 0, 0)
    return struct.pack(">BBH", 0xFF, APP1, 2 + len(EXIF) + len(tiff)) + EXIF + tiff


def png_without_traces(content: bytes) -> bytes:
    """The same picture. Raises Broken."""
    kept, place = [content[:8]], 8
    while True:
        name = content[place + 4 : place + 8]
        end = place + 12 + int.from_bytes(content[place : place + 4])
        if end > len(content):
            raise Broken
        if name in CHUNKS:
            kept.append(content[place:end])
        if name == b"IEND":
            return b"".join(kept)
        place = end


WITHOUT_TRACES: dict[str, Callable[[bytes], bytes]] = {
    "jpg": jpeg_without_traces,
    "jpeg": jpeg_without_traces,
    "png": png_without_traces,
    "heic": heic_without_traces,
}
