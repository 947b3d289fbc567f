"""个人学时记录: one's own year on a page."""

from navmark.foundation.printing import wording
from navmark.foundation.printing.sheet import Note, RuledColumn, RuledTable, Sheet, Signatures, Title
from navmark.foundation.study.models import HowStudied
from navmark.foundation.study.templatetags.study_words import hours as plainly
from navmark.foundation.study.year import StudyLine, StudyYear

HOW = {HowStudied.MADE_UP: "补学", HowStudied.COURSE: "集中培训", HowStudied.BEFORE: "此前登记"}
COLUMNS = (
    RuledColumn("序号", 13), RuledColumn("日期", 46), RuledColumn("学习内容", 73, centred=False), RuledColumn("方式", 22),
    RuledColumn("学时", 14),
)  # fmt: skip
ONLY_ORGANISED = "只计有组织的集中学习培训，不计手机应用的时长和积分"


def of_person(line: StudyLine, year: StudyYear, *, unit: str) -> Sheet:
    """What was studied, day by day."""
    held = [(one.day, one.what, "集中学习", one.hours) for one in line.there]
    noted = [(one.on, one.what, HOW[HowStudied(one.how)], one.hours) for one in line.noted]
    studied = sorted((*held, *noted), key=lambda one: one[0])
    rows = [(str(n), wording.day(day), what, how, plainly(hours)) for n, (day, what, how, hours) in enumerate(studied, start=1)]
    title = f"{year.year}年个人学时记录"
    blocks = (
        Title(title, " · ".join(filter(None, (line.person.name, unit))), f"截至{wording.day(year.last)}"),
        RuledTable(COLUMNS, (*rows, ("", "", "合计", "", plainly(line.law.hours, "0"))), dense=True),
        Note(f"{ONLY_ORGANISED}。"), Signatures((("本人", "登记人"),)),
    )  # fmt: skip
    return Sheet(title, blocks, on=year.last)
