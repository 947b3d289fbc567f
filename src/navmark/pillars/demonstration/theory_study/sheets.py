"""学时登记表: of a branch in a year, as a table and on paper."""

from collections.abc import Iterable, Sequence

from navmark.foundation.printing import wording
from navmark.foundation.printing.sheet import Note, RuledColumn, RuledTable, Sheet, Signatures, Title
from navmark.foundation.tables.writing import Field, Worksheet
from navmark.pillars.demonstration.theory_study.models import HowStudied
from navmark.pillars.demonstration.theory_study.templatetags.study_words import hours as plainly
from navmark.pillars.demonstration.theory_study.year import StudyLine, StudyYear

COLUMNS = (
    RuledColumn("序号", 13), RuledColumn("姓名", 23), RuledColumn("集中学习", 22), RuledColumn("补学", 15),
    RuledColumn("集中培训", 22), RuledColumn("此前登记", 22), RuledColumn("合计", 16), RuledColumn("备注", 35),
)  # fmt: skip
HOW = {HowStudied.MADE_UP: "补学", HowStudied.COURSE: "集中培训", HowStudied.BEFORE: "此前登记"}
OWN = (
    RuledColumn("序号", 13), RuledColumn("日期", 38), RuledColumn("学习内容", 75, centred=False), RuledColumn("方式", 22),
    RuledColumn("学时", 20),
)  # fmt: skip
RULE = "只计有组织的集中学习培训，不计手机应用的时长和积分"
BY_STROKES, BY_DAY = f"{RULE}；按姓氏笔画排列。", f"{RULE}。"


def title_of(year: int) -> str:
    return f"{year}年党员学时登记表"


def _remark(line: StudyLine) -> str:
    return "不作硬性要求" if line.law.is_exempt else "" if line.is_whole else "年内转入或启用"


def worksheet(lines: Iterable[StudyLine], *, title: str) -> Worksheet:
    fields = [
        Field("姓名"),
        *(Field(one, "decimal") for one in ("集中学习", "补学", "集中培训", "此前登记", "合计", "还需")),
        Field("备注"),
    ]
    rows = [
        (
            line.person.name, line.at_sessions, line.made_up, line.at_courses, line.before, line.law.hours, line.law.remaining,
            _remark(line),
        )
        for line in lines
    ]  # fmt: skip
    return Worksheet("学时", fields, rows, title=title)


def of_branch(lines: Sequence[StudyLine], year: StudyYear, *, branch: str) -> Sheet:
    rows = tuple(
        (str(n), line.person.name, *map(plainly, (line.at_sessions, line.made_up, line.at_courses, line.before, line.law.hours)),
         _remark(line))
        for n, line in enumerate(lines, start=1)
    )  # fmt: skip
    title = title_of(year.year)
    blocks = (
        Title(title, branch, f"截至{wording.day(year.last)}"), RuledTable(COLUMNS, rows, dense=True), Note(BY_STROKES),
        Signatures((("登记人", "党支部书记"),)),
    )  # fmt: skip
    return Sheet(title, blocks, on=year.last)


def of_person(line: StudyLine, year: StudyYear, *, branch: str) -> Sheet:
    """One's own year on a page: what was studied, day by day."""
    held = [(one.day, one.title, "集中学习", one.hours) for one in line.there]
    noted = [(one.on, one.what, HOW[HowStudied(one.how)], one.hours) for one in line.noted]
    studied = sorted((*held, *noted), key=lambda one: one[0])
    rows = [(str(n), wording.day(day), what, how, plainly(hours)) for n, (day, what, how, hours) in enumerate(studied, start=1)]
    title = f"{year.year}年个人学时记录"
    about = " · ".join(filter(None, (line.person.name, branch)))
    blocks = (
        Title(title, about, f"截至{wording.day(year.last)}"),
        RuledTable(OWN, (*rows, ("", "", "合计", "", plainly(line.law.hours, "0"))), dense=True), Note(BY_DAY),
        Signatures((("本人", "登记人"),)),
    )  # fmt: skip
    return Sheet(title, blocks, on=year.last)
