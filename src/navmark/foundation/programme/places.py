"""In which line of a file a key stands: the parser of TOML does not say it of what it could read."""

import re
from collections.abc import Sequence

HEADER = re.compile(r"^\s*\[+\s*(?P<path>[^\]]+?)\s*\]+")
KEY = re.compile(r"^\s*(?P<key>[\w.\"'-]+)\s*=")


def line_of(text: str, path: Sequence[str]) -> int:
    """The line of the value at this path, or of the nearest that contains it; counted from 1."""
    where: tuple[str, ...] = ()
    best, line = 0, 1
    for number, words in enumerate(text.splitlines(), start=1):
        if header := HEADER.match(words):
            where = _parts(header["path"])
            found = where
        elif key := KEY.match(words):
            found = (*where, *_parts(key["key"]))
        else:
            continue
        if best < len(found) <= len(path) and tuple(path[: len(found)]) == found:
            best, line = len(found), number
    return line


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip(" \"'") for part in dotted.split("."))
