"""A sheet as plain text, to be copied into another system or a group. What is empty is left out, with its heading."""

from collections.abc import Callable, Iterable

from navmark.foundation.records.sheet import Block, Field, Grid, Heading, Note, Sheet, Table, Text


def plain(sheet: Sheet) -> str:
    return plain_blocks(sheet.blocks)


def plain_blocks(blocks: Iterable[Block]) -> str:
    """Lines, without what only paper needs (titles, places to sign, empty space)."""
    lines: list[str] = []
    waiting: list[Heading] = []
    for block in blocks:
        if isinstance(block, Heading):
            waiting = [heading for heading in waiting if heading.level < block.level] + [block]
            continue
        said = [line for line in _lines(block) if line]
        if said:
            lines += [heading.text for heading in waiting] + said
            waiting = []
    return "\n".join(lines)


def _lines(block: Block) -> list[str]:
    write = _WRITERS.get(type(block))
    return write(block) if write else []


def _grid(grid: Grid) -> list[str]:
    return ["；".join(filled) for row in grid.rows if (filled := [_pair(field) for field in row if field.value.strip()])]


def _pair(field: Field) -> str:
    return f"{field.label.replace(chr(10), '')}：{field.value}"


def _text(text: Text) -> list[str]:
    return (text.lead + text.text).splitlines() if text.text.strip() else []


def _note(note: Note) -> list[str]:
    return [note.text]


def _table(table: Table) -> list[str]:
    rows = (
        "；".join(f"{column.heading}：{value}" for column, value in zip(table.columns, row, strict=True) if value.strip())
        for row in table.rows
    )
    return list(rows)


_WRITERS: dict[type, Callable[..., list[str]]] = {Grid: _grid, Text: _text, Table: _table, Note: _note}
