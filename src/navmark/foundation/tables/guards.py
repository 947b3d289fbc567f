"""Signs that people and programs put before a number so that a spreadsheet leaves it alone; they are no part of it.

'0012, `0012, ="0012", a tab or U+001F before it, blanks that do not break around it. Our own .csv puts an apostrophe before what
a spreadsheet would calculate (writing.py).
"""

import re

EQUALLED = re.compile(r'="([^"]*)"')
GUARD = re.compile(r"['`‘’´](?=\d|$)|'(?=[=+\-@'`‘’´])")


def unguarded(text: str) -> str:
    """The text of a cell without guards, and without blanks at its ends."""
    text = text.strip()
    if found := EQUALLED.fullmatch(text):
        text = found[1].strip()
    return text[1:] if GUARD.match(text) else text
