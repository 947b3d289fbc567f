"""Every change makes an edition; nothing that was ever asked is lost."""

from datetime import date

import pytest

from navmark.foundation.papers.actions import answer, begin, move
from navmark.foundation.papers.describing import described
from navmark.foundation.papers.editions import carried_on, differences
from navmark.foundation.papers.making import make_edition
from navmark.foundation.papers.models import Paper, PaperEdition
from navmark.foundation.papers.on_page import shown
from navmark.foundation.papers.queries import answers_of
from navmark.foundation.papers.refusals import Misplaced, OtherType
from navmark.foundation.papers.tests.acting import AT, an_edition
from navmark.foundation.papers.tests.samples import known

pytestmark = pytest.mark.usefixtures("inside")
TOPIC = {"type": "line", "label": "讲话主题"}
FORM = {"type": "choice", "label": "形式", "choices": {"talk": "讲授", "film": "观影"}}


def test_a_change_makes_the_next_edition_and_the_first_stays():
    first = an_edition({"topic": TOPIC})
    second = an_edition({"topic": TOPIC, "weather": {"type": "line", "label": "天气"}}, why="雨天改在室内")

    assert (first.number, second.number, second.why) == (1, 2, "雨天改在室内")
    assert PaperEdition.fresh(first.pk).description == first.description
    assert [field.key for field in second.description.fields] == ["topic", "weather"]


def test_the_same_questions_make_none():
    assert an_edition({"topic": TOPIC}) == an_edition({"topic": TOPIC})
    assert Paper.objects.count() == PaperEdition.objects.count() == 1


def test_what_is_left_out_is_retired_and_comes_back():
    an_edition({"topic": TOPIC, "form": FORM})
    gone = an_edition({"topic": TOPIC}).description
    assert gone.field("form").retired == date(2026, 11, 20)
    assert [field.key for field in gone.on(date(2026, 11, 20))] == ["topic"]

    back = an_edition({"topic": TOPIC, "form": FORM}).description
    assert back.field("form").retired is None


def test_a_choice_that_is_left_out_still_reads():
    begun = begin(("x.thing", an_edition({"form": FORM}).pk), an_edition({"form": FORM}), {"form": "film"}, by=None, at=AT)
    newer = an_edition({"form": FORM | {"choices": {"talk": "讲授"}}})
    moved = move(begun, newer, revision=0, by=None, at=AT)

    assert [line.words for line in shown(newer.description, moved.values, known())] == ["观影"]
    assert newer.description.field("form").choices == (("talk", "讲授"),)


def test_a_key_in_use_keeps_its_type():
    an_edition({"topic": TOPIC})
    with pytest.raises(OtherType, match="讲话主题"):
        an_edition({"topic": {"type": "number", "label": "讲话主题"}})
    an_edition({})
    with pytest.raises(OtherType):
        an_edition({"topic": {"type": "number", "label": "讲话主题"}})


def test_columns_of_a_small_table_are_carried_on_too():
    rows = {
        "type": "rows",
        "label": "节目单",
        "columns": {"item": {"type": "line", "label": "节目"}, "by": {"type": "line", "label": "谁"}},
    }
    an_edition({"rows": rows})
    newer = an_edition({"rows": rows | {"columns": {"item": {"type": "line", "label": "节目"}}}})
    assert [(one.key, one.retired is None) for one in newer.description.field("rows").columns] == [("item", True), ("by", False)]


def test_what_was_filled_in_keeps_its_questions():
    edition = an_edition({"topic": TOPIC})
    source = ("x.thing", edition.pk)
    begin(source, edition, {"topic": "向雷锋学习"}, by=None, at=AT)
    an_edition({"topic": TOPIC | {"label": "题目"}})

    kept = answers_of(source)
    assert [line.label for line in shown(kept.edition.description, kept.values, known())] == ["讲话主题"]


def test_an_answer_to_a_retired_question_stays_in_sight_and_comes_back():
    edition = an_edition({"topic": TOPIC, "form": FORM})
    begun = begin(("x.thing", edition.pk), edition, {"form": "talk"}, by=None, at=AT)
    moved = move(begun, an_edition({"topic": TOPIC}), revision=0, by=None, at=AT)

    assert [line.words for line in shown(moved.edition.description, moved.values, known())] == ["", "讲授"]
    again = move(moved, an_edition({"topic": TOPIC, "form": FORM}), revision=1, by=None, at=AT)
    assert again.values == {"form": "talk"}


def test_a_question_of_another_edition_is_refused():
    edition = an_edition({"topic": TOPIC})
    begun = begin(("x.thing", edition.pk), edition, {}, by=None, at=AT)
    with pytest.raises(Misplaced):
        answer(begun, {"weather": "晴"}, revision=0, by=None, at=AT)


def test_an_edition_that_makes_no_sense_is_never_kept():
    paper = Paper.objects.create(code="x", title="x")
    with pytest.raises(ValueError, match="type"):
        PaperEdition.objects.create(paper=paper, number=1, fields=[{"key": "x", "type": "lin"}], made_at=AT)
    assert described([]).fields == () and make_edition("x", described([]), title="x", by=None, at=AT).number == 1


def test_who_moves_answers_sees_what_is_asked_otherwise():
    old = described({"a": TOPIC, "b": {"type": "line", "label": "旧题"}, "c": {"type": "line", "label": "地点"}})
    now = {"a": TOPIC, "c": {"type": "line", "label": "地点", "required": "before"}, "d": {"type": "line", "label": "天气"}}
    new = carried_on(described(now), old, on=AT.date())
    assert [(one.label, one.change) for one in differences(new, old)] == [
        ("地点", "changed"),
        ("天气", "asked"),
        ("旧题", "retired"),
    ]
    assert not differences(old, old)


def test_what_is_refused_today_does_not_close_an_old_edition():
    edition = an_edition({"topic": TOPIC})
    twice = [{"key": key, **TOPIC} for key in ("topic", "title")]
    PaperEdition.objects.filter(pk=edition.pk).update(fields=twice)
    assert [field.key for field in PaperEdition.fresh(edition.pk).description.fields] == ["topic", "title"]


def test_a_word_that_is_gone_may_come_back_under_another_key():
    an_edition({"form": FORM})
    newer = an_edition({"form": FORM | {"choices": {"talk": "讲授", "movie": "观影"}}}).description.field("form")
    assert newer.labels == {"film": "观影", "talk": "讲授", "movie": "观影"} and newer.read("观影", known()) == "movie"
