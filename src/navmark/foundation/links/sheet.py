"""What carries a tag, on paper: the campaign's own paper first, then the figures and the lists; and as words for a summary."""

from collections.abc import Iterator
from datetime import date

from navmark.foundation.links.gathering import GatheredKind, Gathering
from navmark.foundation.links.linkable import Linked, Written
from navmark.foundation.papers.on_paper import blocks as paper_blocks
from navmark.foundation.printing import wording
from navmark.foundation.printing.sheet import WIDTH, Block, Heading, Note, RuledColumn, RuledTable, Sheet, Title

THINGS = (
    RuledColumn("日期", 34), RuledColumn("名称", 58, centred=False), RuledColumn("负责人", 24),
    RuledColumn("状态", 40, centred=False),
)  # fmt: skip
WHAT, TERMS_MOST, NAMED_MOST = 48, 4, 20


def sheet_of(found: Gathering, written: Written | None, *, on: date) -> Sheet:
    """The caller has gathered it in the school's language, whatever that of the page."""
    return Sheet(found.tag.title, tuple(_blocks(found, written, on)), on=on)


def _blocks(found: Gathering, written: Written | None, on: date) -> Iterator[Block]:
    tag = found.tag
    days = f"{wording.day(tag.from_day)}—{wording.day(tag.to_day)}" if tag.is_campaign else ""
    yield Title(tag.title, "专项资料" if tag.is_campaign else "标签汇总", days or wording.day(on))
    if written is not None:
        description, values, known = written
        yield from paper_blocks(description, values, known, sealed=False)
    if found.figures:
        yield Heading("数量")
        yield _figures(found)
    for kind in found.kinds:
        yield Heading(f"{kind.what}（{kind.count}）{_how_far(kind)}")
        if kind.things:
            yield RuledTable(THINGS, tuple(map(_row, kind.things)), dense=True)
        if kind.unnamed:
            yield Note(f"另有{kind.unnamed}项涉及学生，只计数，不列名。")
    yield Note(f"截至{wording.day(on)}。")


def _figures(found: Gathering) -> RuledTable:
    """Of the newest terms, as many as there is room for, and of all."""
    terms = found.terms[-TERMS_MOST:]
    first = len(found.terms) - len(terms)
    each = (WIDTH - WHAT) // (len(terms) + 1)
    last = WIDTH - WHAT - each * len(terms)
    columns = (
        RuledColumn("类别", WHAT, centred=False), *(RuledColumn(one.name, each) for one in terms), RuledColumn("合计", last)
    )  # fmt: skip
    rows = [(line.what, *map(str, line.counts[first:]), str(line.total)) for line in found.figures]
    whole = ("合计", *map(str, found.totals[first:]), str(sum(found.totals)))
    return RuledTable(columns, (*rows, whole), dense=True)


def _row(one: Linked) -> tuple[str, ...]:
    state = "；".join(filter(None, (one.how_far, one.aside)))
    return (wording.day(one.day), f"{one.title}{f'：{one.about}' if one.about else ''}", one.whose, state)


def _how_far(kind: GatheredKind) -> str:
    told = "、".join(f"{words}{count}" for words, count in kind.how_far)
    return f"：{told}" if told else ""


def in_words(found: Gathering) -> str:
    """What a summary opens with: counts and titles, kind by kind, to be corrected and gone on with by hand."""
    return "\n".join(
        f"{wording.numeral(place)}、{kind.what}{kind.count}项{_how_far(kind)}。{_named(kind)}"
        for place, kind in enumerate(found.kinds, start=1)
    )


def _named(kind: GatheredKind) -> str:
    told = [f"{_day(one.day)}“{one.about or one.title}”{_aside(one)}" for one in reversed(kind.things[:NAMED_MOST])]
    rest = "等" if len(kind.things) > NAMED_MOST else ""
    return f"{'；'.join(told)}{rest}。" if told else ""


def _aside(one: Linked) -> str:
    aside = "，".join(filter(None, (one.how_far if one.is_open else "", one.aside)))
    return f"（{aside}）" if aside else ""


def _day(day: date) -> str:
    return f"{day.month}月{day.day}日"
