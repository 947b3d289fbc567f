"""Several words in one cell or one line: 王芳、李明; read back whichever mark an office puts between them."""

import re
from collections.abc import Iterable

BETWEEN = "、"
SEPARATORS = "、，,;；/\n"
LOOSE = re.compile(rf"[^{SEPARATORS}]+")


def apart(text: str, known: Iterable[str]) -> list[str]:
    """The words of a list; a known one stays whole though a mark stands in it."""
    longest_first = sorted(filter(None, known), key=len, reverse=True)
    whole = re.compile(rf"(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?=\s*(?:[{SEPARATORS}]|$))")
    words, place = [], 0
    while place < len(text):
        found = whole.match(text, place) or LOOSE.match(text, place)
        if found and found[0].strip():
            words.append(found[0].strip())
        place = found.end() if found else place + 1
        while place < len(text) and (text[place] in SEPARATORS or text[place].isspace()):
            place += 1
    return words
