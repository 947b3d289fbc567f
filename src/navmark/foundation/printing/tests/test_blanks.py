"""Blanks are found beside their labels, and filling them changes nothing else of the file."""

import zipfile
from io import BytesIO

import pytest
from docx import Document
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Border, Font, Side

from navmark.foundation.printing.blanks.asking import Blank, NotAForm, asked_by
from navmark.foundation.printing.blanks.filling import filled

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
    found = [(one.place, one.label) for one in asked_by(workbook, "xlsx").blanks]
    assert found == [
        ("统计表!B2", "单位名称"), ("统计表!D2", "填报人"),
        ("统计表!A4", "党员数"), ("统计表!B4", "教师数"), ("统计表!C4", "学生数"), ("统计表!D4", "班级数"),
    ]  # fmt: skip


def test_a_blank_of_a_document_is_an_empty_cell_of_a_table(document):
    assert asked_by(document, "docx").blanks == (Blank("0/0/1", "学校"), Blank("0/0/3", "日期"), Blank("0/1/1", "主要做法"))


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
        asked_by(content, extension)


@pytest.fixture
def listed():
    book = Workbook()
    sheet = book.active
    sheet.title = "名单"
    for row in (["党员骨干名单"], ["序号", "姓名", "担任职务"], [1, None, None], [2, None, None], ["合计", "=COUNTA(B3:B4)"]):
        sheet.append(row)
    sheet.merge_cells("A1:C1"), sheet.merge_cells("B5:C5")
    sheet["B4"].font = Font(name="仿宋", size=14)
    sheet.print_area = "A1:C5"
    other = book.create_sheet("封面")
    other["A1"] = "=名单!B5"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_rows_grow_with_a_list_and_what_stands_below_moves_down_with_all_that_names_it(listed):
    (area,) = asked_by(listed, "xlsx").areas
    assert (area.place, area.columns) == ("名单@3-4", ((1, "序号"), (2, "姓名"), (3, "担任职务")))
    people = [{1: str(n), 2: f"教师{n}"} for n in range(1, 5)]
    full = filled(listed, "xlsx", {}, [(area, people)])
    book = load_workbook(BytesIO(full))
    sheet = book["名单"]
    assert [cell.value for cell in sheet["B"]] == [None, "姓名", "教师1", "教师2", "教师3", "教师4", "=COUNTA(B3:B6)"]
    assert [cell.value for cell in sheet["A"]][2:] == [1, 2, 3, 4, "合计"]
    assert sheet["B5"].font.name == sheet["B6"].font.name == "仿宋"
    assert {str(one) for one in sheet.merged_cells.ranges} == {"A1:C1", "B7:C7"} and sheet.print_area == "'名单'!$A$1:$C$7"
    assert book["封面"]["A1"].value == "=名单!B7"
    with zipfile.ZipFile(BytesIO(listed)) as old, zipfile.ZipFile(BytesIO(full)) as new:
        differing = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert sorted(differing) == ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"]


def test_a_document_has_lines_to_write_on_fields_and_rows_and_stays_as_it_was_elsewhere():
    made, out = Document(), BytesIO()
    line = made.add_paragraph("负责人（签字）：____  填表日期：____年__月__日")
    line.add_run(" 联系电话："), line.add_run("    ").__setattr__("underline", True)
    table = made.add_table(rows=3, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "姓名", "学科"
    table.rows[2].cells[0].paragraphs[0].add_run("").bold = True
    made.save(out)
    asked = asked_by(out.getvalue(), "docx")
    assert [one.label for one in asked.blanks] == ["负责人（签字）", "填表日期", "联系电话"]
    (area,) = asked.areas
    words = {one.place: said for one, said in zip(asked.blanks, ["王芳", "2026年11月30日", "0532-1234567"], strict=True)}
    full = filled(out.getvalue(), "docx", words, [(area, [{0: name, 1: "语文"} for name in "甲乙丙"])])
    document = Document(BytesIO(full))
    assert document.paragraphs[0].text == "负责人（签字）：王芳  填表日期：2026年11月30日 联系电话：0532-1234567"
    assert document.paragraphs[0].runs[-1].underline
    rows = document.tables[0].rows
    assert [row.cells[0].text for row in rows] == ["姓名", "甲", "乙", "丙"] and rows[2].cells[0].paragraphs[0].runs[0].bold
    with zipfile.ZipFile(BytesIO(out.getvalue())) as old, zipfile.ZipFile(BytesIO(full)) as new:
        assert [name for name in old.namelist() if old.read(name) != new.read(name)] == ["word/document.xml"]
