"""A sheet as DOCX: the same blocks as the PDF, as real paragraphs and tables that an office can edit."""

from collections.abc import Callable
from typing import Any

from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from navmark.foundation.printing.characters import printable
from navmark.foundation.printing.documents import BOLD, KAI, TEXT_WIDTH, TITLE, packed, paper, rule_to, set_lines, write
from navmark.foundation.printing.docx_tables import FORM, add_grid, add_space, add_table
from navmark.foundation.printing.sheet import WIDTH, Cut, Grid, Heading, Note, RuledTable, Sheet, Signatures, Space, Text, Title

DASHES = "- " * 12  # on either side of what a line to tear along says
DATE = 34  # mm, for the day to fill in behind the last signature


def docx(sheet: Sheet) -> bytes:
    document = paper(sheet.name, on=sheet.on, page=sheet.page)
    for block in sheet.blocks:
        _WRITERS[type(block)](document, block)
    return packed(document)


def _title(document: Docx, title: Title) -> None:
    paragraph = set_lines(document.add_paragraph(), exactly=Pt(36))
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.page_break_before = title.new_page
    paragraph.paragraph_format.keep_with_next = True
    write(paragraph, title.text, face=TITLE, size=22)
    if title.left or title.right:
        line = set_lines(document.add_paragraph(), exactly=Pt(24))
        line.paragraph_format.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
        line.paragraph_format.keep_with_next = True
        write(line, f"{title.left}\t{title.right}", size=FORM)


def _heading(document: Docx, heading: Heading) -> None:
    paragraph = set_lines(document.add_paragraph(), indent=2)
    paragraph.paragraph_format.keep_with_next = True
    write(paragraph, heading.text, face=BOLD if heading.level == 1 else KAI)


def _text(document: Docx, text: Text) -> None:
    lines = [line for line in printable(text.text).split("\n") if line.strip()]
    for number, line in enumerate(lines):
        paragraph = set_lines(document.add_paragraph(), indent=2)
        paragraph.paragraph_format.keep_with_next = text.kept
        if number == 0 and text.lead:
            write(paragraph, text.lead, face=BOLD)
        write(paragraph, line)
    for number in range(0 if lines else text.ruled):
        paragraph = set_lines(document.add_paragraph(), indent=2 if number == 0 and text.lead else 0)
        if number == 0 and text.lead:
            write(paragraph, text.lead, face=BOLD)
        rule_to(paragraph, TEXT_WIDTH)
        paragraph.paragraph_format.keep_with_next = text.kept or 0 == number < text.ruled - 1


def _note(document: Docx, note: Note) -> None:
    _keep_last(document)
    write(set_lines(document.add_paragraph(), exactly=Pt(20)), note.text, size=FORM)


def _signatures(document: Docx, signatures: Signatures) -> None:
    _keep_last(document)
    for number, row in enumerate(signatures.rows, start=1):
        dated = signatures.dated and number == len(signatures.rows)
        paragraph = set_lines(document.add_paragraph())
        _places(paragraph, row, (WIDTH - (DATE if dated else 0)) / len(row))
        if dated:
            write(paragraph, "\u3000年\u3000 月\u3000 日", size=FORM)


def _places(paragraph: Paragraph, row: tuple[str, ...], width: float) -> None:
    """`width` in mm, of each label with its rule and the gap behind it."""
    for number, label in enumerate(row, start=1):
        write(paragraph, label, size=FORM)
        rule_to(paragraph, Mm(width * number - 4))
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(width * number))
        write(paragraph, "\t")


def _space(document: Docx, space: Space) -> None:
    _keep_last(document)
    add_space(document, space)


def _cut(document: Docx, cut: Cut) -> None:
    paragraph = set_lines(document.add_paragraph(), exactly=Pt(30))
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.keep_with_next = True
    write(paragraph, f"{DASHES} {cut.text} {DASHES}", size=FORM)


def _keep_last(document: Docx) -> None:
    """Tie what stands last to what comes next: a paragraph, or the last row of a table."""
    *_, last = document.iter_inner_content()
    for paragraph in [last] if isinstance(last, Paragraph) else [cell.paragraphs[0] for cell in last.rows[-1].cells]:
        paragraph.paragraph_format.keep_with_next = True


_WRITERS: dict[type, Callable[[Docx, Any], None]] = {
    Title: _title,
    Grid: add_grid,
    Heading: _heading,
    Text: _text,
    RuledTable: add_table,
    Signatures: _signatures,
    Space: _space,
    Cut: _cut,
    Note: _note,
}
