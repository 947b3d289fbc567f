import pytest

from navmark.foundation.tables.reading import read
from navmark.foundation.tables.refusals import Empty

ROWS = [["姓名", "班级"], ["张三", "一(1)班"], ["买买提·艾力", ""], ["𠮷野", "二(2)班"]]
CSV = "\r\n".join(",".join(row) for row in ROWS)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_reads_the_encodings_that_offices_save(encoding):
    assert read(CSV.encode(encoding), "a.csv").rows == ROWS


def test_reads_utf_16_that_lacks_its_mark():
    assert read(CSV.encode("utf-16-le"), "a.txt").rows == ROWS


@pytest.mark.parametrize("mark", [",", "\t", ";", "，", "|"])
def test_finds_what_divides_the_columns(mark):
    assert read("\n".join(mark.join(row) for row in ROWS), "").rows == ROWS


def test_divides_a_pasted_table_at_tabs_although_its_cells_hold_commas():
    assert read("姓名\t备注\n张三\ta,b,c,d\n李四\te,f,g,h", "").rows == [
        ["姓名", "备注"],
        ["张三", "a,b,c,d"],
        ["李四", "e,f,g,h"],
    ]


def test_keeps_a_quoted_line_break_and_mark_in_one_cell():
    assert read('姓名,备注\n张三,"甲,\n乙"\n', "").rows == [["姓名", "备注"], ["张三", "甲,\n乙"]]


def test_does_not_let_a_stray_quotation_mark_swallow_the_rest():
    assert read('姓名\t备注\n张三\t"甲\n李四\t乙', "").rows == [["姓名", "备注"], ["张三", '"甲'], ["李四", "乙"]]


def test_reads_columns_set_apart_by_blanks():
    assert read("姓名    性别\n张三    男\n王小明  女\n", "").rows == [["姓名", "性别"], ["张三", "男"], ["王小明", "女"]]
    assert read("姓名　性别\n张三　男", "").rows == [["姓名", "性别"], ["张三", "男"]]
    assert read("姓名 性别\n张三 男\n王小明 女", "").rows == [["姓名", "性别"], ["张三", "男"], ["王小明", "女"]]


def test_tells_by_the_alignment_which_cell_is_empty():
    pasted = "教师名单\n姓名    性别  班级\n张三    男    一(1)班\n王小明        二(2)班\n"

    assert read(pasted, "").rows[1:] == [["姓名", "性别", "班级"], ["张三", "男", "一(1)班"], ["王小明", "", "二(2)班"]]


def test_keeps_blank_lines_so_that_row_numbers_stay_right():
    assert read("姓名,性别\n\n张三,男\n", "").rows == [["姓名", "性别"], ["", ""], ["张三", "男"]]


def test_reads_a_list_of_one_column():
    assert read("姓名\n张三\n李四", "").rows == [["姓名"], ["张三"], ["李四"]]


@pytest.mark.parametrize("nothing", [b"", b" \r\n\t", "\ufeff\n".encode()])
def test_refuses_a_text_with_nothing_in_it(nothing):
    with pytest.raises(Empty):
        read(nothing, "a.csv")
