"""Tables as schools send them: read right, or refused in words at the cell."""

from datetime import date
from pathlib import Path

import pytest

from navmark.foundation.tables import cells
from navmark.foundation.tables.cells import WrittenDate
from navmark.foundation.tables.findings import findings
from navmark.foundation.tables.headings import Column
from navmark.foundation.tables.mapping import map_headings
from navmark.foundation.tables.reading import read
from navmark.foundation.tables.rows import parse_rows
from navmark.foundation.tables.table import Table

FIXTURES = Path(__file__).with_name("fixtures")
COLUMNS = (
    Column("serial", "序号", (), cells.text(20)),
    Column("name", "姓名", (), cells.person_name, required=True),
    Column("sex", "性别", (), cells.sex),
    Column("phone", "手机号码", (), cells.phone),
    Column("number", "工号", ("学籍号",), cells.identifier),
    Column("born", "出生年月", ("出生日期",), cells.written_date, is_day=True),
    Column("joined", "入党时间", (), cells.written_date, is_day=True),
    Column("full", "转正时间", (), cells.written_date, is_day=True),
    Column("class", "班级", (), cells.class_or_number, fills_down=True),
    Column("grade", "年级", (), cells.grade, fills_down=True),
)


def table_of(source: str) -> Table:
    """A file of the fixtures, or a paste."""
    path = FIXTURES / source
    return read(source if "\n" in source else path.read_bytes(), path.name if "\n" not in source else "粘贴", columns=COLUMNS)


def rows_of(source: str):
    table = table_of(source)
    return parse_rows(table, map_headings(table, COLUMNS), COLUMNS).rows


def values(source: str, key: str):
    return [row.values.get(key) for row in rows_of(source)]


def told(source: str) -> list[str]:
    return [str(problem) for row in rows_of(source) for problem in row.problems]


def found(source: str) -> list[str]:
    table = table_of(source)
    return list(findings(table, map_headings(table, COLUMNS)))


TEXTS = ("c1-sep.csv", "c2-eqquote.csv", "c3-apos.csv", "c4-tab.csv", "c5-semi.csv", "c10-tsv.xls", "c11-utf16.xls")


@pytest.mark.parametrize("source", (*TEXTS, "d1-x1f.csv", "d1b-nbsp.csv", "d1c-tabs.csv"))
def test_a_guard_or_a_separator_of_another_program_is_no_part_of_a_cell(source):
    row = rows_of(source)[0]

    assert (row.values["name"], row.values["sex"], row.values["phone"]) == ("甲一", "male", "19900000001")
    assert row.values.get("number", "0012") == "0012" and not row.problems


def test_back_ticks_and_a_lone_apostrophe_guard_nothing():
    assert values("c3b-apos-pupil.csv", "number") == ["2021370100120019", "2021370100120020"]
    assert "身份证号" not in rows_of("c3b-apos-pupil.csv")[0].extras


def test_lost_digits_are_named():
    assert values("c6-sci.csv", "number") == [None, "2021370100120010"]
    assert len(told("c6-sci.csv")) == 1


def test_a_private_character_is_named_with_its_code():
    assert values("c7-pua.csv", "name") == ["王䶮", None]
    assert "U+E863" in told("c7-pua.csv")[0]


def test_radicals_that_look_like_characters_become_them():
    assert values("姓名\t性别\n⽅一\t⼥\n⾼⼆\t男", "name") == ["方一", "高二"]


def test_rare_characters_stay_what_they_are():
    assert values("姓名\t性别\n王𠮷\t男\n李㛃\t女", "name") == ["王𠮷", "李㛃"]


def test_a_web_page_under_the_name_of_a_workbook_is_read():
    assert [row.values["name"] for row in rows_of("c9-html.xls")] == ["甲一"]


def test_two_lists_side_by_side_are_one():
    half = "序号\t姓名\t手机号码"
    paste = f"{half}\t{half}\n1\t甲一\t19900000001\t3\t甲三\t19900000003\n2\t甲二\t19900000002\t\t\t"

    assert values(paste, "name") == ["甲一", "甲二", "甲三"]
    assert [row.place for row in rows_of(paste)] == ["2", "3", "2"]
    assert len(found(paste)) == 1


def test_a_second_name_in_the_row_is_no_second_list():
    paste = "姓名\t性别\t姓名\t手机号码\n甲一\t男\t乙父\t19900000001"

    assert values(paste, "name") == ["甲一"]
    assert rows_of(paste)[0].extras == {"姓名 2": "乙父"}


