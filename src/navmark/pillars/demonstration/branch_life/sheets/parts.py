"""Head and foot of the branch's sheets: the rooms' own, with whom the branch tells apart."""

from navmark.foundation.activities.kinds import kind
from navmark.foundation.activities.printed import layout
from navmark.foundation.activities.printed.layout import ROLL, Rows
from navmark.foundation.printing.chapters import writing as written
from navmark.foundation.printing.sheet import Block
from navmark.pillars.demonstration.branch_life.sheets.shape import PrintedRecord

APART = ("正式党员", "预备党员")


def opening(record: PrintedRecord) -> list[Block]:
    return layout.opening(kind(record.kind).sheet, record.head)


def head(record: PrintedRecord, *, split: bool = True, voting: bool = False, first: Rows = (), last: Rows = ()) -> list[Block]:
    """Title and form: `first` and `last` are the rows that this kind puts before and after the others."""
    told = layout.form(record.head, split=APART if split else None, voting=voting, first=first, last=last)
    return [*opening(record), told]


def writing(text: str, record: PrintedRecord, *, ruled: int = 3) -> list[Block]:
    return written(text, finished=record.finished, ruled=ruled)


def foot(record: PrintedRecord, *signers: str) -> list[Block]:
    names = (*((ROLL,) if record.roll else ()), *record.attachments)
    return layout.foot(record.head, names, signers=signers or ("主持人", "记录人"))
