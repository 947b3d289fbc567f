"""Which row holds the headings, and what each of them means. No two offices write a heading alike, so every column brings its
aliases, and brackets, blanks, stars and units do not count.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from unicodedata import normalize

from .table import Table

SEARCHED = 20  # the headings stand in one of the first rows
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕|<[^<>]*>")
NOISE = re.compile(r"[\s*:：;。、_/\\\-\u200b\ufeff\"'“”]+")


@dataclass(frozen=True)
class Column:
    """One thing a table may tell.

    `aliases` in order of preference; `clean` takes a non-empty text and returns the value, None for "nothing", or raises
    CellProblem; `required`: every row must have it; `fills_down`: a cell merged downwards speaks for every row it covers;
    `is_day`: a bare number in it is a day as a spreadsheet counts it.
    """

    key: str
    label: str
    aliases: tuple[str, ...]
    clean: Callable[[str], Any]
    required: bool = False
    fills_down: bool = False
    is_day: bool = False


@dataclass(frozen=True)
class Headings:
    """The heading of each column as written (blank where there is none), and the index of the first row below them."""

    texts: tuple[str, ...]
    body: int


@lru_cache(maxsize=4096)
def normalised(heading: str) -> str:
    """姓名 from "姓 名*（必填）": what two offices would take for the same heading."""
    plain = normalize("NFKC", heading).lower()
    return NOISE.sub("", BRACKETS.sub("", plain)) or NOISE.sub("", plain).strip("()[]【】〔〕<>")


def names_of(column: Column) -> tuple[str, ...]:
    return tuple(dict.fromkeys(normalised(str(name)) for name in (*column.aliases, column.label)))


def key_of(heading: str, columns: Sequence[Column]) -> str:
    """Which of the columns a single heading means: the one called so; else one that says more, else the one that says nearly as
    much; "" for none."""
    said = normalised(heading)
    named = [(name, column.key) for column in columns for name in names_of(column)]
    for fits in (said.__eq__, lambda name: said in name, lambda name: len(name) > 1 and name in said):
        if found := [(len(name), key) for name, key in named if fits(name)]:
            return max(found, key=lambda one: one[0])[1]
    return ""


def recognised(table: Table, columns: Sequence[Column]) -> int:
    """How many columns the best heading row names."""
    return max((score for score, _ in _scores(table, columns)), default=0)


def headings_of(table: Table, columns: Sequence[Column], *, distinct: bool = True) -> Headings:
    """The row with most recognised headings; where none is recognised, the first row with most cells filled.

    `distinct`: a heading that appears again gets its number.
    """
    score, row = max(_scores(table, columns), key=lambda found: (found[0], -found[1]), default=(0, 0))
    if not score:
        row = max(range(min(SEARCHED, len(table.rows))), key=lambda index: (sum(map(bool, table.rows[index])), -index), default=0)
    found = _block(table, row)
    return Headings(_distinct(found.texts), found.body) if distinct else found


def _scores(table: Table, columns: Sequence[Column]) -> list[tuple[int, int]]:
    known = {name: column.key for column in columns for name in names_of(column)}
    found = []
    for row in range(min(SEARCHED, len(table.rows))):
        texts = _block(table, row).texts
        found.append((len({known[normalised(text)] for text in texts if text and normalised(text) in known}), row))
    return found


def _block(table: Table, row: int) -> Headings:
    """Headings from `row`, with the lines below where cells merged downwards show them; the lowest line names a column."""
    depth = max((merge.bottom for merge in table.merges if merge.top == row < merge.bottom <= row + 2), default=row)
    lines = [[" ".join(text.split()) for text in texts] for texts in table.rows[row : depth + 1]]
    texts = tuple(next((text for text in reversed(stack) if text), "") for stack in zip(*lines, strict=True))
    return Headings(texts, row + len(lines))


def _distinct(texts: tuple[str, ...]) -> tuple[str, ...]:
    """A heading that appears again gets its number: 电话, 电话 2."""
    seen: dict[str, int] = {}
    named = []
    for text in texts:
        seen[text] = seen.get(text, 0) + 1
        named.append(f"{text} {seen[text]}" if text and seen[text] > 1 else text)
    return tuple(named)
