"""Several tables as one: a worksheet per class, or two lists side by side on one page. Each row keeps its place in the file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .headings import Column, Headings, headings_of, names_of, normalised, recognised
from .refusals import Empty
from .table import Merge, RowsOrigin, Table, Unread

TITLE = 200  # characters kept of what stands above the headings


@dataclass(frozen=True)
class _List:
    """One list: its table and its headings."""

    table: Table
    headings: Headings


def one_of(tables: Sequence[Table], columns: Sequence[Column]) -> Table:
    """All tables of a file that hold such a list, as one table; the others are named in `unread`. Raises Empty."""
    filled = [table for table in tables if table.rows]
    if not filled:
        raise Empty
    if not columns:
        return max(filled, key=lambda table: sum(map(any, table.rows)))
    fitting = _fitting(filled, columns)
    lists = [_List(table, headings_of(table, columns)) for each in fitting for table in _side_by_side(each, columns)]
    left = (Unread(table.worksheet, is_hidden=False) for table in filled if table not in fitting)
    stacked = _stacked(lists) if len(lists) > 1 else _alone(lists[0])
    return replace(stacked, unread=(*fitting[0].unread, *left))


def _fitting(tables: Sequence[Table], columns: Sequence[Column]) -> list[Table]:
    """The tables that name every required column, and half as many of the others as the best; the best alone, where none does."""
    scores = [recognised(table, columns) for table in tables]
    best = max(scores)
    found = [
        table for table, score in zip(tables, scores, strict=True) if score * 2 >= best > 1 and _names_required(table, columns)
    ]
    return found or [tables[scores.index(best)]]


def _names_required(table: Table, columns: Sequence[Column]) -> bool:
    held = set(map(normalised, headings_of(table, columns).texts))
    return all(held & set(names_of(column)) for column in columns if column.required)


def _side_by_side(table: Table, columns: Sequence[Column]) -> Iterator[Table]:
    """序号 姓名 手机 | 序号 姓名 手机: a list for each time that the same headings come again; else the table itself."""
    texts = [normalised(text) for text in headings_of(table, columns, distinct=False).texts]
    required = next((set(names_of(column)) for column in columns if column.required), set())
    places = [place for place, text in enumerate(texts) if text in required]
    start = next((place for place, text in enumerate(texts) if text), 0)
    width = places[1] - places[0] if len(places) > 1 else 0
    starts = range(start, len(texts), width) if width else range(0)
    blocks = [texts[first : first + width] for first in starts]
    if len(blocks) < 2 or not all(_repeats(block, blocks[0]) for block in blocks[1:]):
        yield table
        return
    for first in starts:
        yield _columns_of(table, first, first + width)


def _repeats(block: Sequence[str], first: Sequence[str]) -> bool:
    return any(block) and all(text in ("", first[place]) for place, text in enumerate(block))


def _columns_of(table: Table, first: int, end: int) -> Table:
    inside = range(first, end)
    return replace(
        table,
        rows=[row[first:end] for row in table.rows],
        merges=tuple(
            Merge(one.top, one.left - first, one.bottom, min(one.right, end - 1) - first)
            for one in table.merges
            if one.left in inside
        ),
        hidden_columns=tuple(column - first for column in table.hidden_columns if column in inside),
        struck=tuple((row, column - first) for row, column in table.struck if column in inside),
    )


def _alone(only: _List) -> Table:
    """One list stays as it is; nothing is copied."""
    body = only.headings.body
    return replace(only.table, origins=(RowsOrigin(body, body + 1, only.table.worksheet, _above(only)),))


def _above(each: _List) -> str:
    """What stands above the headings."""
    return " ".join(cell for row in each.table.rows[: each.headings.body - 1] for cell in row if cell)[:TITLE]


def _stacked(lists: Sequence[_List]) -> Table:
    """The rows of each list below the headings of the first; a heading that the first lacks is added at the right."""
    first = lists[0].table
    texts = list(lists[0].headings.texts)
    stack = _Stack(texts, [list(row) for row in first.rows[: lists[0].headings.body]])
    for each in lists:
        stack.add(each)
    width = len(texts)
    stack.rows[lists[0].headings.body - 1][len(first.rows[0]) :] = texts[len(first.rows[0]) :]
    return replace(
        first,
        rows=[row + [""] * (width - len(row)) for row in stack.rows],
        merges=(*(merge for merge in first.merges if merge.top < lists[0].headings.body), *stack.merges),
        origins=tuple(stack.origins),
        hidden=tuple(stack.hidden),
        hidden_columns=tuple(dict.fromkeys(stack.hidden_columns)),
        struck=tuple(stack.struck),
    )


class _Stack:
    def __init__(self, texts: list[str], rows: list[list[str]]) -> None:
        self.texts, self.rows = texts, rows
        self.origins: list[RowsOrigin] = []
        self.merges: list[Merge] = []
        self.hidden: list[int] = []
        self.hidden_columns: list[int] = []
        self.struck: list[tuple[int, int]] = []

    def add(self, each: _List) -> None:
        table, body = each.table, each.headings.body
        to = self._places(each.headings.texts)
        below = len(self.rows) - body
        self.origins.append(RowsOrigin(len(self.rows), body + 1, table.worksheet, _above(each)))
        for row in table.rows[body:]:
            self.rows.append(_moved(row, to))
        self.merges += [
            Merge(one.top + below, to[one.left], one.bottom + below, to[one.left])
            for one in table.merges
            if one.top >= body and one.left in to
        ]
        self.hidden += [row + below for row in table.hidden if row >= body]
        self.hidden_columns += [to[column] for column in table.hidden_columns if column in to]
        self.struck += [(row + below, to[column]) for row, column in table.struck if row >= body and column in to]

    def _places(self, texts: Sequence[str]) -> dict[int, int]:
        """Where each column of a list goes: below the heading that reads the same, else into a column of its own."""
        there = {normalised(text): place for place, text in enumerate(self.texts) if text}
        to = {}
        for place, text in enumerate(texts):
            if not text:
                continue
            if normalised(text) not in there:
                there[normalised(text)] = len(self.texts)
                self.texts.append(text)
            to[place] = there[normalised(text)]
        return to


def _moved(row: Sequence[str], to: dict[int, int]) -> list[str]:
    moved = [""] * (max(to.values(), default=-1) + 1)
    for place, goal in to.items():
        moved[goal] = row[place]
    return moved
