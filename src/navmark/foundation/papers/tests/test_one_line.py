"""A field added to a paper stands in form, page, print, register, export and import by one line of its description."""

import pytest

from navmark.foundation.papers.describing import described
from navmark.foundation.papers.forms import PaperForm
from navmark.foundation.papers.in_tables import cells, columns, head, headings
from navmark.foundation.papers.on_page import shown
from navmark.foundation.papers.on_paper import blocks
from navmark.foundation.papers.tests.samples import SAMPLES, TYPED, answered, known
from navmark.foundation.printing.as_text import plain_blocks

BEFORE = {"title": {"type": "line", "label": "标题"}, "a_score": {"type": "score", "label": "分数"}}
LABEL = "新增的一栏"


@pytest.mark.parametrize("kind", SAMPLES)
def test_one_line_adds_it_everywhere(kind):
    one_line = {kind: {"type": kind, **SAMPLES[kind][0], "label": LABEL}}
    if kind == "total":
        one_line["total"]["of"] = ["a_score"]
    description = described(BEFORE | one_line)
    field, values = description.field(kind), answered(kind)
    if kind == "total":
        values = {"a_score": SAMPLES["score"][1]}

    form = PaperForm(description=description, values=values, known=known())
    assert (any(LABEL in one.label for one in form.visible_fields())) is (kind in TYPED)
    told = [one for one in shown(description, values, known()) if LABEL in (one.label, one.chapter)]
    assert len(told) == (1 if field.is_asked or kind == "heading" else 0)
    assert LABEL in str(blocks(description, {}, known())) or LABEL in plain_blocks(blocks(description, values, known()))
    fields = columns(description, [(description, values)], known(), sealed=True)
    assert (LABEL in [one.label for one in head(fields)]) is field.is_asked
    assert len(cells(fields, (description, values), known())) == len(fields)
    assert (LABEL in [one.label for one in headings(description, known())]) is field.is_asked
