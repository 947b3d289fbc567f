"""Blanks are found beside their labels, and filling them changes nothing else of the file."""

import zipfile
from io import BytesIO

import pytest
from docx import Document
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Border, Font, Side

from navmark.pillars.demonstration.superior_forms.blanks import Blank, NotAForm, blanks_of
from navmark.pillars.demonstration.superior_forms.filling import filled

THIN = Border(*[Side("thin")] * 4)


@pytest.fixture
def workbook():
    book = Workbook()
    sheet = book.active
    sheet.title = "统计表"
    sheet["A1"] = "党建工作统计表"
    sheet.merge_cells("A1:D1")
    sheet.append(["单位名称：", None, "填报人", None])
    sheet.append(["党员数", "教师数", "学生数", "班级数"])
    sheet.append([None, None, None, None])
    for row in sheet["A2:D4"]:
        for cell in row:
            cell.border = THIN
    sheet["B2"].font = Font(name="仿宋", size=14)
    sheet["A4"].number_format = "0"
    sheet.column_dimensions["A"].width = 33
    sheet.print_area = "A1:D4"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture
def document():
    made, out = Document(), BytesIO()
    table = made.add_table(rows=2, cols=4)
    for cell, words in zip(table.rows[0].cells, ["学校", "", "日 期", ""], strict=True):
        cell.text = words
    wide = table.rows[1].cells[1].merge(table.rows[1].cells[3])
    table.rows[1].cells[0].text = "主要做法"
    assert wide.text == ""
    made.save(out)
    return out.getvalue()


def test_a_blank_of_a_workbook_is_right_of_its_label_or_below_it(workbook):
    found = [(one.place, one.label) for one in blanks_of(workbook, "xlsx")]
    assert found == [
        ("统计表!B2", "单位名称"), ("统计表!D2", "填报人"),
        ("统计表!A4", "党员数"), ("统计表!B4", "教师数"), ("统计表!C4", "学生数"), ("统计表!D4", "班级数"),
    ]  # fmt: skip


def test_a_blank_of_a_document_is_an_empty_cell_of_a_table(document):
    assert blanks_of(document, "docx") == (Blank("0/0/1", "学校"), Blank("0/0/3", "日期"), Blank("0/1/1", "主要做法"))


def test_a_filled_workbook_keeps_all_but_the_cells(workbook):
    full = filled(workbook, "xlsx", {"统计表!B2": "启明实验小学", "统计表!A4": "24", "统计表!D4": "007"})
    sheet = load_workbook(BytesIO(full))["统计表"]
    assert (sheet["B2"].value, sheet["A4"].value, sheet["D4"].value) == ("启明实验小学", 24, "007")
    assert (sheet["B2"].font.name, sheet["A4"].number_format, sheet.column_dimensions["A"].width) == ("仿宋", "0", 33)
    with zipfile.ZipFile(BytesIO(workbook)) as old, zipfile.ZipFile(BytesIO(full)) as new:
        assert old.namelist() == new.namelist()
        differing = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert differing == ["xl/worksheets/sheet1.xml"]


def test_a_cell_that_the_file_leaves_out_is_made_in_its_place(workbook):
    full = filled(workbook, "xlsx", {"统计表!F9": "远处", "统计表!B3": "改"})
    sheet = load_workbook(BytesIO(full))["统计表"]
    assert sheet["F9"].value == "远处" and [cell.value for cell in sheet[3]][:3] == ["党员数", "改", "学生数"]


def test_a_filled_document_says_what_was_told(document):
    full = filled(document, "docx", {"0/0/1": "启明实验小学", "0/1/1": "做法"})
    rows = Document(BytesIO(full)).tables[0].rows
    assert rows[0].cells[1].text == "启明实验小学" and rows[1].cells[2].text == "做法"


@pytest.mark.parametrize(("content", "extension"), [(b"PK\x03\x04broken", "xlsx"), (b"", "docx"), (b"%PDF-1.7", "pdf")])
def test_what_is_no_form_is_said_so(content, extension):
    with pytest.raises(NotAForm):
        blanks_of(content, extension)
