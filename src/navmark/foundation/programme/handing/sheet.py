"""交接单: what is open, where it stands, until when, from whom to whom, and places to sign. Before it is done, the last column is
left to the pen."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from navmark.foundation.printing import wording
from navmark.foundation.printing.sheet import (
    Block,
    Grid,
    Heading,
    Labelled,
    Note,
    RuledColumn,
    RuledTable,
    Sheet,
    Signatures,
    Title,
)

NAME = "工作交接单"
COLUMNS = (
    RuledColumn("序号", 12),
    RuledColumn("事项", 56, centred=False),
    RuledColumn("办到哪一步", 30),
    RuledColumn("期限", 36),
    RuledColumn("接收人", 22),
)


class PrintedHanding(NamedTuple):
    sort: str
    title: str
    standing: str
    due_on: date | None
    to: str = ""


def hand_over_sheet(name: str, day: date, reason: str, lines: Sequence[PrintedHanding]) -> Sheet:
    return Sheet(NAME, tuple(_blocks(name, day, reason, lines)), on=day)


def _blocks(name: str, day: date, reason: str, lines: Sequence[PrintedHanding]) -> Iterator[Block]:
    yield Title(NAME)
    takers = wording.names(list(dict.fromkeys(one.to for one in lines if one.to)))
    yield Grid(
        (
            (Labelled("移交人", name), Labelled("交接日期", wording.day(day))),
            (Labelled("接收人", takers), Labelled("交接原因", reason)),
        )
    )
    place = 0
    for sort, some in groupby(lines, key=lambda one: one.sort):
        rows = []
        for one in some:
            place += 1
            rows.append((str(place), one.title, one.standing, wording.day(one.due_on) if one.due_on else "", one.to))
        yield Heading(sort)
        yield RuledTable(COLUMNS, tuple(rows))
    yield Note(f"共{len(lines)}项。随职务承担的事项自动归继任者，不列在内。")
    yield Signatures((("移交人（签字）：", "接收人（签字）："), ("监交人（签字）：",)))
