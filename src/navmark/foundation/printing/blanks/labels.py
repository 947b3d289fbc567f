"""What stands beside a blank, however it is spaced and punctuated."""

import re

LONGEST = 40


def as_label(words: str) -> str:
    """Without blanks and the colon at its end."""
    return "".join(words.split()).rstrip(":：")[:LONGEST]


def last_words(words: str) -> str:
    """What stands right before a line to write on: behind the last comma or blank."""
    return as_label(re.split(r"[，。；,;\s\u3000]+", words.strip())[-1])
