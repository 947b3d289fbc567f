"""An answer of each type comes back from wherever it went: the form, the JSON, the cell of a table."""

import json

import pytest
from django.http import QueryDict

from navmark.foundation.papers.describing import described
from navmark.foundation.papers.fields import types
from navmark.foundation.papers.forms import PaperForm
from navmark.foundation.papers.in_tables import cells, headings
from navmark.foundation.papers.on_page import shown
from navmark.foundation.papers.on_paper import blocks
from navmark.foundation.papers.tests.posting import posted_by
from navmark.foundation.papers.tests.samples import SAMPLES, TYPED, a_paper, answered, known
from navmark.foundation.printing.as_text import plain_blocks
from navmark.foundation.printing.sheet import Grid, Labelled
from navmark.foundation.ui.dates import cn_date

every_type = pytest.mark.parametrize("kind", SAMPLES)
every_typed = pytest.mark.parametrize("kind", TYPED)


def one(kind):
    """The description with this field, its answers, the field."""
    description = described(a_paper(kind, *(("score",) if kind == "total" else ())))
    return description, answered(*description.by_key), description.field(kind)


def test_there_is_a_sample_of_each_type():
    assert types.keys() == SAMPLES.keys()


@every_typed
def test_what_the_form_shows_is_what_it_takes(kind):
    description, values, _field = one(kind)
    form = PaperForm(description=description, values=values, known=known())
    posted = QueryDict(mutable=True)
    for name, given in posted_by(form).items():
        posted.setlist(name, given)

    again = PaperForm(posted, description=description, values={}, known=known())

    assert again.is_valid(), again.errors
    assert again.given == values


@every_typed
def test_nothing_typed_is_no_answer(kind):
    description, _values, _field = one(kind)
    form = PaperForm(QueryDict(), description=description, values={}, known=known())
    assert form.is_valid() and form.given == {kind: None}


@every_type
def test_it_comes_back_from_the_json(kind):
    description, values, _field = one(kind)
    kept = json.loads(json.dumps(description.kept(values)))
    assert description.restored(*kept) == values


@every_type
def test_it_is_read_on_the_page(kind):
    description, values, field = one(kind)
    lines = {line.label: line for line in shown(description, values, known())}
    words = cn_date(SAMPLES[kind][1]) if kind == "date" else SAMPLES[kind][2]  # as days stand in lists
    if kind == "rows":
        assert lines["节目单"].rows == (("合唱|二重唱", "9.5"), ("朗诵", ""))
    elif field.is_asked:
        assert lines[field.label].words == words


@every_type
def test_it_stands_on_paper_filled(kind):
    description, values, _field = one(kind)
    text = plain_blocks(blocks(description, values, known()))
    for word in filter(None, SAMPLES[kind][2].replace("；", "\n").splitlines()) if kind != "picture" else ():
        assert word in text


@every_type
def test_it_stands_on_paper_for_the_pen(kind):
    """Something to write on, or nothing that is said in words."""
    description, _values, field = one(kind)
    printed = blocks(description, {}, known())
    assert printed
    for grid in (block for block in printed if isinstance(block, Grid)):
        for place in (place for row in grid.rows for place in row if place.label == field.label):
            assert place == Labelled(field.label, field.for_the_pen(known()))
            assert place.value == "" or place.value.startswith(("\u3000", "□"))


@every_typed
def test_it_comes_back_from_a_table(kind):
    description, values, field = one(kind)
    (cell,) = cells([field], (description, values), known())
    (column,) = headings(description, known())
    text = cell.isoformat() if kind == "date" else str(cell)
    assert column.clean(text) == values[kind]


@pytest.mark.parametrize("kind", ["file", "picture", "total"])
def test_what_is_not_typed_is_passed_over_in_a_table(kind):
    description, values, field = one(kind)
    (cell,) = cells([field], (description, values), known())
    assert cell and field.heading(known()).clean(str(cell)) is None


@every_type
def test_what_its_type_never_kept_is_refused(kind):
    _description, _values, field = one(kind)
    with pytest.raises(ValueError, match=r"\w"):
        field.restored({"no": "answer"})


def test_a_number_that_nothing_needs_before_is_no_part_of_the_plan():
    numbers = {"due": {"type": "number", "label": "应到", "required": "before"}, "paid": {"type": "number", "label": "已交"}}
    paper = {"topic": {"type": "line", "label": "主题"}, **numbers, "note": {"type": "line", "label": "备注"}}
    told = shown(described(paper), {"topic": "节约", "due": 5, "paid": 4}, known())

    assert [one.is_planned for one in told] == [True, True, False, False]
