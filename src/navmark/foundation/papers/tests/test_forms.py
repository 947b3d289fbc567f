"""The form says at its field what is wrong, keeps what was typed, and takes what stood there though it is offered no more."""

from datetime import date
from decimal import Decimal

import pytest
from django.http import QueryDict
from django.utils.translation import override

from navmark.foundation.papers.describing import described
from navmark.foundation.papers.forms import PaperForm
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.tests.samples import COLUMNS, LI, PUPIL, SAMPLES, WANG, a_paper, known
from navmark.foundation.people.by_name import Choosable, labelled

ZHANG, OTHER = "01890000-0000-7000-8000-000000000031", "01890000-0000-7000-8000-000000000032"
TWO_OF_A_NAME = (Choosable(ZHANG, "张伟", "三年级(1)班"), Choosable(OTHER, "张伟", "五年级(2)班"))


def form(said, posted, *, values=None, knowing=None, **about):
    typed = QueryDict(mutable=True)
    for name, given in posted.items():
        typed.setlist(name, given if isinstance(given, list) else [given])
    return PaperForm(typed, description=described(said), values=values or {}, known=knowing or known(), **about)


def errors(said, posted, **about):
    with override("en"):
        one = form(said, posted, **about)
        assert not one.is_valid()
        return {key: " ".join(found) for key, found in one.errors.items()}


