"""Tables set apart by blanks, as pasted from a notice: where a cell is empty only the alignment tells the column."""

import re
from unicodedata import east_asian_width

WIDE_GAP = re.compile(r" {2,}|\u3000+")
LONGEST_LINE = 2000  # beyond, it is no table aligned for eyes
ANY_GAP = re.compile(r"[ \u3000]+")


def aligned_rows(lines: list[str]) -> list[list[str]]:
    """By wide gaps when every line has as many, else by the columns of blanks that run through all lines, else by any blank."""
    lines = [line.rstrip().replace("\u00a0", " ") for line in lines]
    split = [WIDE_GAP.split(line.strip()) for line in lines]
    widths = {len(row) for row, line in zip(split, lines, strict=True) if line}
    if len(widths) == 1 and widths != {1}:
        return split
    cut = _by_position(lines) if max(map(len, lines)) <= LONGEST_LINE else []
    if max(map(len, cut), default=0) > 1:
        return cut
    return [ANY_GAP.split(line.strip()) for line in lines]


def _by_position(lines: list[str]) -> list[list[str]]:
    laid = [_laid_out(line) for line in lines]
    table = [row for row in laid if len(WIDE_GAP.split(row.replace("\0", "").strip())) > 1]  # a title runs across the gaps
    width = max(map(len, table), default=0)
    blank = [all(row[place : place + 1] in ("", " ") for row in table) for place in range(width)]
    starts = [place for place in range(width) if not blank[place] and (place == 0 or blank[place - 1])]
    edges = list(zip(starts, [*starts[1:], None], strict=False))
    return [[row[start:end].replace("\0", "").strip() for start, end in edges] for row in laid]


def _laid_out(line: str) -> str:
    """The line by places of a fixed-width screen: a wide character is followed by a filler."""
    return "".join("  " if c == "\u3000" else f"{c}\0" if east_asian_width(c) in "WF" else c for c in line)
