import tracemalloc
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from navmark.foundation.tables.reading import read
from navmark.foundation.tables.refusals import Damaged, NotATable, Protected, Swollen, TooBig, TooLong, TooWide

from .builders import with_part, xlsx

GOOD = xlsx(("甲", [["姓名"], ["张三"]]))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'


def worksheet_of(xml):
    return with_part(GOOD, "xl/worksheets/sheet1.xml", SHEET.format(xml))


def zipped(**parts):
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return out.getvalue()


def test_refuses_60_megabytes_without_parsing_them():
    with pytest.raises(TooBig, match="20 MB"):
        read(GOOD + bytes(60 * 2**20), "a.xlsx")


def test_refuses_a_zip_bomb_named_xlsx_without_unpacking_it():
    bomb = zipped(xl__workbook=b"0" * 2**26, xl__sheet=b"0" * 2**26)

    tracemalloc.start()
    with pytest.raises(Swollen):
        read(bomb, "a.xlsx")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert len(bomb) < 2**18
    assert peak < 2**22


def test_refuses_a_part_that_swells_suspiciously_although_the_whole_is_not_large():
    with pytest.raises(Swollen):
        read(with_part(GOOD, "xl/sharedStrings.xml", b" " * 11 * 2**20), "a.xlsx")


def test_counts_photographs_for_nothing():
    assert read(with_part(GOOD, "xl/media/image1.bmp", bytes(20 * 2**20)), "a.xlsx").rows == [["姓名"], ["张三"]]


@pytest.mark.parametrize("far", ['<row r="1048576"><c r="A1048576"><v>1</v></c></row>', '<row r="30000"><c><v>1</v></c></row>'])
def test_refuses_a_stray_cell_far_below_before_it_takes_all_memory(far):
    with pytest.raises(TooLong, match="20000"):
        read(worksheet_of(f'<row r="1"><c r="A1"><v>1</v></c></row>{far}'), "a.xlsx")


@pytest.mark.parametrize("far", ['<c r="XFD1"><v>1</v></c>', "<c><v>1</v></c>" * 201])
def test_refuses_a_stray_cell_far_to_the_right(far):
    with pytest.raises(TooWide, match="200"):
        read(worksheet_of(f'<row r="1">{far}</row>'), "a.xlsx")


def test_minds_no_cells_that_are_only_formatted():
    formatted = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576"><c r="A1048576" s="1"/></row>'

    assert read(worksheet_of(formatted), "a.xlsx").rows == [["1"]]


def test_refuses_too_many_rows_of_text():
    with pytest.raises(TooLong):
        read("姓名,性别\n" + "张三,男\n" * 20_000, "a.csv")


@pytest.mark.parametrize("broken", [GOOD[:-200], GOOD[:1000], b"PK\x03\x04nonsense", OLE + bytes(2000)])
def test_refuses_a_damaged_file(broken):
    with pytest.raises(Damaged, match=r"save it anew as \.xlsx"):
        read(broken, "a.xlsx")


def test_refuses_a_sheet_hidden_from_the_check_by_its_encoding():
    with pytest.raises(Damaged):
        read(with_part(GOOD, "xl/worksheets/sheet1.xml", SHEET.format("").encode("utf-16")), "a.xlsx")


def test_refuses_a_file_locked_by_a_password():
    with pytest.raises(Protected, match="remove the password"):
        read(OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600), "a.xlsx")


@pytest.mark.parametrize(
    ("content", "name", "what"),
    [
        (zipped(word__document="<w/>"), "a.xlsx", "a Word document"),
        (OLE + "WordDocument".encode("utf-16-le"), "a.xls", "a Word document"),
        (zipped(ppt__presentation="<p/>"), "a.xlsx", "a presentation"),
        (zipped(content="<office/>"), "a.ods", "another kind of file"),
        (b"%PDF-1.7 ...", "a.pdf", "a PDF"),
        (b"\x89PNG\r\n\x1a\n....", "a.png", "a picture"),
        (b"<html><table></table>", "a.xls", "a web page"),
        (b"\x01\x02\x03\x00\xff\xff", "a.csv", "another kind of file"),
        (b"something of WPS", "a.et", "another kind of file"),
    ],
)
def test_refuses_what_is_no_sheet_and_says_what_it_is(content, name, what):
    with pytest.raises(NotATable, match=what):
        read(content, name)
