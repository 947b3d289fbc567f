"""A record's body: chapters counted in Chinese numerals, and what stands where nothing was written.

A record that is not finished leaves room for the pen; a `finished` one says 无.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from navmark.foundation.printing.sheet import Block, Grid, Heading, Labelled, Text
from navmark.foundation.printing.wording import NONE, numeral

Chapter = tuple[str, list[Block]]
NOTHING: list[Block] = [Text(f"{NONE}。")]
_MARK = re.compile("^（?[一二三四五六七八九十]+(?=[、）])")  # 一、 and （一）, without what closes it


def numbered(chapters: Iterable[Chapter], *, level: int = 1) -> list[Block]:
    """Chapters under 一、 or (一) headings: one that says nothing but 无 in its heading's line, one without blocks not at all."""
    blocks: list[Block] = []
    there = [chapter for chapter in chapters if chapter[1]]
    for number, (heading, content) in enumerate(there, start=1):
        mark = f"{numeral(number)}、" if level == 1 else f"（{numeral(number)}）"
        blocks += (
            [Heading(f"{mark}{heading}：{NONE}", level)] if content == NOTHING else [Heading(f"{mark}{heading}", level), *content]
        )
    return blocks


def renumbered(left: Iterable[Block]) -> list[Block]:
    """Headings counted again, because those of what is empty are gone: 二 follows 一."""
    blocks: list[Block] = []
    first = second = 0
    for block in left:
        if isinstance(block, Heading):
            first, second = (first + 1, 0) if block.level == 1 else (first, second + 1)
            number = numeral(first if block.level == 1 else second)
            block = replace(block, text=_MARK.sub(number if block.level == 1 else f"（{number}", block.text))
        blocks.append(block)
    return blocks


def writing(text: str, *, finished: bool, ruled: int = 3) -> list[Block]:
    return [Text(text, ruled=ruled)] if text or not finished else NOTHING


def cells(values: Iterable[str], *, finished: bool) -> tuple[str, ...]:
    """A table's row."""
    return tuple(value or (NONE if finished else "") for value in values)


def none_where_empty(blocks: Iterable[Block]) -> list[Block]:
    """The blocks of a finished record: no field of a form stays empty."""
    return [_answered(block) if isinstance(block, Grid) else block for block in blocks]


def _answered(grid: Grid) -> Grid:
    rows = (tuple(Labelled(field.label, field.value or NONE) for field in row) for row in grid.rows)
    return replace(grid, rows=tuple(rows))
