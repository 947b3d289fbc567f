"""Votes on paper: slips without any mark that could name a voter, and the sheet on which they are counted."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from navmark.foundation.printing import wording
from navmark.foundation.printing.sheet import Block, Grid, Heading, Labelled, RuledColumn, RuledTable, Sheet, Signatures, Title
from navmark.foundation.printing.typesetting import typeset
from navmark.foundation.proceedings.results import WRITTEN_IN_ROWS

SLIPS = Path(__file__).parent / "typst" / "slips.typ"
CHOICES = ("赞成", "反对", "弃权", "无效")


@dataclass(frozen=True)
class Election:
    """选票 of its own: who stands, for how many seats, and empty rows for 另选人."""

    title: str
    candidates: tuple[str, ...]
    seats: int


@dataclass(frozen=True)
class Poll:
    """What is put to the vote at one meeting; one slip carries all its subjects, each election has one of its own."""

    organisation: str
    occasion: str  # 支部党员大会
    on: date
    subjects: tuple[str, ...]
    entitled: int | None = None
    present: int | None = None
    elections: tuple[Election, ...] = ()


def slips(poll: Poll, *, count: int) -> bytes:
    """Exactly `count` equal slips of each kind as PDF, as many to a page as their rows allow, to be cut along the dashes."""
    facts = {
        "organisation": poll.organisation,
        "on": wording.day(poll.on),
        "papers": papers_of(poll),
        "count": count,
    }
    return typeset(SLIPS, facts)


def papers_of(poll: Poll) -> list[dict[str, Any]]:
    """The kinds of slip that this poll needs: title, what it is about, the column's heading, its rows, and how to fill it in."""
    return [*([_plain(poll)] if poll.subjects else []), *(_of_election(one) for one in poll.elections)]


def _plain(poll: Poll) -> dict[str, Any]:
    note = "说明：每一事项只在一栏内画“√”，多画的该事项无效。"
    return {"title": f"{poll.occasion}表决票", "about": "", "column": "表决事项", "rows": list(poll.subjects), "note": note}


def _of_election(one: Election) -> dict[str, Any]:
    note = f"说明：应选{one.seats}名，赞成多于{one.seats}名的为无效票；每人只在一栏内画“√”。另选他人的，写上姓名并画“√”。"
    rows = [*one.candidates, *["另选人："] * WRITTEN_IN_ROWS]
    return {"title": "选票", "about": one.title, "column": "候选人", "rows": rows, "note": note}


def tally_sheet(poll: Poll) -> Sheet:
    """计票单: what was issued and collected, and each subject's count in 正 strokes."""
    counts = (
        (
            Labelled("有表决权", wording.count(poll.entitled, "人")),
            Labelled("其中到会", wording.count(poll.present, "人")),
        ),
        (Labelled("发出"), Labelled("收回"), Labelled("有效"), Labelled("无效")),
    )
    of_elections = [block for one in poll.elections for block in _counted_election(one)]
    return Sheet(
        f"{poll.occasion}计票单",
        (
            Title(f"{poll.occasion}计票单", poll.organisation, wording.day(poll.on)),
            Grid(counts, together=True),
            *([_counted("表决事项", poll.subjects, CHOICES)] if poll.subjects else []),
            *of_elections,
            Signatures((("监票人（签字）：", "计票人（签字）："),)),
        ),
        poll.on,
    )


def _counted_election(one: Election) -> list[Block]:
    """Invalid are whole papers of an election, not single rows."""
    names = (*one.candidates, *["另选人："] * WRITTEN_IN_ROWS)
    return [Heading(one.title), _counted("候选人", names, CHOICES[:3])]


def _counted(heading: str, names: tuple[str, ...], choices: tuple[str, ...]) -> RuledTable:
    first, each = (66, 19) if len(choices) == len(CHOICES) else (64, 26)
    columns = (
        RuledColumn("序号", 14),
        RuledColumn(heading, first, centred=False),
        *(RuledColumn(choice, each) for choice in choices),
    )
    empty = ("",) * len(choices)
    return RuledTable(columns, tuple((str(number), name, *empty) for number, name in enumerate(names, start=1)))
