"""How a long list is ruled: each column as wide as what stands in it asks for, on the smallest page on which it reads well."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from navmark.foundation.printing.sheet import ACROSS, UPRIGHT, WIDE, PaperSize, RuledColumn

PAGES = (UPRIGHT, ACROSS, WIDE)
MOST_UPRIGHT = 7  # columns
UNBROKEN, FULL = 10, 40  # characters: what is so short stands in one line; no column asks for more
A_POINT, AIR = 25.4 / 72, 4  # mm; beside the words of a cell
LAST_OF_LATIN = "\u02ff"  # half as wide as the others
BETWEEN = 0.25  # of a character, where digits and characters meet


class Need(NamedTuple):
    """In characters: with how many a column reads, and with how many no line is broken."""

    least: float
    most: float


def ruled(head: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[PaperSize, tuple[RuledColumn, ...]]:
    """The page, and columns that add up to its width."""
    needs = [_need(cells) for cells in zip(head, *rows, strict=True)]
    page = next((one for one in PAGES if _fits(needs, one)), PAGES[-1])
    widths = _whole(_widths(needs, page), page.width)
    columns = zip(head, widths, needs, strict=True)
    return page, tuple(RuledColumn(words, width, centred=need.most <= UNBROKEN) for words, width, need in columns)


def _need(cells: Iterable[str]) -> Need:
    longest = max(max(map(_length, cell.split("\n"))) for cell in cells)
    return Need(min(longest, UNBROKEN), min(longest, FULL))


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
    if rest < 0 or not any(wanting):
        return [width * page.width / sum(least) for width in least]
    return [width + rest * more / sum(wanting) for width, more in zip(least, wanting, strict=True)]


def _whole(widths: Iterable[float], whole: int) -> list[int]:
    """In whole mm, without losing one."""
    found, reached = [], 0.0
    for width in widths:
        before, reached = round(reached), reached + width
        found.append(round(reached) - before)
    return [*found[:-1], whole - sum(found[:-1])]
