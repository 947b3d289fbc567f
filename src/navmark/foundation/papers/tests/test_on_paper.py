"""The printed paper: a form for the pen, and the same bytes for the same answers, in whatever language the page is read."""

from django.utils.translation import override

from navmark.foundation.papers.describing import described
from navmark.foundation.papers.on_paper import blocks
from navmark.foundation.papers.tests.samples import PUPIL, a_paper, answered, known
from navmark.foundation.printing.as_docx import docx
from navmark.foundation.printing.as_pdf import pdf
from navmark.foundation.printing.sheet import WIDTH, Grid, RuledTable, Sheet, Text, Title

PAPER = described(a_paper())


def a_sheet(values):
    return Sheet("国旗下讲话记录", (Title("国旗下讲话记录"), *blocks(PAPER, values, known())))


def test_the_same_answers_give_the_same_bytes():
    for values in ({}, answered("line", "rows"), answered()):
        first = pdf(a_sheet(values)), docx(a_sheet(values))
        with override("en"):
            assert (pdf(a_sheet(values)), docx(a_sheet(values))) == first


def test_places_fill_the_line_by_quarters():
    lines = {
        f"f{place}": {"type": "line", "label": f"题{place}", "width": width} for place, width in enumerate((1, 1, 2, 4, 2, 4))
    }
    (grid,) = blocks(described(lines), {}, known())
    assert [len(row) for row in grid.rows] == [3, 1, 1, 1]


def test_a_small_table_is_as_wide_as_the_page_and_has_lines_for_the_pen():
    (table,) = (block for block in blocks(PAPER, {}, known()) if isinstance(block, RuledTable))
    assert WIDTH - len(table.columns) < sum(column.width for column in table.columns) <= WIDTH and table.least == 4


def test_an_empty_paragraph_is_ruled():
    (text, _lines) = (block for block in blocks(PAPER, {}, known()) if isinstance(block, Text))
    assert (text.text, text.lead, text.ruled) == ("", "讲稿：", 3)


def test_what_may_be_ticked_by_hand_stands_there_until_it_is_answered():
    def printed(values):
        return {
            field.label: field.value
            for block in blocks(PAPER, values, known())
            if isinstance(block, Grid)
            for row in block.rows
            for field in row
        }

    assert printed({})["形式"] == "□讲授\u3000□观影"
    assert printed(answered())["形式"] == "观影"


def test_what_is_sensitive_is_printed_only_for_those_who_may_read_it():
    paper = described({"child": {"type": "person", "label": "主讲", "of": "pupils"}})
    assert "陈思" in str(blocks(paper, {"child": PUPIL}, known()))
    assert "陈思" not in str(blocks(paper, {"child": PUPIL}, known(), sealed=False))


def test_what_is_to_be_ticked_has_room_for_its_words():
    choices = dict(zip("12345", ("经验文章", "论文", "随笔", "消息", "通讯"), strict=True))
    asked = {
        "kind": {"type": "choice", "label": "体裁", "width": 1, "choices": choices},
        "page": {"type": "line", "label": "版面", "width": 1},
    }
    (grid,) = blocks(described(asked), {}, known())
    assert [len(row) for row in grid.rows] == [1, 1]
    (grid,) = blocks(described(asked), {"kind": "1"}, known())
    assert [len(row) for row in grid.rows] == [2]
