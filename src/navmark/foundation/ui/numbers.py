"""Numbers that a page wrote for itself and gets back: whatever else arrives is none."""

import re


def number_in(text: str) -> int | None:
    """A number of at most nine digits, as the columns hold it; None for anything else that somebody may send."""
    return int(text) if re.fullmatch("[0-9]{1,9}", text) else None
