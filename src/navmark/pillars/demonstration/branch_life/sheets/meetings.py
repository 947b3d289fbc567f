"""支部党员大会, 支委会, 党组织会议, 党小组会: meetings that go through items."""

from navmark.foundation.printing.sheet import Block, Field, Signatures, Text
from navmark.pillars.demonstration.branch_life.sheets import parts, wording
from navmark.pillars.demonstration.branch_life.sheets.parts import Chapter
from navmark.pillars.demonstration.branch_life.sheets.shape import Item, Record


def assembly(record: Record) -> list[Block]:
    chapters: list[Chapter] = [("议题", parts.agenda(record))]
    items = parts.items_of(record)
    if len(items) == 1:
        chapters += _assembly_item(items[0], record)
    else:
        chapters += [(item.title, parts.numbered(_assembly_item(item, record), level=2)) for item in items]
    chapters.append(("落实", parts.follow_ups(record.follow_ups, record)))
    return [*parts.head(record, voting=True), *parts.numbered(chapters), *parts.foot(record)]


def _assembly_item(item: Item, record: Record) -> list[Chapter]:
    spoken = (*item.speeches, *((item.closing,) if item.closing else ()))
    return [
        ("报告或学习", _report(item, record, "报告人（领学人）：")),
        ("讨论发言", parts.speeches(spoken, record)),
        ("表决", parts.votes(item, record)),
        ("决议", parts.decisions(item, record)),
    ]


def _report(item: Item, record: Record, lead: str) -> list[Block]:
    reporter: list[Block] = [Text(item.reporter, lead=lead, ruled=1, kept=True)] if item.reporter or not record.finished else []
    return reporter + parts.writing(item.points, record)


def committee(record: Record) -> list[Block]:
    """支委会, and a 党组织会议, which keeps the same book."""
    chapters: list[Chapter] = []
    for item in parts.items_of(record):
        chapters.append((f"议题：{item.title}", parts.numbered(_committee_item(item, record), level=2)))
    signed = Signatures((("到会委员（签字）：",), ("",)), dated=False)
    return [*parts.head(record, split=False), *parts.numbered(chapters), signed, *parts.foot(record)]


def _committee_item(item: Item, record: Record) -> list[Chapter]:
    closing = (item.closing,) if item.closing else ()
    return [
        ("汇报要点", _report(item, record, "汇报人：")),
        ("委员发言", parts.speeches(item.speeches, record)),
        ("书记表态", parts.speeches(closing, record) if closing or not record.finished else []),
        ("表决", parts.votes(item, record) if item.votes else []),
        ("决定", parts.decisions(item, record, kept=True) + parts.onward(item, record)),
        ("落实", parts.follow_ups(item.follow_ups, record)),
    ]


def group(record: Record) -> list[Block]:
    facts = record.head
    first = (
        (Field("党小组", facts.group), Field("组长", facts.leader)),
        (Field("到会支委", wording.names(facts.committee_present)),),
    )
    chapters: list[Chapter] = [("议题", parts.agenda(record))]
    items = parts.items_of(record)
    if len(items) == 1:
        chapters += _group_item(items[0], record)
    else:
        chapters += [(item.title, parts.numbered(_group_item(item, record), level=2)) for item in items]
    return [*parts.head(record, first=first), *parts.numbered(chapters), *parts.foot(record)]


def _group_item(item: Item, record: Record) -> list[Chapter]:
    spoken = (*item.speeches, *((item.closing,) if item.closing else ()))
    return [
        ("学习内容及领学人", _report(item, record, "领学人：")),
        ("发言", parts.speeches(spoken, record)),
        ("意见建议（报支委会）", parts.decisions(item, record)),
    ]
