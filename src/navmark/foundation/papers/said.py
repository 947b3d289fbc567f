"""What a paper says in print, as plain values: they are frozen with a record, whatever becomes of the questions.

Laid out in a record's form and chapters: what is short stands in the ruled form, each paragraph and table is a chapter of its
own; under a heading of the paper they are paragraphs of that chapter.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from django.conf import settings
from django.utils.translation import override

from navmark.foundation.papers.description import Description, Values
from navmark.foundation.papers.fields import BEFORE, PaperField, Value
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.on_paper import LINE
from navmark.foundation.papers.types.furniture import Section
from navmark.foundation.papers.types.rows import Rows
from navmark.foundation.papers.types.text import Paragraph
from navmark.foundation.printing.chapters import Chapter, cells, writing
from navmark.foundation.printing.sheet import Block, Labelled, RuledColumn, RuledTable, Text

OWED = 2  # lines, where a finished record lacks what it asks for


@dataclass(frozen=True)
class Said:
    """One question and its answer. `ruled`: lines for the pen, of a paragraph or a table. `owed`: never answered by 无."""

    key: str
    label: str
    words: str = ""
    form: Literal["line", "text", "rows", "heading"] = "line"
    width: int = 2
    ruled: int = 0
    owed: bool = False
    columns: tuple[RuledColumn, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def said(description: Description, values: Values, known: Known) -> tuple[Said, ...]:
    """In the school's own language, what nobody answered too."""
    with override(settings.LANGUAGE_CODE):
        told = description.with_totals(values)
        return tuple(_said(one, told.get(one.key), known) for one in description.shown(told, known.on) if _is_printed(one))


def _is_printed(one: PaperField) -> bool:
    return one.is_asked or isinstance(one, Section)


def _said(one: PaperField, value: Value, known: Known) -> Said:
    if isinstance(one, Section):
        return Said(one.key, one.label, form="heading")
    if isinstance(one, Rows):
        rows = tuple(one.lines_of(value, known))
        return Said(one.key, one.label, form="rows", ruled=one.lines, columns=one.printed_columns(), rows=rows)
    plain = Said(one.key, one.label, one.words(value, known), width=one.width or one.usual_width, owed=one.required == BEFORE)
    return replace(plain, form="text", ruled=one.lines) if isinstance(one, Paragraph) else plain


def form_rows(paper: Iterable[Said]) -> tuple[tuple[Labelled, ...], ...]:
    """The short answers as rows of a ruled form."""
    rows: list[list[Labelled]] = []
    room = 0
    for one in paper:
        if one.form == "line":
            if one.width > room:
                rows.append([])
                room = LINE
            rows[-1].append(Labelled(one.label, one.words))
            room -= one.width
    return tuple(map(tuple, rows))


def chapters(paper: Iterable[Said], *, finished: bool) -> list[Chapter]:
    """The paragraphs and tables, in their order."""
    found: list[Chapter] = []
    under_heading = False
    for one in paper:
        if one.form == "heading":
            under_heading = True
            found.append((one.label, []))
        elif one.form != "line" and under_heading:
            found[-1][1].extend(_paragraph(one, finished=finished))
        elif one.form != "line":
            found.append((one.label, written(one, finished=finished)))
    return found


def written(one: Said, *, finished: bool) -> list[Block]:
    """What stands below the heading of a chapter of its own."""
    if one.form == "rows" and (one.rows or not finished):
        rows = tuple(cells(row, finished=finished) for row in one.rows)
        return [RuledTable(one.columns, rows, least=0 if finished else one.ruled)]
    if one.owed:
        return [Text(one.words, ruled=OWED if finished else one.ruled)]
    return writing(one.words, finished=finished, ruled=one.ruled)


def _paragraph(one: Said, *, finished: bool) -> list[Block]:
    if one.form == "rows":
        return written(one, finished=finished)
    return [Text(one.words, lead=f"{one.label}：", ruled=one.ruled)] if one.words or not finished else []
