"""Ruled forms and tables of a DOCX."""

from collections.abc import Sequence

from docx.document import Document as Docx
from docx.enum.table import WD_ALIGN_VERTICAL, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt
from docx.table import Table as DocxTable
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph

from navmark.foundation.printing.documents import BODY, BOLD, set_lines, write
from navmark.foundation.printing.sheet import WIDTH, Grid, RuledTable, Space

FORM = 12  # points, inside forms and tables
ROW, DENSE_ROW = Mm(8.1), Mm(6.6)  # a hand can sign in the first
SHORT = 3  # rows: a table of so many stays on one page; a longer one is split, so that it leaves no half page empty
GRID = 12  # columns; a label takes two


def add_space(document: Docx, space: Space) -> None:
    table = _ruled(document, [WIDTH])
    cell = _row(table, Mm(space.height)).cells[0]
    _fill(cell, space.caption, centred=False)
    cell.vertical_alignment = WD_ALIGN_VERTICAL.TOP


def add_table(document: Docx, table: RuledTable) -> None:
    ruled = _ruled(document, [column.width for column in table.columns])
    height = DENSE_ROW if table.dense else ROW
    heading = _row(ruled, height)
    repeat = OxmlElement("w:tblHeader")
    heading._tr.get_or_add_trPr().append(repeat)
    for cell, column in zip(heading.cells, table.columns, strict=True):
        _fill(cell, column.heading, face=BOLD).paragraph_format.keep_with_next = True
    empty = (("",) * len(table.columns),) * max(0, table.least - len(table.rows))
    rows = (*table.rows, *empty)
    for number, values in enumerate(rows, start=1):
        kept = number < len(rows) <= SHORT
        for cell, column, value in zip(_row(ruled, height).cells, table.columns, values, strict=True):
            _fill(cell, value, centred=column.centred).paragraph_format.keep_with_next = kept


def add_grid(document: Docx, grid: Grid) -> None:
    ruled = _ruled(document, [WIDTH / GRID] * GRID)
    for number, fields in enumerate(grid.rows, start=1):
        row = _row(ruled)
        cells = _merged(row, [width for _ in fields for width in (2, GRID // len(fields) - 2)])
        for label, value, field in zip(cells[::2], cells[1::2], fields, strict=True):
            kept = grid.together and number < len(grid.rows)
            _fill(label, field.label, face=BOLD).paragraph_format.keep_with_next = kept
            _fill(value, field.value, centred=len(fields) > 1)


def _merged(row: _Row, widths: Sequence[int]) -> list[_Cell]:
    """The row's cells after joining neighbours: each as many of the grid's columns wide as said."""
    spare = list(row._tr.tc_lst)
    for width in widths:
        first, *joined = spare[:width]
        spare = spare[width:]
        for cell in joined:
            row._tr.remove(cell)
        first.width = Mm(WIDTH / GRID * width)
        first.grid_span = width
    return [_Cell(cell, row.table) for cell in row._tr.tc_lst]


def _ruled(document: Docx, widths: Sequence[float]) -> DocxTable:
    """An empty table, with a little air before it: two tables that touch would become one."""
    *_, last = (None, *document.iter_inner_content())
    if isinstance(last, DocxTable):
        set_lines(document.add_paragraph(), exactly=Pt(6))
    elif last is not None:
        last.paragraph_format.space_after = Pt(4)
    table = document.add_table(rows=0, cols=len(widths))
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    return table


def _row(table: DocxTable, height: Mm = ROW) -> _Row:
    row = table.add_row()
    row.height, row.height_rule = height, WD_ROW_HEIGHT_RULE.AT_LEAST
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    return row


def _fill(cell: _Cell, text: str, *, face: str = BODY, centred: bool = True) -> Paragraph:
    cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    paragraph = cell.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else WD_ALIGN_PARAGRAPH.LEFT
    write(paragraph, text, face=face, size=FORM)
    return paragraph
