"""姓氏笔画: the order in which names are read out.

The table lists common surnames; a surname that is not in it stands after all that are, by code point. A compound surname
(欧阳, 司马) stands by its first character, as on printed lists, so it needs no entry of its own.
"""

from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("surnames.txt")
UNKNOWN = "99"


@cache
def places() -> dict[str, str]:
    """Surname -> its place: strokes, first stroke, position among those."""
    found = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        count, first, surnames = line.split()
        for position, surname in enumerate(surnames):
            found[surname] = f"{int(count):02d}{'横竖撇点折'.index(first)}{position:02d}"
    return found


def stroke_count(surname: str) -> int | None:
    """Strokes of a surname's first character, or None when the table does not know it."""
    place = places().get(surname[:1])
    return int(place[:2]) if place else None


def sort_key(name: str) -> str:
    """What `Person.sort_key` holds: names compare by it as they are read out."""
    name = name.strip()
    return f"{places().get(name[:1], UNKNOWN)}{name}"
