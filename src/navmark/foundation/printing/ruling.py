"""How a long list is ruled: each column as wide as what stands in it asks for, on the smallest page on which it reads well."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from navmark.foundation.printing.sheet import ACROSS, UPRIGHT, WIDE, PaperSize, RuledColumn

PAGES = (UPRIGHT, ACROSS, WIDE)
MOST_UPRIGHT = 7  # columns
UNBROKEN, FULL = 10, 40  # characters: what is so short stands in one line; no column asks for more
A_POINT, AIR = 25.4 / 72, 4  # mm; beside the words of a cell
LAST_OF_LATIN = "\u02ff"  # half as wide as the others
SOLID = re.compile("[!-\u02ff]+")  # no line is broken within it
BETWEEN = 0.25  # of a character, where digits and characters meet


class Need(NamedTuple):
    """In characters: with how many a column reads, with how many no line is broken; the longest number or Latin word in it."""

    least: float
    most: float
    solid: float


def ruled(head: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[PaperSize, tuple[RuledColumn, ...]]:
    """The page, and columns that add up to its width."""
    needs = [_need(cells) for cells in zip(head, *rows, strict=True)]
    page = next((one for one in PAGES if _fits(needs, one)), PAGES[-1])
    widths = _whole(_widths(needs, page), page.width)
    columns = zip(head, widths, needs, strict=True)
    return page, tuple(RuledColumn(words, width, centred=need.most <= UNBROKEN) for words, width, need in columns)


def _need(cells: Iterable[str]) -> Need:
    lines = [line for cell in cells for line in cell.split("\n")]
    longest = max(map(_length, lines))
    solid = max((_length(word) for line in lines for word in SOLID.findall(line)), default=1)
    return Need(min(longest, UNBROKEN), min(longest, FULL), min(solid, FULL))


def _length(words: str) -> float:
    narrow = [letter <= LAST_OF_LATIN for letter in words]
    return sum(0.5 if one else 1 for one in narrow) + BETWEEN * sum(one != after for one, after in pairwise(narrow))


def _mm(length: float, page: PaperSize) -> float:
    return length * page.form * A_POINT + AIR


def _fits(needs: Sequence[Need], page: PaperSize) -> bool:
    return (page.across or len(needs) <= MOST_UPRIGHT) and sum(_mm(one.least, page) for one in needs) <= page.width


def _widths(needs: Sequence[Need], page: PaperSize) -> list[float]:
    """What each needs, and of the rest as much as it has words for; where all have enough, or none, in proportion."""
    least = [_mm(one.least, page) for one in needs]
    wanting = [_mm(one.most, page) - width for one, width in zip(needs, least, strict=True)]
    rest = page.width - sum(least)
    if rest < 0:
        return _narrowed(least, [_mm(min(one.solid, one.least), page) for one in needs], page.width)
    if not any(wanting):
        return [width * page.width / sum(least) for width in least]
    return [width + rest * more / sum(wanting) for width, more in zip(least, wanting, strict=True)]


def _narrowed(least: Sequence[float], floors: Sequence[float], whole: int) -> list[float]:
    """Each as much as all, but for what would run into the column beside it; where even that has no room, all alike."""
    if sum(floors) >= whole:
        return [width * whole / sum(least) for width in least]
    share = (whole - sum(floors)) / (sum(least) - sum(floors))
    return [floor + (width - floor) * share for width, floor in zip(least, floors, strict=True)]


def _whole(widths: Iterable[float], whole: int) -> list[int]:
    """In whole mm, without losing one."""
    found, reached = [], 0.0
    for width in widths:
        before, reached = round(reached), reached + width
        found.append(round(reached) - before)
    return [*found[:-1], whole - sum(found[:-1])]
