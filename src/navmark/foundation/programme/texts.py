"""The files of a programme as texts by name, and the zip in which they leave and come."""

import stat
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError

from navmark.foundation.programme.refusals import NoProgramme, TooMuch

Texts = Mapping[str, str]  # "experience/flag_speech.toml" -> what stands there
HEAD = "programme.toml"
MOMENT = (1980, 1, 1, 0, 0, 0)  # the same programme gives the same bytes
MOST_FILES, MOST_BYTES = 300, 2 * 2**20


def texts_in(folder: Path) -> Texts:
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.toml"))}


def zipped(texts: Texts) -> bytes:
    """The head first, then the pages by pillar and name."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name in sorted(texts, key=lambda name: (name != HEAD, name)):
            entry = ZipInfo(name, MOMENT)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, texts[name].encode())
    return out.getvalue()


def unzipped(source: bytes) -> Texts:
    """Of a zip that may hold them in a folder of its own, as an office program packs it. Raises NoProgramme, TooMuch."""
    try:
        with ZipFile(BytesIO(source)) as archive:
            parts = [part for part in archive.infolist() if part.filename.endswith(".toml") and "__MACOSX" not in part.filename]
            if len(parts) > MOST_FILES or sum(part.file_size for part in parts) > MOST_BYTES:
                raise TooMuch
            found = {part.filename.replace("\\", "/"): archive.read(part).decode("utf-8-sig") for part in parts}
    except (BadZipFile, ZlibError, EOFError, NotImplementedError, OSError, RuntimeError, ValueError) as wrong:
        raise NoProgramme from wrong
    head = min((name for name in found if name.rpartition("/")[2] == HEAD), key=len, default=None)
    if head is None:
        raise NoProgramme
    outer = head.removesuffix(HEAD)
    return {name.removeprefix(outer): text.replace("\r\n", "\n") for name, text in found.items() if name.startswith(outer)}
