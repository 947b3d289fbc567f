"""A page as a browser reads it: white space beside an element, or more than one blank, is no part of what is said."""

import re


def tight(page: str) -> str:
    one_blank = re.sub(r"\s+", " ", page)
    return re.sub(r" ?(<[^>]*>) ?", lambda found: re.sub(r" (?=>)", "", found[1]), one_blank)
