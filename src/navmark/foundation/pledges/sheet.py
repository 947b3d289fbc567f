"""What is printed: who holds what, to hang up; and one pledge with what was done."""

from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.utils.translation import override

from navmark.foundation.papers.description import Description
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.on_paper import for_the_pen
from navmark.foundation.people.models import UnitKind
from navmark.foundation.people.naming import name_on
from navmark.foundation.pledges.about import Thing
from navmark.foundation.pledges.listing import PledgeList
from navmark.foundation.pledges.models import Pledge, PledgeKind
from navmark.foundation.pledges.queries import PledgeWord, told, took_part_in
from navmark.foundation.printing import wording
from navmark.foundation.printing.sheet import Block, Grid, Heading, Labelled, Note, RuledColumn, RuledTable, Sheet, Text, Title

WIDTHS = (38, 30, 38, 50)


def list_sheet(found: PledgeList) -> Sheet:
    """The arrangement."""
    with override(settings.LANGUAGE_CODE):
        title = found.kind.sheet_title or found.kind.title
        columns = tuple(RuledColumn(field.label, width) for field, width in zip(found.head, WIDTHS, strict=True))
        rows = tuple((what, who, wording.day(since) if since else "", basis) for what, who, since, basis in found.rows())
        foot = Note(f"截至{wording.day(found.on)}，共{len(found.lines)}项。")
        return Sheet(title, (Title(title), RuledTable(columns, rows), foot), on=found.on)


def pledge_sheet(pledge: Pledge, *, on: date) -> Sheet:
    with override(settings.LANGUAGE_CODE):
        return Sheet(f"{pledge.kind.title}记录", tuple(_blocks(pledge, on)), on=on)


def empty_sheet(kind: PledgeKind, paper: Description, known: Known) -> Sheet:
    """Of a word, before anybody has written: of what, by whom, on which day, and the questions of its paper."""
    with override(settings.LANGUAGE_CODE):
        title = f"{kind.title}记录"
        head = Grid(((Labelled("对象"), Labelled(kind.holder_words)), (Labelled("日期", wording.NO_DAY),)))
        return Sheet(title, (Title(title), head, *for_the_pen(paper, known)))


def _blocks(pledge: Pledge, on: date) -> Iterator[Block]:
    whose = "" if pledge.unit.kind == UnitKind.SCHOOL else name_on(pledge.unit, on)
    until = f"至{wording.day(pledge.to_day)}" if pledge.to_day else "起"
    since = wording.day(pledge.from_day) if pledge.from_day else ""
    yield Title(f"{pledge.kind.title}记录", whose)
    yield Grid(
        (
            (Labelled("对象", Thing.of(pledge, on).name), Labelled(pledge.kind.holder_words, pledge.holder.name)),
            (Labelled("起止", f"{since}{until}"), Labelled("依据", pledge.basis)),
        )
    )
    for word in reversed(told(pledge, on)):
        yield from _word(word)
    occasions = took_part_in(pledge, upto=on)
    if occasions:
        yield Heading("参加的活动")
        columns = (RuledColumn("日期", 40), RuledColumn("活动", 116, centred=False))
        yield RuledTable(columns, tuple((wording.day(one.day), one.title) for one in reversed(occasions)))


def _word(word: PledgeWord) -> Iterator[Block]:
    yield Heading(wording.day(word.log.day))
    for one in word.said:
        yield Text(one.words or "；".join("、".join(row) for row in one.rows), lead=f"{one.label}：")
