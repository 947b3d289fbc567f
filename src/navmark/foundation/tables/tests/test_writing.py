import csv
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from time import sleep

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from navmark.foundation.tables.guards import GUARD
from navmark.foundation.tables.reading import read
from navmark.foundation.tables.writing import Field, Worksheet, csv_text, workbook

FIELDS = (Field("姓名"), Field("身份证号", "identifier"), Field("日期", "date"), Field("人数", "integer"), Field("金额", "money"))
ROW = ["𠮷野", "370102199003071234", date(2020, 2, 29), 24, Decimal("7012.5")]
DANGEROUS = ["=1+1", "+86 1", "-2", "@SUM(A1)", "=cmd|' /C calc'!A0"]


def opened(content):
    return openpyxl.load_workbook(BytesIO(content)).worksheets[0]


def test_gives_the_same_bytes_for_the_same_rows_at_another_time():
    first = workbook([Worksheet("名册", FIELDS, [ROW])])
    sleep(2.1)  # a zip tells time in steps of two seconds

    assert workbook([Worksheet("名册", FIELDS, [ROW])]) == first


def test_keeps_kinds_identifiers_and_rare_characters():
    worksheet = opened(workbook([Worksheet("名册", FIELDS, [ROW])]))

    assert [cell.data_type for cell in worksheet[2]] == ["s", "s", "d", "n", "n"]
    assert [cell.number_format for cell in worksheet[2]] == ["General", "@", "yyyy-mm-dd", "0", "#,##0.00"]
    assert worksheet["A2"].value == "𠮷野"


def test_is_laid_out_for_reading_and_for_paper():
    worksheet = opened(workbook([Worksheet("名册", FIELDS, [ROW], title="教职工花名册")]))

    assert worksheet["A1"].value == "教职工花名册"
    assert worksheet["A2"].font.bold
    assert worksheet.freeze_panes == "A3"
    assert worksheet.print_title_rows == "$2:$2"
    setup = worksheet.page_setup
    assert (setup.orientation, setup.paperSize, setup.fitToHeight) == ("landscape", 9, 0)


def test_gives_chinese_its_width():
    narrow, wide = (
        opened(workbook([Worksheet("甲", [Field("a")], [[text]])])).column_dimensions["A"].width
        for text in ("abcdefgh", "一二三四五六七八")
    )

    assert (narrow, wide) == (10, 18)


@pytest.mark.parametrize("text", DANGEROUS)
def test_a_text_is_never_calculated_in_a_workbook(text):
    cell = opened(workbook([Worksheet("甲", [Field(text)], [[text]])]))["A2"]

    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


@pytest.mark.parametrize("text", [*DANGEROUS, "\t=1", "\r=1"])
def test_a_text_is_never_calculated_in_a_csv(text):
    written = csv_text([Field("甲")], [[text]])

    assert list(csv.reader(StringIO(written.removeprefix("\ufeff"), newline="")))[1] == [f"'{text}"]


def test_a_negative_number_in_a_csv_stays_a_number():
    assert csv_text([Field("甲")], [[-2], [None], [date(2026, 11, 20)]]) == '\ufeff甲\r\n-2\r\n""\r\n2026-11-20\r\n'


def test_leaves_out_what_no_sheet_may_hold():
    assert opened(workbook([Worksheet("甲/乙", [Field("a")], [["张\x00三\x0b"]])]))["A2"].value == "张三"
    assert opened(workbook([Worksheet("甲/乙", [Field("a")], [])])).title == "甲 乙"


TEXTS = some.text(some.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"], include_characters='=+-@·𠮷"'), max_size=12).map(
    str.strip
)
TABLES = some.lists(some.tuples(TEXTS, TEXTS.filter(bool)), min_size=1, max_size=8).map(lambda rows: [list(row) for row in rows])


@settings(max_examples=40, deadline=None)
@given(TABLES.filter(lambda rows: not any(GUARD.match(cell) for row in rows for cell in row)))
def test_what_a_workbook_is_given_is_read_back(rows):
    content = workbook([Worksheet("甲", [Field("一"), Field("二", "identifier")], rows)])

    assert read(content, "a.xlsx").rows == [["一", "二"], *rows]


@settings(max_examples=60, deadline=None)
@given(TABLES.filter(lambda rows: not any("'" in cell or "|" in cell or "\t" in cell for row in rows for cell in row)))
def test_what_a_csv_is_given_is_read_back(rows):
    content = csv_text([Field("一"), Field("二")], rows).encode()

    assert read(content, "a.csv").rows == [["一", "二"], *rows]
