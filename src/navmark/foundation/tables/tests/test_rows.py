import pytest

from navmark.foundation.tables.cells import ClassName
from navmark.foundation.tables.mapping import map_headings
from navmark.foundation.tables.refusals import ColumnsMissing
from navmark.foundation.tables.rows import parse_rows
from navmark.foundation.tables.table import Merge

from .builders import COLUMNS, table


def parsed(*rows, merges=()):
    found = table(*rows, merges=merges)
    return parse_rows(found, map_headings(found, COLUMNS), COLUMNS)


def test_gives_values_texts_and_what_it_does_not_know():
    row = parsed(["花名册"], ["姓名", "性别", "爱好"], ["张 三", "1", "书法"]).rows[0]

    assert row.number == 3
    assert row.values == {"name": "张三", "sex": "male"}
    assert row.texts == {"name": "张 三", "sex": "1"}
    assert row.extras == {"爱好": "书法"}
    assert row.problems == []


def test_says_in_which_cell_what_is_wrong_and_reads_the_others():
    row = parsed(["姓名", "出生日期", "电话"], ["张三", "2026-02-30", "199"]).rows[0]

    assert row.values == {"name": "张三"}
    assert [str(problem) for problem in row.problems] == [
        "出生日期: “2026-02-30” does not exist in the calendar; correct it.",
        "电话: “199” is not a telephone number; a mobile number has 11 digits.",
    ]


def test_a_cell_that_says_nothing_gives_no_value():
    assert parsed(["姓名", "电话"], ["张三", "/"]).rows[0].values == {"name": "张三"}


def test_misses_what_every_row_needs():
    row = parsed(["姓名", "性别", "电话"], ["", "男", "19900000000"]).rows[0]

    assert [str(problem) for problem in row.problems] == ["姓名: nothing stands here; it is needed in every row."]


def test_a_class_merged_downwards_speaks_for_every_row_it_covers():
    found = parsed(["班级", "姓名"], ["一(1)班", "甲"], ["", "乙"], ["", "丙"], merges=(Merge(1, 0, 2, 0),))

    assert [row.values.get("klass") for row in found.rows] == [ClassName(1, grade=1), ClassName(1, grade=1), None]


def test_a_merged_name_is_one_person_all_the_same():
    found = parsed(["姓名", "性别", "爱好"], ["甲", "男", "书法"], ["", "女", "篮球"], merges=(Merge(1, 0, 2, 0),))

    assert [bool(row.problems) for row in found.rows] == [False, True]


@pytest.mark.parametrize(
    "line", [["合计", "", "3"], ["", "总 计", "3"], ["填表人:李老师", "", ""], ["", "", "2026年9月"], ["105", "", ""]]
)
def test_lists_a_line_that_is_no_row_as_a_note(line):
    found = parsed(["序号", "姓名", "人数"], ["1", "张三", "1"], line)

    assert [row.number for row in found.rows] == [2]
    assert found.notes == {"3": " ".join(filter(None, line))}


def test_passes_over_blank_lines_and_headings_repeated_on_a_later_page():
    found = parsed(["姓名", "性别"], ["张三", "男"], ["", ""], ["姓 名", "性别"], ["李四", "女"])

    assert [row.number for row in found.rows] == [2, 5]
    assert found.notes == {}


@pytest.mark.parametrize(
    ("read", "reason"), [("#CALC!", "never calculated; open the file in WPS"), ("#N/A", "shows the fault “#N/A”")]
)
def test_refuses_a_formula_without_a_result(read, reason):
    row = parsed(["姓名", "性别"], ["张三", read]).rows[0]

    assert reason in str(row.problems[0])


def test_asks_for_a_required_column_before_it_reads_any_row():
    with pytest.raises(ColumnsMissing, match="姓名"):
        parsed(["性别", "电话"], ["男", "19900000000"])
