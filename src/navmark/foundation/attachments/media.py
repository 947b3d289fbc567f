"""Which files may be attached, known by name and by their first bytes: a name alone proves nothing."""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from navmark.foundation.attachments.heic import BRANDS
from navmark.foundation.attachments.refusals import NotWhatItSays, WrongType

OFFICE = "application/vnd.openxmlformats-officedocument."
SAMPLE = 4096  # bytes looked at
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True)
class Media:
    media_type: str
    fits: Callable[[bytes, IO[bytes]], bool]


def _opens_with(*marks: bytes) -> Callable[[bytes, IO[bytes]], bool]:
    return lambda head, file: head.startswith(marks)


def _holds(part: str) -> Callable[[bytes, IO[bytes]], bool]:
    """An office file that holds this part. Only its list of contents is read, so a bomb is never unpacked."""

    def fits(head: bytes, file: IO[bytes]) -> bool:
        try:
            with zipfile.ZipFile(file) as parts:
                return part in parts.namelist()
        except zipfile.BadZipFile:
            return False

    return fits


def _holds_stream(*names: str) -> Callable[[bytes, IO[bytes]], bool]:
    """An old office file (a compound document) with a stream of one of these names; its directory may stand anywhere in it."""
    marks = tuple(name.encode("utf-16-le") for name in names)

    def fits(head: bytes, file: IO[bytes]) -> bool:
        if not head.startswith(COMPOUND):
            return False
        file.seek(0)
        content = file.read()
        return any(mark in content for mark in marks)

    return fits


def _is_heic(head: bytes, file: IO[bytes]) -> bool:
    return head[4:8] == b"ftyp" and head[8:12] in BRANDS


def _is_text(head: bytes, file: IO[bytes]) -> bool:
    return b"\0" not in head


def _is_sound(head: bytes, file: IO[bytes]) -> bool:
    return head.startswith(b"ID3") or (len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0)


MEDIA = {
    "pdf": Media("application/pdf", _opens_with(b"%PDF-")),
    "jpg": Media("image/jpeg", _opens_with(b"\xff\xd8\xff")),
    "jpeg": Media("image/jpeg", _opens_with(b"\xff\xd8\xff")),
    "png": Media("image/png", _opens_with(b"\x89PNG\r\n\x1a\n")),
    "heic": Media("image/heic", _is_heic),
    "doc": Media("application/msword", _holds_stream("WordDocument")),
    "wps": Media("application/vnd.ms-works", _holds_stream("WordDocument", "WpsCustomData")),
    "ofd": Media("application/ofd", _holds("OFD.xml")),
    "docx": Media(OFFICE + "wordprocessingml.document", _holds("word/document.xml")),
    "xlsx": Media(OFFICE + "spreadsheetml.sheet", _holds("xl/workbook.xml")),
    "pptx": Media(OFFICE + "presentationml.presentation", _holds("ppt/presentation.xml")),
    "txt": Media("text/plain", _is_text),
    "mp3": Media("audio/mpeg", _is_sound),
}


def extension_of(name: str) -> str:
    """The extension, in small letters. Raises WrongType when files of this name are not kept."""
    extension = name.rpartition(".")[2].lower()
    if extension not in MEDIA:
        raise WrongType(known="、".join(MEDIA))
    return extension


def check_content(file: IO[bytes], *, extension: str) -> None:
    """Raises NotWhatItSays when the content does not fit the extension; the file stands at its beginning afterwards."""
    file.seek(0)
    fits = MEDIA[extension].fits(file.read(SAMPLE), file)
    file.seek(0)
    if not fits:
        raise NotWhatItSays(extension=extension)
