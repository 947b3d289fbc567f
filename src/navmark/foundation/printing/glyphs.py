"""Which characters the faces of a printed page have."""

from collections.abc import Iterable
from functools import cache
from importlib import import_module

from navmark.foundation.printing.fonts import shelf

SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))  # they say how the character before them is drawn
Said = tuple[object, str]  # the field's label, and its text


def lacking(text: str) -> str:
    """The characters that none of the school's faces and ours can print, each once."""
    return "".join(dict.fromkeys(sign for sign in text if ord(sign) not in _covered())) if _is_rare(text) else ""


def unprinted(texts: Iterable[Said]) -> list[tuple[str, str]]:
    """(field, the characters of its text that cannot be printed), for fields that have any."""
    found = ((str(label), "".join(s for s in lacking(text) if s.isprintable() and s not in SELECTORS)) for label, text in texts)
    return [(label, signs) for label, signs in found if signs]


def _is_rare(text: str) -> bool:
    """The faces are read only for a name outside the common characters, which every one of them has."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


@cache
def _covered() -> frozenset[int]:
    """Every character of the school's faces and ours, read once a process."""
    library = import_module("fontTools.ttLib")  # a tenth of a second that hardly any start needs
    covered: set[int] = set()
    for path, number in {(face.path, face.index) for face in shelf(machine=False).fonts()}:
        try:
            with library.TTFont(path, fontNumber=number, lazy=True) as face:
                covered |= (face.getBestCmap() or {}).keys()
        except (library.TTLibError, OSError):  # typst passes over a face that it cannot read, too
            continue
    return frozenset(covered)
