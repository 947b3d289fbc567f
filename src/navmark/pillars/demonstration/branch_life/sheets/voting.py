"""Votes on paper: slips without any mark that could name a voter, and the sheet on which they are counted."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from navmark.foundation.records.sheet import Column, Field, Grid, Sheet, Signatures, Table, Title
from navmark.foundation.records.typesetting import typeset
from navmark.pillars.demonstration.branch_life.sheets import wording

SLIPS = Path(__file__).parent / "typst" / "slips.typ"
CHOICES = ("赞成", "反对", "弃权", "无效")
COUNTED = (Column("序号", 14), Column("表决事项", 66, centred=False), *(Column(choice, 19) for choice in CHOICES))


@dataclass(frozen=True)
class Poll:
    """What is put to the vote at one meeting; one slip carries all its subjects."""

    organisation: str
    occasion: str  # 支部党员大会
    on: date
    subjects: tuple[str, ...]
    entitled: int | None = None
    present: int | None = None


def slips(poll: Poll, *, count: int) -> bytes:
    """Exactly `count` equal slips as PDF, as many to a page as their subjects allow, to be cut along the dashes."""
    facts = {
        "organisation": poll.organisation,
        "occasion": poll.occasion,
        "on": wording.day(poll.on),
        "subjects": list(poll.subjects),
        "count": count,
    }
    return typeset(SLIPS, facts)


def tally_sheet(poll: Poll) -> Sheet:
    """计票单: what was issued and collected, and each subject's count in 正 strokes."""
    counts = (
        (
            Field("应到会\n有表决权", wording.count(poll.entitled, "人")),
            Field("实到会\n有表决权", wording.count(poll.present, "人")),
        ),
        (Field("发出"), Field("收回"), Field("有效"), Field("无效")),
    )
    rows = tuple((str(number), subject, "", "", "", "") for number, subject in enumerate(poll.subjects, start=1))
    return Sheet(
        f"{poll.occasion}计票单",
        (
            Title(f"{poll.occasion}计票单", poll.organisation, wording.day(poll.on)),
            Grid(counts, together=True),
            Table(COUNTED, rows),
            Signatures((("监票人（签字）：", "计票人（签字）："),)),
        ),
    )
