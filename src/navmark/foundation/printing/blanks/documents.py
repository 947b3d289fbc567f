"""A document filled in: its cells, its lines to write on, its lists. Only the text of the document is written anew."""

import copy
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from navmark.foundation.printing.blanks.areas import Lists, RowArea
from navmark.foundation.printing.blanks.lines import lines_in, write


def changed_parts(content: bytes, words: Mapping[str, str], lists: Lists) -> dict[str, bytes]:
    """Name of the part -> its content."""
    document = Document(BytesIO(content))
    for line in reversed(lines_in(document.element.body)):  # the later first: the places of the earlier hold
        if line.place in words:
            write(line, words[line.place])
    tables = document.tables
    for place, said in words.items():
        if "/" in place:
            table, row, column = (int(one) for one in place.split("/"))
            _write(tables[table].rows[row].cells[column].paragraphs[0], said)
    for area, rows in sorted(lists, key=lambda one: -one[0].first):
        _fill_rows(tables[int(area.table)], area, rows)
    return {str(document.part.partname).lstrip("/"): document.part.blob}


def _fill_rows(table: Table, area: RowArea, rows: Sequence[Mapping[int, str]]) -> None:
    template = table.rows[area.last]._tr
    for _time in range(len(rows) - area.rows):
        made = copy.deepcopy(template)
        for text in made.iter(qn("w:t")):
            text.text = ""
        template.addprevious(made)
    for line, row in zip(table.rows[area.first :], rows, strict=False):
        for column, said in row.items():
            _write(line.cells[column].paragraphs[0], said)


def _write(paragraph: Paragraph, said: str) -> None:
    """In the look of what stood there: an empty cell keeps that at the mark of its paragraph."""
    if paragraph.runs:
        paragraph.runs[0].text = said
        for other in paragraph.runs[1:]:
            other.text = ""
        return
    run, look = paragraph.add_run(said), _look_of(paragraph)
    if look is not None:
        made = copy.deepcopy(look)
        made.tag = qn("w:rPr")
        run._r.insert(0, made)


def _look_of(paragraph: Paragraph) -> Any:
    return paragraph._p.find(f"{qn('w:pPr')}/{qn('w:rPr')}")
