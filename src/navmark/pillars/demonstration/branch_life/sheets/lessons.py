"""党课 and 主题党日: occasions of study and service."""

from navmark.foundation.printing.sheet import Block, Column, Field, Space, Table, Text
from navmark.pillars.demonstration.branch_life.sheets import parts, wording
from navmark.pillars.demonstration.branch_life.sheets.parts import Chapter
from navmark.pillars.demonstration.branch_life.sheets.shape import Lecture, Record, Segment, ThemeDay

SEGMENTS = (Column("环节", 36), Column("内容（题目）", 84, centred=False), Column("主讲（领学）人", 36))
FIXED = ("重温入党誓词", "学习党章", "集中学习", "微党课")


def lecture(record: Record) -> list[Block]:
    given = record.lecture or Lecture()
    about = (
        (Field("授课人", given.lecturer), Field("职务", given.post)),
        (Field("题目", given.topic or record.theme),),
        (Field("形式", given.form), Field("学时", given.hours)),
    )
    chapters: list[Chapter] = [
        ("内容提纲", parts.writing(given.outline, record, ruled=8)),
        ("讨论", parts.writing(given.discussion, record, ruled=5)),
        ("缺席补课", parts.writing(given.make_up, record, ruled=2)),
    ]
    if given.script or not record.finished:
        chapters.append(("附讲稿", [Text(given.script, ruled=1)]))
    return [*parts.head(record, last=about), *parts.numbered(chapters), *parts.foot(record)]


def theme_day(record: Record) -> list[Block]:
    held = record.theme_day or ThemeDay()
    dues = (Field("党费应交", wording.count(held.dues_expected, "人")), Field("党费已交", wording.count(held.dues_paid, "人")))
    about = ((Field("主题", record.subject),), dues)
    chapters: list[Chapter] = [
        ("规定环节", _fixed(held, record)),
        ("自选环节", _segments(held.optional, least=0 if record.finished else 2)),
        ("纪实", parts.writing(held.account, record, ruled=6)),
        ("议定事项", parts.writing(held.agreed, record) + _tasks(record)),
    ]
    photographs = [Space("照片处", 70) for _ in range(held.photographs)]
    return [*parts.head(record, last=about), *parts.numbered(chapters), *photographs, *parts.foot(record)]


def _fixed(held: ThemeDay, record: Record) -> list[Block]:
    return _segments(held.fixed or (() if record.finished else tuple(Segment(name) for name in FIXED)))


def _segments(segments: tuple[Segment, ...], *, least: int = 0) -> list[Block]:
    rows = tuple((each.name, each.topic, each.leader) for each in segments)
    return [Table(SEGMENTS, rows, least)] if rows or least else []


def _tasks(record: Record) -> list[Block]:
    return parts.follow_ups(record.follow_ups, record) if record.follow_ups else []