@pytest.mark.parametrize("source", ("m1-sheet-per-class.xlsx", "m2-class-in-sheet-name.xlsx"))
def test_every_worksheet_that_holds_the_list_is_read_and_each_row_named_by_it(source):
    rows, sizes = rows_of(source), {"m1-sheet-per-class.xlsx": 9, "m2-class-in-sheet-name.xlsx": 6}

    assert len(rows) == sizes[source]
    assert [cells.class_in(row.origin.worksheet).number for row in rows[::3]] == list(range(1, sizes[source] // 3 + 1))
    assert rows[3].place.endswith("（一年级2班）") and "一年级2班" in found(source)[0]


def test_grade_and_class_in_columns_of_their_own():
    assert [(row.values["grade"].grade, row.values["class"].number) for row in rows_of("m3-grade-and-class-columns.xlsx")] == [
        (1, 1),
        (1, 1),
    ]


def test_a_row_that_is_struck_out_is_refused():
    first, second = rows_of("m4-struck-out.xlsx")

    assert not first.problems and len(second.problems) == 1


def test_prefilled_formulas_make_no_rows():
    assert values("m6-prefilled-formula.xlsx", "name") == ["空一"]


def test_a_fault_of_a_formula_is_named_in_a_strict_workbook_too():
    assert len(told("s13-strict.xlsx")) == 2


@pytest.mark.parametrize("source", ("s14-backslash.xlsx", "s14b-workbook2.xlsx"))
def test_parts_of_unusual_names_are_found(source):
    assert values(source, "name") == ["斜一"]


@pytest.mark.parametrize("source", ("s1a-1904-typed.xlsx", "s1b-1904-general.xlsx"))
def test_a_workbook_that_counts_from_1904(source):
    row = rows_of(source)[0]

    assert (row.values["born"], row.values["joined"]) == (
        WrittenDate(date(1990, 5, 20), "day"),
        WrittenDate(date(2015, 7, 1), "day"),
    )


def test_what_is_shown_as_a_month_is_known_by_its_month():
    assert set(values("s2-month-formats.xlsx", "born")) == {WrittenDate(date(1990, 5, 1), "month")}
    assert values("s1c-1904-cn-format.xlsx", "born") == [WrittenDate(date(1990, 5, 1), "month")]


def test_days_in_many_ways():
    joined = values("s2b-dbnum.xlsx", "joined")

    assert joined[:2] == [WrittenDate(date(2015, 7, 1), "day")] * 2 and joined[2] is None
    assert joined[3:] == [WrittenDate(date(2015, 7, 1), precision) for precision in ("day", "month", "month")]
    assert len(told("s2b-dbnum.xlsx")) == 4


def test_a_year_typed_into_a_cell_for_dates_is_no_day():
    first, second = rows_of("d2-year-in-date-cell.xlsx")

    assert "joined" not in first.values and "1998" in str(first.problems[0])
    assert second.values["joined"] == WrittenDate(date(1998, 1, 1), "year")


def test_marks_for_reading_aloud_are_no_part_of_a_name():
    assert values("s6-rich-phonetic.xlsx", "name") == ["李婧", "王小明", "赵一一", "钱二", "孙三"]
    assert values("s6b-inline.xlsx", "name")[:3] == ["周四", "吴五", "周四乙"]


def test_hidden_rows_and_columns_are_read_and_named():
    assert [row.is_hidden for row in rows_of("s7-hidden-row.xlsx")] == [False, True, False]
    assert len(found("s7-hidden-row.xlsx")) == 1 and "3" in found("s7-hidden-row.xlsx")[0]
    assert len(found("s7b-hidden-col.xlsx")) == 1 and "备注" in found("s7b-hidden-col.xlsx")[0]


@pytest.mark.parametrize("name", ("*李四", "王五（退休）", "1.赵六", "孙七/孙八", "吴九👍"))
def test_what_is_no_part_of_a_name_is_named(name):
    assert len(told(f"姓名\t性别\n{name}\t男")) == 1


@pytest.mark.parametrize(
    ("written", "name"),
    [("张三（大）", "张三(大)"), ("欧阳　娜娜", "欧阳娜娜"), ("买买提.艾力", "买买提·艾力"), ("张伟2", "张伟2")],
)
def test_names_in_the_ways_of_offices(written, name):
    assert values(f"姓名\t性别\n{written}\t男", "name") == [name]


CLASSES = "一年级一班 1.1班 一（1） 一年1班 一年级01班 1-1"
NO_CLASSES = "小一1班 一年级 1年级1班（英才班）"


def test_classes_in_the_ways_of_offices():
    assert {(cells.class_name(one).grade, cells.class_name(one).number) for one in CLASSES.split()} == {(1, 1)}
    assert len(told("班级\t姓名\n" + "\n".join(f"{one}\t甲" for one in NO_CLASSES.split()))) == 3


PHONES = ("１９９００００００02", "+86 199-0000-0002")
NO_PHONES = ("19900000001/0632-3123456", "6123456(家)", "19900000005（短号6001）", "199****0006")


def test_phones_in_the_ways_of_offices():
    assert {cells.phone(one) for one in PHONES} == {"19900000002"}
    assert len(told("姓名\t手机号码\n" + "\n".join(f"甲\t{one}" for one in NO_PHONES))) == 4
