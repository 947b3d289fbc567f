"""What all cleaners share: plain characters, and the ways of writing that there is nothing."""

import re
from unicodedata import category, normalize

from navmark.foundation.ui import numerals

NOTHING = frozenset({"", "/", "\\", "-", "--", "—", "——", "无", "暂无", "没有", "不详", "未知", "空", "null", "none", "n/a"})
DIGITS = {digit: value for value, digit in enumerate(numerals.DIGITS)} | {"〇": 0, "○": 0, "两": 2}
RADICALS = re.compile(r"[\u2e80-\u2fd5]")
LONGEST_NUMERAL = 9
SCIENTIFIC = re.compile(r"\d(\.\d+)?e\+?\d+", re.IGNORECASE)


def visible(text: str) -> str:
    """Without what cannot be seen: zero-width marks, controls, text direction."""
    return (
        text
        if text.isascii() and text.isprintable()
        else "".join(c for c in text if category(c) not in ("Cf", "Cc") or c in "\n\t")
    )


def unfolded(text: str) -> str:
    """Kangxi radicals, which look like characters and are none, as the characters; all else as it stands."""
    return text if text.isascii() else RADICALS.sub(lambda found: normalize("NFKC", found[0]), text)


def plain(text: str) -> str:
    """Full-width letters, digits and signs in their plain form, without blanks at the ends."""
    return normalize("NFKC", visible(text)).strip()


def is_nothing(text: str) -> bool:
    return text.lower() in NOTHING


def numeral(text: str) -> int | None:
    """12 from "12", "十二" or "一二"; None for anything else, and for more than any number that is counted in a school."""
    if len(text) > LONGEST_NUMERAL:
        return None
    if text.isdecimal():
        return int(text)
    if not text or any(c not in DIGITS and c != "十" for c in text):
        return None
    if "十" not in text:
        return int("".join(str(DIGITS[c]) for c in text))
    tens, _, ones = text.partition("十")
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return None
    return DIGITS.get(tens, 1) * 10 + DIGITS.get(ones, 0)
