"""党课 and 主题党日: occasions of study and service."""

from navmark.foundation.printing import wording
from navmark.foundation.printing.chapters import Chapter, cells, numbered
from navmark.foundation.printing.sheet import Block, Labelled, RuledColumn, RuledTable, Space
from navmark.pillars.demonstration.branch_life.sheets import parts
from navmark.pillars.demonstration.branch_life.sheets.shape import Lecture, Record, Segment, ThemeDay

SEGMENTS = (RuledColumn("环节", 36), RuledColumn("内容（题目）", 84, centred=False), RuledColumn("主讲（领学）人", 36))
FIXED = ("重温入党誓词", "学习党章", "集中学习", "微党课")


def lecture(record: Record) -> list[Block]:
    given = record.lecture or Lecture()
    about = (
        (Labelled("授课人", given.lecturer), Labelled("职务", given.post)),
        (Labelled("题目", given.topic or record.theme),),
        (Labelled("形式", given.form), Labelled("学时", given.hours)),
    )
    chapters: list[Chapter] = [
        ("内容提纲", parts.writing(given.outline, record, ruled=8)),
        ("讨论", parts.writing(given.discussion, record, ruled=5)),
        ("缺席补课", parts.writing(given.make_up, record, ruled=2)),
        ("附讲稿", parts.writing(given.script, record, ruled=1)),
    ]
    return [*parts.head(record, last=about), *numbered(chapters), *parts.foot(record)]


def theme_day(record: Record) -> list[Block]:
    held = record.theme_day or ThemeDay()
    dues = (
        Labelled("党费应交", wording.count(held.dues_expected, "人")),
        Labelled("党费已交", wording.count(held.dues_paid, "人")),
    )
    about = ((Labelled("主题", record.subject),), dues)
    chapters: list[Chapter] = [
        ("规定环节", _fixed(held, record)),
        ("自选环节", _segments(held.optional, record, least=2)),
        ("纪实", parts.writing(held.account, record, ruled=6)),
        ("议定事项", parts.writing(held.agreed, record) + _tasks(record)),
    ]
    photographs = [Space("照片处", 55) for _ in range(held.photographs)]
    return [*parts.head(record, last=about), *numbered(chapters), *photographs, *parts.foot(record)]


def _fixed(held: ThemeDay, record: Record) -> list[Block]:
    return _segments(held.fixed or (() if record.finished else tuple(Segment(name) for name in FIXED)), record)


def _segments(segments: tuple[Segment, ...], record: Record, *, least: int = 0) -> list[Block]:
    if not segments and record.finished:
        return parts.writing("", record)
    rows = tuple(cells((each.name, each.topic, each.leader), finished=record.finished) for each in segments)
    return [RuledTable(SEGMENTS, rows, 0 if record.finished else least)]


def _tasks(record: Record) -> list[Block]:
    return parts.follow_ups(record.follow_ups, record) if record.follow_ups else []
