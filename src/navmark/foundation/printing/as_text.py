"""A sheet as plain text, to be copied into another system or a group. What is empty is left out, with its heading."""

from collections.abc import Callable, Iterable

from navmark.foundation.printing.chapters import renumbered
from navmark.foundation.printing.sheet import Block, Grid, Heading, Labelled, Note, RuledTable, Sheet, Signatures, Text, Title

FOR_THE_PEN = ("\u3000", "□")  # how a place to fill in by hand begins


def plain(sheet: Sheet) -> str:
    return plain_blocks(sheet.blocks)


def plain_blocks(blocks: Iterable[Block]) -> str:
    """Lines, without what only paper needs (titles, places to sign, empty space)."""
    return "\n".join(line for block in said(blocks) for line in _lines(block))


def transcript(title: str, sequence: str, organisation: str, blocks: Iterable[Block]) -> str:
    """誊抄稿: the sheet's own order, one line a row, without what is empty or only for paper."""
    first = " ".join(filter(None, (title, sequence)))
    return f"{first}\n{organisation}\n{plain_blocks(without_paper(blocks))}".strip()


def without_paper(blocks: Iterable[Block]) -> list[Block]:
    """The blocks as a text to copy says them: without title, places to sign and what is empty, and counted again."""
    return renumbered(said(block for block in blocks if not isinstance(block, Title | Signatures)))


def said(blocks: Iterable[Block]) -> list[Block]:
    """The blocks that have words, and of the headings those that still lead to one."""
    kept: list[Block] = []
    waiting: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            waiting = [heading for heading in waiting if isinstance(heading, Heading) and heading.level < block.level] + [block]
        elif _lines(block):
            kept += [block] if isinstance(block, Note) else [*waiting, block]  # a note belongs to the whole, to no heading
            waiting = []
    return kept


def _lines(block: Block) -> list[str]:
    write = _WRITERS.get(type(block))
    return [line for line in write(block) if line] if write else []


def _heading(heading: Heading) -> list[str]:
    return [heading.text]


def _grid(grid: Grid) -> list[str]:
    return [_joined(filled) for row in grid.rows if (filled := [_pair(field) for field in row if _is_said(field)])]


def _joined(said: list[str]) -> str:
    """In one sentence: what ends with a full stop of its own does not keep it in the middle."""
    return "；".join([*(one.rstrip("。；;") for one in said[:-1]), *said[-1:]])


def _is_said(field: Labelled) -> bool:
    """Whether there is a value, and not a gap or boxes for the pen."""
    return bool(field.value.strip()) and not field.value.startswith(FOR_THE_PEN)


def _pair(field: Labelled) -> str:
    return f"{field.label.replace(chr(10), '')}：{field.value}"


def _text(text: Text) -> list[str]:
    return (text.lead + text.text).splitlines() if text.text.strip() else []


def _note(note: Note) -> list[str]:
    return [note.text]


def _table(table: RuledTable) -> list[str]:
    rows = (
        _joined([f"{column.heading}：{value}" for column, value in zip(table.columns, row, strict=True) if value.strip()])
        for row in table.rows
    )
    return list(rows)


_WRITERS: dict[type, Callable[..., list[str]]] = {Heading: _heading, Grid: _grid, Text: _text, RuledTable: _table, Note: _note}
