"""党课 and 主题党日: occasions of study and service, as their papers say them."""

from navmark.foundation.papers.said import chapters, form_rows
from navmark.foundation.printing.chapters import Chapter, numbered
from navmark.foundation.printing.sheet import Block, Labelled, RuledColumn, Space
from navmark.foundation.proceedings.printed import layout
from navmark.pillars.demonstration.branch_life.sheets import parts
from navmark.pillars.demonstration.branch_life.sheets.shape import PrintedRecord

SEGMENTS = (RuledColumn("环节", 36), RuledColumn("内容（题目）", 84, centred=False), RuledColumn("主讲（领学）人", 36))


def lecture(record: PrintedRecord) -> list[Block]:
    """So is any part that the programme alone describes: what its paper says."""
    said = chapters(record.paper, finished=record.finished)
    return [*parts.head(record, last=form_rows(record.paper)), *numbered(said), *parts.foot(record)]


def theme_day(record: PrintedRecord) -> list[Block]:
    """What was agreed ends with who does it."""
    about = ((Labelled("主题", record.subject),), *form_rows(record.paper))
    said: list[Chapter] = chapters(record.paper, finished=record.finished)
    tasks = layout.follow_ups(record.follow_ups, finished=record.finished) if record.follow_ups else []
    said[-1:] = [(heading, [*blocks, *tasks]) for heading, blocks in said[-1:]]
    return [*parts.head(record, last=about), *numbered(said), Space("照片处", 55), *parts.foot(record)]
