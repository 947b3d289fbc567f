"""Sheets of a tour: what its letter tells parents, the roster and the head counts of a group, the study sheet of a pupil."""

from collections.abc import Callable, Iterable, Iterator

from navmark.foundation.people.naming import name_on
from navmark.foundation.printing import wording
from navmark.foundation.printing.sheet import (
    Block,
    Grid,
    Heading,
    Labelled,
    Note,
    RuledColumn,
    RuledTable,
    Sheet,
    Signatures,
    Text,
    Title,
)
from navmark.foundation.registers.models import Entry
from navmark.pillars.experience.tours.models import HeadCount, TourGroup
from navmark.pillars.experience.tours.tour import Tour

ROSTER = (RuledColumn("序号", 16), RuledColumn("姓名", 40), RuledColumn("班级", 44), RuledColumn("备注", 56))
COUNTS = (
    RuledColumn("清点点位", 40), RuledColumn("时间", 28), RuledColumn("应到", 18), RuledColumn("实到", 18),
    RuledColumn("缺谁、怎么处理", 52),
)  # fmt: skip
ANSWER_LINES = 4
TASKS = ("我看到了什么", "我学到了什么")
SAFETY = "行前进行安全教育，由教师带队，每到一处清点人数；遇突发情况按应急预案处理，并立即告知家长。"
REDUCED = "学校不从中营利，家庭困难的可向班主任申请减免。"


def letter(entry: Entry) -> Iterator[Labelled]:
    """告知家长书: what parents are told before they sign."""
    tour = Tour(entry)
    said, leaders = tour.values, wording.names(one.name for one in tour.teachers())
    drive = f"单程约{said['drive']}分钟" if said.get("drive") else ""
    yield Labelled("时间", "，".join(filter(None, (wording.day(tour.day), said.get("gather")))))
    yield Labelled("地点与路线", "，".join(filter(None, (said.get("site"), said.get("vehicle"), drive))))
    yield Labelled("目的与内容", said.get("purpose") or "")
    yield Labelled("费用", _cost(tour))
    yield Labelled("保险", said.get("insurance") or "")
    yield Labelled("携带物品", said.get("bring") or "")
    yield Labelled("带队教师", leaders)
    yield Labelled("联系电话", said.get("phone") or "")
    yield Labelled("安全", SAFETY)


def _cost(tour: Tour) -> str:
    cents, payer = tour.values.get("cost"), tour.values.get("payer")
    if cents == 0:
        return "不收费。"
    if cents is None:
        return ""
    return f"每生{cents / 100:g}元，{f'由{payer}承担。' if payer else ''}{REDUCED}"


def rosters(tour: Tour, groups: Iterable[TourGroup]) -> Sheet:
    """研学名册, a page a group."""
    classes = {one.pk: name_on(unit, tour.day) for unit in tour.classes for one in tour.pupils[unit.pk]}

    def page(group: TourGroup) -> Iterator[Block]:
        going = enumerate(tour.within(group), start=1)
        yield RuledTable(ROSTER, tuple((str(n), one.pupil.name, classes.get(one.pupil_id, ""), "") for n, one in going))
        yield Note("仅供带队使用，返回后收回销毁。")

    return _by_group(tour, groups, "名册", page)


def head_counts(tour: Tour, groups: Iterable[TourGroup]) -> Sheet:
    """研学清点表, a page a group: what was counted, and places for the pen."""

    def page(group: TourGroup) -> Iterator[Block]:
        rows = tuple(_count_row(point, count, len(tour.within(group))) for point, count in tour.counts(group))
        yield RuledTable(COUNTS, rows, least=len(rows) + 2)
        yield Signatures((("带队教师",),))

    return _by_group(tour, groups, "清点表", page)


def _count_row(point: str, count: HeadCount | None, due: int) -> tuple[str, ...]:
    """What was written about somebody who was missing stays sealed: the sheet says only that it stands in the product."""
    if count is None:
        return point, "", str(due), "", ""
    return point, f"{wording.local(count.at):%H:%M}", str(count.due), str(count.there), "已记录" if count.note else ""


def _by_group(tour: Tour, groups: Iterable[TourGroup], name: str, page: Callable[[TourGroup], Iterator[Block]]) -> Sheet:
    title, blocks = f"研学{name}", list[Block]()
    for group in groups:
        there = f"{len(tour.within(group))}人"
        number = f"第{wording.numeral(group.number)}组"
        blocks.append(Title(title, tour.entry.title, wording.day(tour.day), new_page=bool(blocks)))
        blocks.append(Grid(((Labelled("分组", number), Labelled("带队教师", group.leader.name), Labelled("人数", there)),)))
        blocks += page(group)
    return Sheet(f"{tour.entry.title}{name}", tuple(blocks) or (Title(title, tour.entry.title),), on=tour.day)


def study(tour: Tour) -> Sheet:
    """研学单: the tasks, a line each, with room for the pen."""
    tasks = [line.strip() for line in (tour.values.get("tasks") or "").splitlines() if line.strip()] or TASKS
    blocks: list[Block] = [
        Title("研学单", tour.entry.title, wording.day(tour.day)),
        Grid(((Labelled("班级"), Labelled("姓名"), Labelled("小组")),)),
    ]
    if purpose := tour.values.get("purpose"):
        blocks.append(Text(purpose, lead="研学目标："))
    for number, task in enumerate(tasks, start=1):
        blocks += [Heading(f"{wording.numeral(number)}、{task}"), Text("", ruled=ANSWER_LINES)]
    return Sheet(f"{tour.entry.title}研学单", tuple(blocks), on=tour.day)
