"""Two numbers that cannot both be true; words that are offered while one types."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from navmark.foundation.papers.actions import answer, begin
from navmark.foundation.papers.describing import described
from navmark.foundation.papers.forms import PaperForm
from navmark.foundation.papers.lacking import lacking
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


AGREED = {"agreed": {"type": "yes_no", "label": "本人同意", "must": "yes", "required": "step:collect"}}


@pytest.mark.parametrize(
    ("said", "due", "goes_on"), [("yes", "step:collect", True), ("no", "step:collect", False), ("no", "", True)]
)
def test_a_step_that_needs_a_yes_stops_at_a_no(said, due, goes_on):
    form = PaperForm({"agreed": said}, description=described(AGREED), values={}, known=known(), due=due)
    assert form.is_valid() is goes_on
    missing = lacking(described(AGREED), {"agreed": said == "yes"}, known(), at_step="collect")
    assert [str(one) for one in missing] == ([] if said == "yes" else ["“本人同意”答“是”，才能办理这一步。"])
    assert goes_on or form.errors["agreed"] == ["“本人同意”答“是”，才能办理这一步。"]


LOOKED = {
    "what": {"type": "choice", "label": "查看内容", "choices": ["教案", "作业"]},
    "marked": {"type": "line", "label": "批改", "only": "what=作业", "required": "before"},
}


@pytest.mark.parametrize(("what", "asks"), [(None, True), ("作业", True), ("教案", False)])
def test_a_question_of_one_choice_is_asked_where_nothing_else_was_chosen(what, asks):
    values = {"what": what} if what else {}
    paper = described(LOOKED)
    form = PaperForm(None, description=paper, values=values, known=known())

    assert ("marked" in form.fields) is asks
    assert [str(one) for one in lacking(paper, values, known())] == ["批改"] * asks
    assert ("marked" in [one.key for one in paper.shown(values, known().on)]) is asks


def test_words_are_offered_and_any_other_may_be_written():
    said = {"form": {"type": "line", "label": "形式", "suggestions": ["讲授", "研讨"]}}
    form = form_of(said, {}, form="现场教学")

    assert form.names() == [("words-for-form", ["讲授", "研讨"])]
    assert 'list="words-for-form"' in str(form["form"])
    assert form.is_valid() and form.given == {"form": "现场教学"}
