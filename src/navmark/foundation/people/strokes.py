"""姓氏笔画: the order in which names are read out.

Names stand by the surname's strokes; of one surname, single given names come first; then each character counts by its strokes.
Characters of as many strokes stand by what their strokes are in writing order (横竖撇点折). Common characters are listed with
their strokes; of all others the Unicode data tells how many, and they follow the listed ones of that number.
"""

import re
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

TABLE = Path(__file__).with_name("strokes.txt")
LONGEST = 120  # what `Person.sort_key` holds; two names alike for twenty characters are not told apart
UNCOUNTED = 99
LAST = 0x3FFFF  # no Han character stands beyond this plane
LISTED = re.compile(r'"(.)":(\d+)')
RARE = 0x20000  # from here on all are Han characters, also those younger than this Python
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
COMPOUND = frozenset(Path(__file__).with_name("compound_surnames.txt").read_text(encoding="utf-8").split())


@cache
def places() -> dict[str, str]:
    """Character -> its place: how many strokes, then where it stands among those of as many."""
    found: dict[str, str] = {}
    passed: dict[int, int] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        strokes, characters = line.split()
        for character in characters:
            rank = passed[len(strokes)] = passed.get(len(strokes), -1) + 1
            found[character] = f"{len(strokes):02d}{_in_36(rank, 3)}"
    return found


@cache
def _counts() -> bytes:
    """At each code point, how many strokes; 0 for none. Read when a name first needs it, a byte a character."""
    listed = Path(str(distribution("strokes").locate_file("data/strokeCount.json"))).read_text(encoding="utf-8")
    counts = bytearray(LAST + 1)
    for found in LISTED.finditer(listed):
        counts[ord(found[1])] = int(found[2])
    return bytes(counts)


def stroke_count(character: str) -> int | None:
    """None for what is not written in strokes."""
    if place := places().get(character):
        return int(place[:2])
    return _counts()[ord(character)] or None if ord(character) <= LAST else None


@cache
def _place(character: str) -> str:
    return places().get(character) or f"{stroke_count(character) or UNCOUNTED:02d}z{_in_36(ord(character.lower()), 4)}"


def sort_key(name: str) -> str:
    """What `Person.sort_key` holds: names compare by it as they are read out."""
    letters = "".join(character for character in name if character.isalnum() or ord(character) >= RARE)
    length = 2 if letters[:2] in COMPOUND and len(letters) > 2 else 1
    surname, given = letters[:length], letters[length:]
    is_compound, is_single = len(surname) > 1, len(given) < 2
    first, *rest = [*map(_place, surname)] or [""]
    return "".join((first, str(int(is_compound)), *rest, str(int(not is_single)), *map(_place, given)))[:LONGEST]


def _in_36(number: int, width: int) -> str:
    digits = ""
    for _ in range(width):
        number, digit = divmod(number, 36)
        digits = DIGITS[digit] + digits
    return digits
