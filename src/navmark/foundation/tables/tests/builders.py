"""Tables as schools make them, built in memory."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from navmark.foundation.tables import cells
from navmark.foundation.tables.headings import Column
from navmark.foundation.tables.table import Table

COLUMNS = (
    Column("name", "姓名", ("姓名", "教师姓名"), cells.person_name, required=True),
    Column("sex", "性别", ("性别",), cells.sex),
    Column("born", "出生日期", ("出生日期", "出生年月"), cells.written_date),
    Column("phone", "手机", ("手机号码", "联系电话", "电话"), cells.phone),
    Column("klass", "班级", ("班级", "班级名称", "班主任班级"), cells.class_name, fills_down=True),
)


def xlsx(*worksheets, merges=(), hidden=()):
    """An .xlsx of (name, rows); `merges` belong to the first table."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in worksheets:
        paper = book.create_sheet(name)
        for row in rows:
            paper.append(row)
        if name in hidden:
            paper.sheet_state = "hidden"
    for area in merges:
        book.worksheets[0].merge_cells(area)
    return saved(book)


def saved(book):
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def with_part(source, name, content):
    """The zip with one part replaced or added."""
    out = BytesIO()
    with ZipFile(BytesIO(source)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part.filename, old.read(part))
        new.writestr(name, content)
    return out.getvalue()


def table(*rows, merges=()):
    width = max(map(len, rows))
    return Table("a.xlsx", [[*row, *[""] * (width - len(row))] for row in rows], "Sheet1", ("Sheet1",), merges)
