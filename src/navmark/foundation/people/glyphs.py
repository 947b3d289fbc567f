"""Characters of a name that no face can print.

Faces belong to a room that stands above this one (printing) and that this one therefore cannot import: it hangs its judge here,
once, when the program starts. Without a judge every name counts as printable.
"""

from collections.abc import Callable

Judge = Callable[[str], str]
_judges: list[Judge] = []


def judged_by(judge: Judge) -> None:
    _judges[:] = [judge]


def unprintable(name: str) -> str:
    """Those characters, each once; none for nearly everybody."""
    return _judges[0](name) if _judges else ""
