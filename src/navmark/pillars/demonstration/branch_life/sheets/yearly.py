"""组织生活会, 民主评议 (its meeting) and 谈心谈话."""

from navmark.foundation.papers.said import chapters
from navmark.foundation.printing import wording
from navmark.foundation.printing.chapters import Chapter, numbered
from navmark.foundation.printing.sheet import Block, Grid, Labelled, Note, RuledColumn, RuledTable, Text
from navmark.foundation.proceedings.printed import layout
from navmark.pillars.demonstration.branch_life.sheets import parts
from navmark.pillars.demonstration.branch_life.sheets.shape import PrintedRecord, PrintedTalk, Review

MARKS = ("优秀", "合格", "基本合格", "不合格")
COMMITTEE_MARKS = ("好", "较好", "一般", "差")
OF_COMMITTEE = (RuledColumn("评议对象", 56), *(RuledColumn(mark, 25) for mark in COMMITTEE_MARKS))
GRADES = (
    RuledColumn("序号", 12),
    RuledColumn("姓名", 28),
    *(RuledColumn(mark, width) for mark, width in zip(MARKS, (14, 14, 20, 17), strict=True)),
    RuledColumn("评定等次", 22),
    RuledColumn("本人知悉\n（签字）", 29),
)


class ProbationaryGraded(ValueError):
    """预备党员 attend the review and are not graded (rules.md A21)."""


def life_meeting(record: PrintedRecord) -> list[Block]:
    told: list[Chapter] = [("会议主题", parts.writing(record.subject, record, ruled=1))]
    told += chapters(record.paper, finished=record.finished)
    items = layout.items_or_one(record.items)
    for item in items:
        heading = item.title if len(items) > 1 else "对照检查、批评与自我批评"
        points: list[Block] = [Text(item.points)] if item.points else []
        told.append((heading, points + layout.speeches(item.spoken, finished=record.finished)))
    opinions = [block for item in record.items if item.decisions for block in layout.decisions(item, finished=record.finished)]
    told.append(("会议意见", opinions or parts.writing("", record)))
    told.append(("整改落实", layout.follow_ups(record.follow_ups, finished=record.finished)))
    return [*parts.head(record), *numbered(told), *parts.foot(record)]


def review(record: PrintedRecord) -> list[Block]:
    held = record.review or Review()
    _refuse_probationary(record, held)
    told = chapters(record.paper, finished=record.finished)
    told[-1:-1] = [("民主测评", [_ballots(held), _grades(held, record), *_committee(held, record)])]
    return [*parts.head(record), *numbered(told), *parts.foot(record)]


def _refuse_probationary(record: PrintedRecord, held: Review) -> None:
    probationary = {attendee.name for attendee in record.roll if attendee.probationary}
    graded = sorted(probationary & {standing.name for standing in held.standings})
    if graded:
        raise ProbationaryGraded("、".join(graded))


def _ballots(held: Review) -> Grid:
    counts = (("发出", held.issued), ("收回", held.collected), ("有效", held.valid))
    return Grid(
        (
            tuple(Labelled(label, wording.count(number)) for label, number in counts),
            (Labelled("监票人", held.overseer), Labelled("计票人", held.counter)),
        ),
        together=True,
    )


def _grades(held: Review, record: PrintedRecord) -> RuledTable:
    rows = tuple(
        (
            str(number),
            each.name,
            *map(wording.count, (each.excellent, each.qualified, each.basic, each.unqualified)),
            each.grade,
            "",
        )
        for number, each in enumerate(held.standings, start=1)
    )
    return RuledTable(GRADES, rows, least=0 if record.finished else 3)


def _committee(held: Review, record: PrintedRecord) -> list[Block]:
    """支部班子, from the second half of the paper."""
    if not held.committee and record.finished:
        return []
    counts = map(str, held.committee) if held.committee else [""] * len(COMMITTEE_MARKS)
    return [RuledTable(OF_COMMITTEE, (("支部班子", *counts),))]


def talk(record: PrintedRecord) -> list[Block]:
    held, facts = record.talk or PrintedTalk(), record.head
    about = Grid(
        (
            (Labelled("谈话人", held.one), Labelled("谈话对象", held.other)),
            (Labelled("谈话类型", held.kind),),
            (Labelled("时间", wording.span(facts.start, facts.end)),),
            (Labelled("地点", facts.place),),
        )
    )
    told: list[Chapter] = [
        ("谈话情况", parts.writing(held.content, record, ruled=8)),
        ("意见建议", parts.writing(held.opinions, record, ruled=5)),
        ("改进措施", parts.writing(held.measures, record, ruled=4)),
    ]
    closing = [*parts.foot(record, "谈话人", "谈话对象"), Note("本记录仅供谈话双方和支部书记查阅。")]
    return [*parts.opening(record), about, *numbered(told), *closing]
