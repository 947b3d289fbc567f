"""What a tour tells parents in its letter, and the study sheet of a pupil."""

from collections.abc import Iterator

from navmark.foundation.outings.outing import Outing
from navmark.foundation.printing import wording
from navmark.foundation.printing.sheet import Block, Grid, Heading, Labelled, Sheet, Text, Title
from navmark.foundation.registers.models import Entry

ANSWER_LINES = 4
TASKS = ("我看到了什么", "我学到了什么")
SAFETY = "行前进行安全教育，由教师带队，每到一处清点人数；遇突发情况按应急预案处理，并立即告知家长。"
REDUCED = "学校不从中营利，家庭困难的可向班主任申请减免。"


def letter(entry: Entry) -> Iterator[Labelled]:
    """告知家长书: what parents are told before they sign."""
    tour = Outing(entry)
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


def _cost(tour: Outing) -> str:
    cents, payer = tour.values.get("cost"), tour.values.get("payer")
    if cents == 0:
        return "不收费。"
    if cents is None:
        return ""
    return f"每生{cents / 100:g}元，{f'由{payer}承担。' if payer else ''}{REDUCED}"


def study(tour: Outing) -> Sheet:
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