@pytest.mark.parametrize(
    ("kind", "typed", "words"),
    [
        ("number", "3001", "3000"),
        ("number", "-1", "No less"),
        ("number", "12.5", ""),
        ("number", "9" * 5000, ""),
        ("number", "many", ""),
        ("money", "1.005", ""),
        ("money", "1e30", ""),
        ("score", "11", "No more than 10"),
        ("minutes", "-5", "No less"),
        ("date", "0001-01-01", "year"),
        ("date", "soon", "date"),
        ("time", "25:00", "16:30"),
        ("line", "长" * 201, "At most 200"),
        ("line", "a\x00b", ""),
        ("choice", "opera", "list"),
        ("choices", ["opera"], "list"),
        ("person", "赵六", "赵六"),
        ("people", "王雅、赵六", "赵六"),
        ("unit", WANG, "list"),
        ("units", [WANG], "list"),
        ("class", "x" * 400, "list"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field(kind, typed, words):
    assert words in errors(a_paper(kind), {kind: typed})[kind]


def test_what_was_typed_stands_there_still():
    refused = form(a_paper("line", "number"), {"line": "向雷锋学习", "number": "many"})
    assert not refused.is_valid()
    assert 'value="向雷锋学习"' in str(refused["line"]) and 'value="many"' in str(refused["number"])
    assert refused.given == {"line": "向雷锋学习"}


def test_two_of_one_name_are_told_apart():
    said = {"speaker": {"type": "person", "label": "主讲", "of": "pupils"}}
    knowing = Known(date(2026, 11, 20), people=lambda circle: TWO_OF_A_NAME)

    assert "三年级(1)班" in errors(said, {"speaker": "张伟"}, knowing=knowing)["speaker"]
    told = form(said, {"speaker": "张伟  五年级(2)班"}, knowing=knowing)
    assert told.is_valid() and told.given == {"speaker": OTHER}


def test_those_with_nothing_to_tell_them_apart_are_numbered():
    assert list(labelled((Choosable("a", "张伟"), Choosable("b", "张伟"))).values()) == ["张伟 1", "张伟 2"]


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        ("number", "３６人", Decimal(36)),
        ("money", "1,234.50元", 123450),
        ("minutes", "1小时30分", Decimal(90)),
        ("score", "8.50", Decimal("8.5")),
    ],
)
def test_numbers_are_read_as_people_write_them(kind, typed, value):
    told = form(a_paper(kind), {kind: typed})
    assert told.is_valid() and told.given == {kind: value}


@pytest.mark.parametrize("typed", ["李文、王雅", "李文 , 王雅", "李文\n王雅\n", "李文；王雅；李文"])
def test_names_are_read_however_they_are_parted(typed):
    told = form(a_paper("people"), {"people": typed})
    assert told.is_valid() and told.given == {"people": (LI, WANG)}


def test_names_of_children_are_offered_on_no_page():
    said = a_paper("person") | {"child": {"type": "person", "label": "主讲", "of": "pupils"}}
    paper = PaperForm(description=described(said), values={"child": PUPIL}, known=known())
    assert paper.names() == [("names-of-staff", ["王雅", "李文"])]
    assert 'list="names-of-staff"' in str(paper["person"]) and "list=" not in str(paper["child"])


def test_no_circle_is_asked_for_names_that_are_known():
    def nobody(circle):
        raise AssertionError(circle)

    said = {"child": {"type": "person", "label": "主讲", "of": "pupils"}}
    knowing = Known(date(2026, 11, 20), people=nobody, names={PUPIL: "陈思"})
    told = form(said, {"child": "陈思"}, values={"child": PUPIL}, knowing=knowing)
    assert 'value="陈思"' in str(told["child"]) and told.is_valid() and told.given == {"child": PUPIL}


def test_two_of_one_name_who_stand_there_both_stay():
    said = {"judges": {"type": "people", "label": "评委"}}
    knowing = Known(date(2026, 11, 20), people=lambda circle: TWO_OF_A_NAME, names={ZHANG: "张伟", OTHER: "张伟"})
    told = form(said, {"judges": "张伟、张伟"}, values={"judges": (ZHANG, OTHER)}, knowing=knowing)
    assert told.is_valid() and told.given == {"judges": (ZHANG, OTHER)}


@pytest.mark.parametrize(
    ("said", "value", "typed"),
    [
        ({"type": "person", "label": "审稿"}, PUPIL, "陈思"),
        ({"type": "people", "label": "评委"}, (PUPIL,), "陈思、王雅"),
        ({"type": "unit", "label": "承办", "of": "studio"}, PUPIL, PUPIL),
        ({"type": "units", "label": "承办", "of": "studio"}, (PUPIL,), [PUPIL]),
        ({"type": "choice", "label": "形式", "choices": ["讲授"], "gone": ["观影"]}, "观影", "观影"),
        ({"type": "choices", "label": "形式", "choices": ["讲授"], "gone": ["观影"]}, ("观影",), ["观影", "讲授"]),
    ],
)
def test_what_stands_there_may_stay_though_it_is_offered_no_more(said, value, typed):
    knowing = Known(date(2026, 11, 20), people=known().people, names={PUPIL: "陈思"})
    assert form({"x": said}, {"x": typed}, values={"x": value}, knowing=knowing).is_valid()
    assert not form({"x": said}, {"x": typed}, knowing=knowing).is_valid()


def test_rows_are_as_many_as_were_typed_and_gaps_close():
    posted = {"rows-0-item": "合唱", "rows-2-item": "朗诵", "rows-2-marks": "9", "rows-7-item": "快板", "rows-8-item": ""}
    told = form(a_paper("rows"), posted)
    assert told.is_valid()
    assert [row["item"] for row in told.given["rows"]] == ["合唱", "朗诵", "快板"]


def test_a_wrong_cell_names_its_row():
    posted = {"rows-0-item": "合唱", "rows-1-marks": "good"}
    assert "得分, row 2" in errors(a_paper("rows"), posted)["rows"]
    refused = form(a_paper("rows"), posted)
    assert not refused.is_valid() and str(refused["rows"]).count("aria-invalid") == 1 and 'value="good"' in str(refused["rows"])


def test_more_rows_than_may_be_are_refused_and_none_is_lost():
    said = {"rows": {"type": "rows", "label": "节目单", "columns": COLUMNS, "most": 2}}
    assert "2" in errors(said, {f"rows-{number}-item": "合唱" for number in range(3)})["rows"]


def test_a_question_stands_from_its_day_to_its_day():
    said = {
        "old": {"type": "line", "label": "甲", "retired": "2026-11-20"},
        "new": {"type": "line", "label": "乙", "since": "2026-11-20"},
        "later": {"type": "line", "label": "丙", "since": "2026-11-21"},
    }
    assert list(form(said, {}).fields) == ["new"]


def test_nothing_sensitive_is_asked_of_whoever_may_not_read_it():
    said = {"child": {"type": "person", "label": "主讲", "of": "pupils"}, "topic": SAMPLES["line"][0] | {"type": "line"}}
    told = form(said, {"child": "陈思", "topic": "学雷锋"}, sealed=False)
    assert told.is_valid() and told.given == {"topic": "学雷锋"} and not told.is_sealing


def test_what_is_due_now_is_refused_while_it_is_empty():
    said = {"topic": {"type": "line", "label": "讲话主题", "required": "step:accept"}}
    assert form(said, {}).is_valid() and form(said, {}, due="before").is_valid()
    assert errors(said, {}, due="step:accept").keys() == {"topic"}
    assert [form(said, {}, due=due)["topic"].field.is_for_a_step for due in ("", "before", "step:accept")] == [True, True, False]


def test_the_label_speaks_the_readers_language():
    said = {"topic": {"type": "line", "label": "讲话主题", "label_en": "Topic"}}
    with override("en"):
        assert form(said, {})["topic"].label == "Topic"
    assert form(said, {})["topic"].label == "讲话主题"
