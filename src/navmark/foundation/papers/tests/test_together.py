"""Two numbers that cannot both be true; words that are offered while one types."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from navmark.foundation.papers.actions import answer, begin
from navmark.foundation.papers.describing import described
from navmark.foundation.papers.forms import PaperForm
from navmark.foundation.papers.refusals import Unfit
from navmark.foundation.papers.tests.acting import AT, an_edition
from navmark.foundation.papers.tests.samples import known

DUES = {
    "due": {"type": "number", "label": "应交", "least": 0},
    "paid": {"type": "number", "label": "已交", "least": 0, "within": "due"},
}


def form_of(said, values, **typed):
    return PaperForm(typed, description=described(said), values=values, known=known())


@pytest.mark.parametrize(("due", "paid", "fits"), [("24", "24", True), ("24", "25", False), ("", "25", True)])
def test_a_number_never_exceeds_the_one_it_is_within(due, paid, fits):
    with override("en"):
        form = form_of(DUES, {}, due=due, paid=paid)
        assert form.is_valid() is fits
    assert fits or "应交" in form.errors["paid"][0]


def test_nor_where_it_is_written_without_a_form(inside):
    edition = an_edition(DUES)
    answers = begin(("x.thing", edition.pk), edition, {"due": Decimal(24)}, by=None, at=AT)
    with pytest.raises(Unfit, match="应交"):
        answer(answers, {"paid": Decimal(25)}, revision=answers.revision, by=None, at=AT)


def test_words_are_offered_and_any_other_may_be_written():
    said = {"form": {"type": "line", "label": "形式", "suggestions": ["讲授", "研讨"]}}
    form = form_of(said, {}, form="现场教学")

    assert form.names() == [("words-for-form", ["讲授", "研讨"])]
    assert 'list="words-for-form"' in str(form["form"])
    assert form.is_valid() and form.given == {"form": "现场教学"}
