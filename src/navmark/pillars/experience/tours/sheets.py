"""Sheets of a tour: the slip for a guardian, the roster and the head counts of a group, the study sheet of a pupil."""

from collections.abc import Iterable, Iterator

from navmark.foundation.people.models import Unit
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
from navmark.pillars.experience.tours import words
from navmark.pillars.experience.tours.models import TourGroup
from navmark.pillars.experience.tours.tour import Tour

SLIPS_A_PAGE = 3
ROSTER = (RuledColumn("序号", 16), RuledColumn("姓名", 40), RuledColumn("班级", 44), RuledColumn("备注", 56))
COUNTS = (
    RuledColumn("清点点位", 40), RuledColumn("时间", 28), RuledColumn("应到", 18), RuledColumn("实到", 18),
    RuledColumn("缺谁、怎么处理", 52),
)  # fmt: skip
ANSWER_LINES = 4


def slips(tour: Tour, unit: Unit) -> Sheet:
    """告知家长书回执."""
    count = max(1, len(tour.roll[unit.pk]))
    blocks = (block for number in range(count) for block in _slip(tour, unit, number))
    return Sheet(f"{tour.entry.title}家长回执", tuple(blocks), on=tour.day)


def _slip(tour: Tour, unit: Unit, number: int) -> Iterator[Block]:
    said = tour.values
    cost = f"每生{said['cost'] / 100:g}元" if said.get("cost") else ""
    cut = bool(number) and number % SLIPS_A_PAGE == 0
    yield Title(f"{tour.entry.title}家长回执", name_on(unit, tour.day), wording.day(tour.day), new_page=cut)
    yield Grid(
        (
            (Labelled("目的地", said.get("site") or ""), Labelled("出行", "，".join(filter(None, (said.get("vehicle"), cost))))),
            (Labelled("学生姓名"), Labelled("参加", "□同意　□不参加")),
            (Labelled("照护提示", "□同意带队教师知悉："),),
            (Labelled("家长签字"), Labelled("日期")),
        ),
        together=True,
    )
    yield Note("自愿参加，不参加的由学校另行安排，不影响任何评价；照护提示可不填，返回后删除。")


def rosters(tour: Tour, groups: Iterable[TourGroup]) -> Sheet:
    """研学名册, a page a group."""
    blocks: list[Block] = []
    for group in groups:
        going = [one for one in tour.travellers if one.group_id == group.pk]
        rows = tuple((str(n), one.pupil.name, name_on(one.unit, tour.day), "") for n, one in enumerate(going, start=1))
        blocks += [*_head(tour, group, "研学名册", len(going), new_page=bool(blocks)), RuledTable(ROSTER, rows)]
        blocks.append(Note("仅供带队使用，返回后收回销毁。"))
    return Sheet(f"{tour.entry.title}名册", tuple(blocks) or (Title("研学名册", tour.entry.title),), on=tour.day)


def head_counts(tour: Tour, groups: Iterable[TourGroup]) -> Sheet:
    """研学清点表, a page a group: what was counted, and places for the pen."""
    blocks: list[Block] = []
    for group in groups:
        due = sum(one.group_id == group.pk for one in tour.travellers)
        found = {count.point: count for count in group.counts.all()}
        rows = tuple(_count_row(point, found.get(point), due) for point in tour.points)
        blocks += [*_head(tour, group, "研学清点表", due, new_page=bool(blocks)), RuledTable(COUNTS, rows, least=len(rows) + 2)]
        blocks.append(Signatures((("带队教师",),)))
    return Sheet(f"{tour.entry.title}清点表", tuple(blocks) or (Title("研学清点表", tour.entry.title),), on=tour.day)


def _count_row(point: str, count: object, due: int) -> tuple[str, ...]:
    """What was written about somebody who was missing stays sealed: the sheet says only that it stands in the product."""
    if count is None:
        return point, "", str(due), "", ""
    return point, f"{wording.local(count.at):%H:%M}", str(count.due), str(count.there), "已记录" if count.note else ""  # type: ignore[attr-defined]


def _head(tour: Tour, group: TourGroup, title: str, due: int, *, new_page: bool) -> list[Block]:
    return [
        Title(title, tour.entry.title, wording.day(tour.day), new_page=new_page),
        Grid(((Labelled("分组", words.on_paper(group)), Labelled("带队教师", group.leader.name), Labelled("人数", f"{due}人")),)),
    ]


def study(tour: Tour) -> Sheet:
    """研学单: the tasks, a line each, with room for the pen."""
    said = tour.values
    tasks = [line.strip() for line in (said.get("tasks") or "").splitlines() if line.strip()] or ["我看到了什么", "我学到了什么"]
    blocks: list[Block] = [
        Title("研学单", tour.entry.title, wording.day(tour.day)),
        Grid(((Labelled("班级"), Labelled("姓名"), Labelled("小组")),)),
    ]
    if said.get("purpose"):
        blocks.append(Text(said["purpose"], lead="研学目标："))
    for number, task in enumerate(tasks, start=1):
        blocks += [Heading(f"{wording.numeral(number)}、{task}"), Text("", ruled=ANSWER_LINES)]
    return Sheet(f"{tour.entry.title}研学单", tuple(blocks), on=tour.day)
