"""A JPEG and a PNG as phones write them, made by hand: one grey square, and what nobody should see around it."""

import struct
import zlib

PIXELS = b"\x2b\xff\x00\xff\xd0\x7f"  # a byte ff and a restart, neither of which ends the scan
FILM = b"\0\0\0\x18ftypmp42 GPS of the film"


def segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def exif(orientation: int, *, order: str = ">") -> bytes:
    """A directory of maker, orientation and the place."""
    entries = [(0x010F, 2, 4, b"Fone"), (0x0112, 3, 1, struct.pack(f"{order}HH", orientation, 0)), (0x8825, 4, 1, b"\0\0\0\x40")]
    directory = b"".join(struct.pack(f"{order}HHI", *entry[:3]) + entry[3] for entry in entries)
    head = (b"MM" if order == ">" else b"II") + struct.pack(f"{order}HIH", 42, 8, len(entries))
    return segment(0xE1, b"Exif\0\0" + head + directory + bytes(4) + b"GPS 31.2304 121.4737 2026:11:20 16:30:00")


def a_jpeg(orientation: int = 6, *, order: str = ">") -> bytes:
    return b"".join([
        b"\xff\xd8", segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0"), exif(orientation, order=order),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0GPS"), segment(0xE2, b"ICC_PROFILE\0\1\1profile"),
        segment(0xE2, b"MPF\0GPS"), segment(0xED, b"Photoshop 3.0\0GPS"), segment(0xEE, b"Adobe\0\x64\0\0\0\0\1"),
        segment(0xFE, b"GPS in a comment"), segment(0xDB, b"\0" + b"\x10" * 64), segment(0xC2, b"\x08\0\x08\0\x08\1\1\x11\0"),
        segment(0xC4, b"\0" + bytes(16)),
        segment(0xDA, b"\1\1\0\0\0\0") + PIXELS, segment(0xFE, b"GPS between scans"), segment(0xDA, b"\1\1\0\1\x3f\0") + PIXELS,
        b"\xff\xff\xd9", FILM,
    ])  # fmt: skip


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def a_png() -> bytes:
    return b"".join([
        b"\x89PNG\r\n\x1a\n", chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)), chunk(b"gAMA", b"\0\0\xb1\x8f"),
        chunk(b"tEXt", b"Comment\0GPS"), chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0GPS"), chunk(b"eXIf", b"MM\0*GPS"),
        chunk(b"tIME", b"\x07\xea\x0b\x14\x10\x1e\0"), chunk(b"IDAT", zlib.compress(b"\0\x80")), chunk(b"IEND", b""), FILM,
    ])  # fmt: skip


def box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", len(body) + 8, kind) + body


TILE, PLACE = b"tiles of a grey square", b"\0\0\0\6Exif\0\0MM\0* GPS 31.2304 121.4737 Fone"


def a_heic() -> bytes:
    """Two items, the picture and its Exif, both in `mdat`; then a box that a maker added."""
    listed = b"".join(
        box(b"infe", b"\2\0\0\0" + struct.pack(">HH4s", number, 0, kind) + b"\0") for number, kind in ((1, b"hvc1"), (2, b"Exif"))
    )
    first = box(b"ftyp", b"heic\0\0\0\0mif1heic")
    meta_size = 8 + 4 + (8 + 4 + 2 + len(listed)) + (8 + 4 + 2 + 2 + 2 * 14)
    start = len(first) + meta_size + 8
    located = b"".join(
        struct.pack(">HHHII", number, 0, 1, place, length)
        for number, place, length in ((1, start, len(TILE)), (2, start + len(TILE), len(PLACE)))
    )
    iinf = box(b"iinf", b"\0\0\0\0" + struct.pack(">H", 2) + listed)
    iloc = box(b"iloc", b"\0\0\0\0\x44\0" + struct.pack(">H", 2) + located)
    return first + box(b"meta", b"\0\0\0\0" + iinf + iloc) + box(b"mdat", TILE + PLACE) + box(b"uuid", b"GPS of the maker")
