"""The year's register: one row a record, no talk among them."""

import io
from dataclasses import replace
from datetime import date, datetime

from openpyxl import load_workbook

from navmark.pillars.demonstration.branch_life.sheets import shape
from navmark.pillars.demonstration.branch_life.sheets.register import FIELDS, register
from navmark.pillars.demonstration.branch_life.sheets.tests import samples

TITLE = "2026年度组织生活登记簿"


def rows(records) -> list[tuple]:
    paper = load_workbook(io.BytesIO(register(records, title=TITLE))).active
    return [tuple(row) for row in paper.iter_rows(values_only=True)]


def test_a_row_holds_what_the_record_says():
    title, headings, row = rows([samples.ASSEMBLY])

    assert title[0] == TITLE
    assert headings == tuple(field.label for field in FIELDS)
    assert row[:4] == (1, datetime(2026, 11, 20), "支部党员大会", "2026年度第3次")
    assert row[8:11] == (24, 23, "赵启明（外出培训）")
    assert "批准支部委员会半年工作报告。" in row[11]


def test_talks_are_not_in_it():
    assert len(rows([samples.TALK, samples.COMMITTEE])) == 3


def test_it_says_what_was_made_up_and_what_lies_elsewhere():
    head = replace(samples.HEAD, made_up=shape.MadeUp("李启明", date(2026, 12, 10)), separate_number="3号")

    assert rows([replace(samples.ASSEMBLY, head=head)])[2][12] == "2026年12月10日补录；另册3号"


def test_the_same_records_give_the_same_bytes():
    assert register(samples.ALL, title=TITLE) == register(samples.ALL, title=TITLE)
