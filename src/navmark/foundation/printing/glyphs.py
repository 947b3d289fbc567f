"""Which characters the faces of a printed page have."""

from functools import cache
from importlib import import_module

from navmark.foundation.printing.fonts import shelf


def lacking(text: str) -> str:
    """The characters that none of the school's faces and ours can print, each once."""
    return "".join(dict.fromkeys(sign for sign in text if ord(sign) not in _covered())) if _is_rare(text) else ""


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
