"""支部党员大会, 支委会, 党组织会议, 党小组会: meetings that go through items."""

from collections.abc import Callable

from navmark.foundation.printing import wording
from navmark.foundation.printing.chapters import Chapter, numbered
from navmark.foundation.printing.sheet import WIDTH, Block, Labelled, RuledColumn, RuledTable, Text
from navmark.foundation.proceedings.printed import layout
from navmark.foundation.proceedings.printed.facts import Item
from navmark.pillars.demonstration.branch_life.sheets import parts
from navmark.pillars.demonstration.branch_life.sheets.shape import PrintedRecord

SIGNED = 26  # mm, of the words before the names
COMMITTEE = 5  # places where no name is known


def assembly(record: PrintedRecord) -> list[Block]:
    chapters = [*_by_item(record, _assembly_item), ("落实", layout.follow_ups(record.follow_ups, finished=record.finished))]
    return [*parts.head(record, voting=True), *numbered(chapters), *parts.foot(record)]


def _by_item(record: PrintedRecord, of: Callable[[Item, PrintedRecord], list[Chapter]]) -> list[Chapter]:
    """The agenda, then each item; a single one without a heading of its own."""
    items = layout.items_or_one(record.items)
    told = of(items[0], record) if len(items) == 1 else [(one.title, numbered(of(one, record), level=2)) for one in items]
    return [("议题", layout.agenda(record.items, finished=record.finished)), *told]


def _assembly_item(item: Item, record: PrintedRecord) -> list[Chapter]:
    return [
        ("报告或学习", _report(item, record, "报告人（领学人）")),
        ("讨论发言", layout.speeches(item.spoken, finished=record.finished)),
        ("表决", layout.votes(item, finished=record.finished)),
        ("决议", layout.decisions(item, finished=record.finished)),
    ]


def _report(item: Item, record: PrintedRecord, lead: str) -> list[Block]:
    """Who reports opens what is reported; where either is still to be written, each has a place of its own."""
    if item.reporter and (item.points or record.finished):
        return [Text(item.points or f"{wording.NONE}。", lead=f"{lead}{item.reporter}：")]
    reporter: list[Block] = [] if record.finished else [Text(item.reporter, lead=f"{lead}：", ruled=1, kept=True)]
    return reporter + parts.writing(item.points, record)


def committee(record: PrintedRecord) -> list[Block]:
    """支委会, and a 党组织会议, which keeps the same book."""
    chapters: list[Chapter] = []
    for item in layout.items_or_one(record.items):
        chapters.append((f"议题：{item.title}", numbered(_committee_item(item, record), level=2)))
    return [*parts.head(record, split=False), *numbered(chapters), _signed_by_each(record), *parts.foot(record)]


def _signed_by_each(record: PrintedRecord) -> RuledTable:
    """A place to sign for each who was there; before the roll is marked, for each who is expected."""
    there = [one.name for one in record.roll if one.is_there] or [one.name for one in record.roll] or [""] * COMMITTEE
    width = (WIDTH - SIGNED) // len(there)
    columns = (RuledColumn("委员签字", WIDTH - width * len(there)), *(RuledColumn(name, width) for name in there))
    return RuledTable(columns, (), least=1)


def _committee_item(item: Item, record: PrintedRecord) -> list[Chapter]:
    finished = record.finished
    settled = [*layout.decisions(item, finished=finished, kept=True), *layout.onward(item, finished=finished)]
    return [
        ("汇报要点", _report(item, record, "汇报人")),
        ("委员发言", [*layout.speeches(item.speeches, finished=finished), _last_word(item, record)]),
        ("表决", layout.votes(item, finished=finished) if item.votes else []),
        ("决定和落实", [*settled, *_tasks(item, record)]),
    ]


def _last_word(item: Item, record: PrintedRecord) -> Text:
    """书记表态, after all others."""
    name, said = (item.closing.name, item.closing.text) if item.closing else ("", wording.NONE if record.finished else "")
    return Text(said, lead=f"书记表态（{name}）：" if name else "书记表态：", ruled=2)


def _tasks(item: Item, record: PrintedRecord) -> list[Block]:
    return layout.follow_ups(item.follow_ups, finished=record.finished) if item.follow_ups or not record.finished else []


def group(record: PrintedRecord) -> list[Block]:
    facts = record.head
    first = (
        (Labelled("党小组", facts.group), Labelled("组长", facts.leader)),
        (Labelled("到会支委", wording.names(facts.committee_present)),),
    )
    return [*parts.head(record, first=first), *numbered(_by_item(record, _group_item)), *parts.foot(record)]


def _group_item(item: Item, record: PrintedRecord) -> list[Chapter]:
    return [
        ("学习内容及领学人", _report(item, record, "领学人")),
        ("发言", layout.speeches(item.spoken, finished=record.finished)),
        ("意见建议（报支委会）", layout.decisions(item, finished=record.finished)),
    ]
