"""Names of files that Windows, WPS and a mail program all accept."""

import re
import unicodedata
from datetime import date

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+')
_LONGEST = 80  # characters; ext4 counts bytes, and a Chinese character has three or four


def filename(title: str, extension: str, *, on: date | None = None) -> str:
    """For example `2026-11-20 支委会记录.pdf`."""
    words = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", title))
    stem = " ".join([*([on.isoformat()] if on else []), *words.split()])[: _LONGEST - 1 - len(extension)]
    while len(stem.encode()) > 240 - len(extension):
        stem = stem[:-1]
    return f"{stem.strip(' .') or 'navmark'}.{extension}"
