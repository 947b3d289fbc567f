"""A whole school's table at once: 10,000 rows of twelve columns, measured against the bare parser in the same run."""

import tracemalloc
from io import BytesIO
from time import process_time

import pytest
from python_calamine import CalamineWorkbook

from navmark.foundation.tables import cells
from navmark.foundation.tables.cells.identity import check_digit
from navmark.foundation.tables.headings import Column
from navmark.foundation.tables.mapping import map_headings
from navmark.foundation.tables.reading import read
from navmark.foundation.tables.rows import parse_rows
from navmark.foundation.tables.writing import Field, Worksheet, workbook

ROWS = 10_000
COLUMNS = (
    Column("number", "学籍号", (), cells.identifier, required=True),
    Column("name", "姓名", (), cells.person_name, required=True),
    Column("sex", "性别", (), cells.sex),
    Column("born", "出生日期", (), cells.written_date),
    Column("id", "身份证号", (), cells.id_number),
    Column("klass", "班级", (), cells.class_name, fills_down=True),
    Column("phone", "电话", (), cells.phone),
    Column("address", "家庭住址", (), cells.text()),
)


def pupil(index):
    day = f"{2014 + index % 6}{1 + index % 12:02d}{1 + index % 28:02d}"
    number = f"370102{day}{index % 999:03d}"
    klass = f"{index % 6 + 1}年级{index % 9 + 1}班"
    told = [f"L{index:08d}", f"学生{index}", "12"[index % 2], day, number + check_digit(number), klass, f"199{index:08d}"]
    return [*told, f"示例路{index}号", "汉族", "走读", "示例小学", "备注"]


@pytest.fixture(scope="module")
def worksheet():
    labels = [*(column.label for column in COLUMNS), "民族", "就读方式", "学校", "备注"]
    return workbook([Worksheet("学生", [Field(label) for label in labels], [pupil(index) for index in range(ROWS)])])


def imported(worksheet):
    table = read(worksheet, "学生.xlsx", columns=COLUMNS)
    return parse_rows(table, map_headings(table, COLUMNS), COLUMNS)


def bare(worksheet):
    return CalamineWorkbook.from_filelike(BytesIO(worksheet)).get_sheet_by_index(0).to_python()


def seconds(work, worksheet):
    started = process_time()
    work(worksheet)
    return process_time() - started


def test_reads_maps_and_cleans_ten_thousand_rows_within_twelve_times_the_bare_parser(worksheet):
    pairs = [(seconds(imported, worksheet), seconds(bare, worksheet)) for _ in range(3)]

    assert min(ours for ours, _ in pairs) <= 12 * min(floor for _, floor in pairs)


def test_needs_little_memory_for_ten_thousand_rows(worksheet):
    tracemalloc.start()
    found = imported(worksheet)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert len(found.rows) == ROWS
    assert not any(row.problems for row in found.rows)
    assert peak < 100 * 2**20
