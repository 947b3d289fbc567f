"""Sheets of an outing: the roster and the head counts of each group."""

from collections.abc import Callable, Iterable, Iterator

from navmark.foundation.outings.models import HeadCount, OutingGroup
from navmark.foundation.outings.outing import Outing
from navmark.foundation.people.naming import name_on
from navmark.foundation.printing import wording
from navmark.foundation.printing.sheet import (
    Block,
    Grid,
    Labelled,
    Note,
    RuledColumn,
    RuledTable,
    Sheet,
    Signatures,
    Title,
)

ROSTER = (RuledColumn("序号", 16), RuledColumn("姓名", 40), RuledColumn("班级", 44), RuledColumn("备注", 56))
COUNTS = (
    RuledColumn("清点点位", 40), RuledColumn("时间", 28), RuledColumn("应到", 18), RuledColumn("实到", 18),
    RuledColumn("缺谁、怎么处理", 52),
)  # fmt: skip


def rosters(outing: Outing, groups: Iterable[OutingGroup]) -> Sheet:
    """分组名册, a page a group."""
    classes = {one.pk: name_on(unit, outing.day) for unit in outing.classes for one in outing.pupils[unit.pk]}

    def page(group: OutingGroup) -> Iterator[Block]:
        going = enumerate(outing.within(group), start=1)
        yield RuledTable(ROSTER, tuple((str(n), one.pupil.name, classes.get(one.pupil_id, ""), "") for n, one in going))
        yield Note("仅供带队使用，返回后收回销毁。")

    return _by_group(outing, groups, "分组名册", page)


def head_counts(outing: Outing, groups: Iterable[OutingGroup]) -> Sheet:
    """清点表, a page a group: what was counted, and places for the pen."""

    def page(group: OutingGroup) -> Iterator[Block]:
        rows = tuple(_count_row(point, count, len(outing.within(group))) for point, count in outing.counts(group))
        yield RuledTable(COUNTS, rows, least=len(rows) + 2)
        yield Signatures((("带队教师",),))

    return _by_group(outing, groups, "清点表", page)


def _count_row(point: str, count: HeadCount | None, due: int) -> tuple[str, ...]:
    """What was written about somebody who was missing stays sealed: the sheet says only that it stands in the product."""
    if count is None:
        return point, "", str(due), "", ""
    return point, f"{wording.local(count.at):%H:%M}", str(count.due), str(count.there), "已记录" if count.note else ""


def _by_group(outing: Outing, groups: Iterable[OutingGroup], name: str, page: Callable[[OutingGroup], Iterator[Block]]) -> Sheet:
    blocks = list[Block]()
    for group in groups:
        there = f"{len(outing.within(group))}人"
        number = f"第{wording.numeral(group.number)}组"
        blocks.append(Title(name, outing.entry.title, wording.day(outing.day), new_page=bool(blocks)))
        blocks.append(Grid(((Labelled("分组", number), Labelled("带队教师", group.leader.name), Labelled("人数", there)),)))
        blocks += page(group)
    return Sheet(f"{outing.entry.title}{name}", tuple(blocks) or (Title(name, outing.entry.title),), on=outing.day)
