from datetime import date, datetime, time
from pathlib import Path

import pytest
from openpyxl import Workbook

from navmark.foundation.tables.reading import read
from navmark.foundation.tables.refusals import Empty, NoSuchWorksheet
from navmark.foundation.tables.table import Merge, Table

from .builders import COLUMNS, saved, with_part, xlsx

STAFF_XLS = Path(__file__).parent / "fixtures" / "staff.xls"


def rows_of(*row):
    return read(xlsx(("Sheet1", [row])), "a.xlsx").rows[0]


def test_keeps_the_digits_of_a_number_that_names_something():
    assert rows_of(19900000000, 1101, "01", 2.0, 86.5, 1986.06, -3) == ["19900000000", "1101", "01", "2", "86.5", "1986.06", "-3"]


def test_shows_as_a_spreadsheet_does_that_digits_are_lost():
    assert rows_of(370102199001011234) == ["3.70102199001011E+17"]


def test_writes_days_and_times_in_one_way():
    cells = (date(2020, 2, 29), datetime(2026, 11, 20), datetime(2026, 11, 20, 16, 30), time(8, 5), True)

    assert rows_of(*cells) == ["2020-02-29", "2026-11-20", "2026-11-20 16:30", "08:05", "TRUE"]


def test_keeps_row_numbers_although_rows_are_blank_above_and_between():
    found = read(xlsx(("Sheet1", [[], [None, "姓名"], [], [None, "张三"], [None, "  "]])), "a.xlsx")

    assert found.rows == [["", ""], ["", "姓名"], ["", ""], ["", "张三"]]


def test_chooses_the_sheet_with_most_known_headings_and_names_all_that_are_shown():
    book = xlsx(
        ("说明", [["填写说明"]] * 9),
        ("教师", [["姓名", "性别"], ["张三", "男"]]),
        ("旧", [["姓名", "性别", "电话"]]),
        hidden=["旧"],
    )

    found = read(book, "a.xlsx", columns=COLUMNS)

    assert (found.worksheet, found.worksheets) == ("教师", ("说明", "教师"))


def test_takes_the_sheet_that_was_asked_for():
    book = xlsx(("甲", [["a"]]), ("乙", [["b"]]))

    assert read(book, "a.xlsx", worksheet="乙").rows == [["b"]]
    with pytest.raises(NoSuchWorksheet):
        read(book, "a.xlsx", worksheet="丙")


def test_takes_the_fullest_sheet_when_no_heading_is_asked_for():
    assert read(xlsx(("甲", [["a"]]), ("乙", [["b"], ["c"]])), "a.xlsx").worksheet == "乙"


def test_tells_a_formula_without_result_and_one_that_failed():
    book = Workbook()
    book.active.append(["=1+1", '=IF(TRUE,"","x")', "#N/A", "text"])

    assert read(saved(book), "a.xlsx").rows == [["#CALC!", "#CALC!", "#N/A", "text"]]


def test_reads_the_stored_result_of_a_formula():
    xml = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
        '<c r="A1"><f>40+2</f><v>42</v></c><c r="B1" t="str"><f>IF(TRUE,"","x")</f><v></v></c>'
        '<c r="C1" t="e"><f>NA()</f><v>#N/A</v></c><c r="D1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row>'
        "</sheetData></worksheet>"
    )

    assert read(with_part(xlsx(("甲", [["x"]])), "xl/worksheets/sheet1.xml", xml), "a.xlsx").rows == [["42", "", "#N/A", "ab"]]


def test_reads_the_old_xls_too():
    found = read(STAFF_XLS.read_bytes(), "staff.xls", columns=COLUMNS)

    assert found.rows[1:] == [
        ["序号", "姓名", "出生日期", "手机号码", "班主任班级"],
        ["1", "张 三", "2000-02-29", "19900000000", "一年级(1)班"],
        ["2", "𠮷野", "1986-06-04", "19900000001", ""],
        ["合计", "", "", "2", ""],
    ]
    assert Merge(2, 4, 3, 4) in found.merges


def test_reads_a_workbook_by_its_bytes_whatever_its_name_says():
    assert read(xlsx(("甲", [["x"]])), "a.csv").rows == [["x"]]


def test_refuses_a_workbook_with_nothing_in_it():
    with pytest.raises(Empty):
        read(xlsx(("甲", []), ("乙", [[None, " "]])), "a.xlsx")


def test_can_be_stored_between_steps():
    found = read(xlsx(("甲", [["标题"], ["姓名"], ["张三"]]), merges=["A1:C1"]), "a.xlsx")

    assert Table.from_json(found.as_json()) == found
