"""党员学时登记表: of a branch in a year, as a table and on paper."""

from collections.abc import Sequence
from decimal import Decimal

from navmark.foundation.printing import wording
from navmark.foundation.printing.sheet import Note, RuledColumn, RuledTable, Sheet, Signatures, Title
from navmark.foundation.study.sheets import ONLY_ORGANISED
from navmark.foundation.study.templatetags.study_words import hours as plainly
from navmark.foundation.study.year import StudyLine, StudyYear
from navmark.foundation.tables.writing import Field, Worksheet

KINDS = ("集中学习", "补学", "集中培训", "此前登记", "合计")
COLUMNS = [RuledColumn(name, width) for name, width in zip(KINDS, (22, 15, 22, 22, 16), strict=True)]


def title_of(year: StudyYear) -> str:
    return f"{year.year}年党员学时登记表"


def worksheet(lines: Sequence[StudyLine], year: StudyYear) -> Worksheet:
    fields = [Field("姓名"), *(Field(one, "decimal") for one in (*KINDS, "还需")), Field("备注")]
    rows = [(one.person.name, *_hours(one), one.law.remaining, _remark(one)) for one in lines]
    return Worksheet("学时", fields, rows, title=title_of(year))


def of_branch(lines: Sequence[StudyLine], year: StudyYear, *, branch: str) -> Sheet:
    columns = (RuledColumn("序号", 13), RuledColumn("姓名", 23), *COLUMNS, RuledColumn("备注", 35))
    rows = [(str(n), one.person.name, *map(plainly, _hours(one)), _remark(one)) for n, one in enumerate(lines, start=1)]
    blocks = (
        Title(title_of(year), branch, f"截至{wording.day(year.last)}"), RuledTable(columns, tuple(rows), dense=True),
        Note(f"{ONLY_ORGANISED}；按姓氏笔画排列。"), Signatures((("登记人", "党支部书记"),)),
    )  # fmt: skip
    return Sheet(title_of(year), blocks, on=year.last)


def _hours(line: StudyLine) -> tuple[Decimal, ...]:
    """In the order of KINDS."""
    return line.at_sessions, line.made_up, line.at_courses, line.before, line.law.hours


def _remark(line: StudyLine) -> str:
    return "不作硬性要求" if line.law.is_exempt else "" if line.is_whole else "年内转入或启用"
