"""学时登记表: of a branch in a year, as a table and on paper."""

from collections.abc import Iterable, Sequence

from navmark.foundation.printing import wording
from navmark.foundation.printing.sheet import Note, RuledColumn, RuledTable, Sheet, Signatures, Title
from navmark.foundation.tables.writing import Field, Worksheet
from navmark.pillars.demonstration.theory_study.templatetags.study_words import hours as plainly
from navmark.pillars.demonstration.theory_study.year import StudyLine, StudyYear

COLUMNS = (
    RuledColumn("序号", 13), RuledColumn("姓名", 23), RuledColumn("集中学习", 22), RuledColumn("补学", 15),
    RuledColumn("集中培训", 22), RuledColumn("此前登记", 22), RuledColumn("合计", 16), RuledColumn("备注", 35),
)  # fmt: skip
RULE = "只计有组织的集中学习培训，不计手机应用的时长和积分；按姓氏笔画排列。"


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
        Title(title, branch, f"截至{wording.day(year.last)}"), RuledTable(COLUMNS, rows, dense=True), Note(RULE),
        Signatures((("登记人", "党支部书记"),)),
    )  # fmt: skip
    return Sheet(title, blocks, on=year.last)
