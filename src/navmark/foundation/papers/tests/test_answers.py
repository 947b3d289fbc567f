"""Answers: what is sensitive is sealed, what is newer is never overwritten, what is not answered is nowhere."""

import json
from decimal import Decimal

import pytest
from django.db import connection
from django.utils.translation import override

from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.audit.words import changes_of as told_of
from navmark.foundation.papers.actions import answer, begin, drop, hang_up
from navmark.foundation.papers.models import Answers
from navmark.foundation.papers.queries import answers_of, answers_to, names_in
from navmark.foundation.papers.refusals import SealUnreadable, Unfit
from navmark.foundation.papers.tests.acting import AT, an_edition
from navmark.foundation.papers.tests.samples import PLAN, PUPIL, a_paper, answered
from navmark.foundation.people.models import Unit
from navmark.foundation.people.tests.factories import a_person
from navmark.foundation.tenancy.scope import within
from navmark.foundation.ui.refusals import Stale

pytestmark = pytest.mark.usefixtures("inside")
SPEAKER = {"type": "person", "label": "主讲", "of": "pupils"}


@pytest.fixture
def begun():
    edition = an_edition(
        {
            "topic": {"type": "line", "label": "讲话主题"},
            "speaker": SPEAKER,
            "number": {"type": "number", "label": "到场", "most": 50},
        }
    )
    return begin(("x.thing", edition.pk), edition, {"topic": "学雷锋"}, by=None, at=AT)


def column(row, name):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {name} FROM papers_answers")
        return str(cursor.fetchall())


def test_every_type_comes_back_from_the_database():
    edition = an_edition(a_paper())
    row = begin(("x.thing", edition.pk), edition, answered(), by=None, at=AT)
    assert Answers.fresh(row.pk).values == answered()


def test_a_paper_is_begun_once(begun):
    again = begin(("x.thing", begun.source_id), begun.edition, {"topic": "别的"}, by=None, at=AT)
    assert again == begun and again.values == {"topic": "学雷锋"}


def test_a_child_is_named_under_seal(begun):
    saved = answer(begun, {"speaker": PUPIL}, revision=0, by=None, at=AT)

    assert saved.values == {"topic": "学雷锋", "speaker": PUPIL}
    assert PUPIL not in column(saved, "open") + column(saved, "sealed")
    assert PUPIL not in "".join(AuditEntry.objects.values_list("payload", flat=True))


def test_the_trail_holds_old_and_new(begun):
    answer(begun, {"topic": "学英雄"}, revision=0, by=None, at=AT)
    entry = AuditEntry.objects.get(kind="papers.answered")
    assert json.loads(entry.payload)["changes"] == [["papers.answers.open", "讲话主题：学雷锋", "讲话主题：学英雄", ""]]
    assert (entry.subject_kind, entry.subject_id) == ("x.thing", begun.source_id)


def test_the_trail_names_people_and_keeps_what_is_sealed():
    edition = an_edition({"child": SPEAKER, "host": SPEAKER | {"label": "主持", "of": "staff"}})
    row = begin(("x.thing", edition.pk), edition, {}, by=None, at=AT)
    host = str(a_person(name="王雅").pk)
    with override("en"):
        answer(row, {"child": PUPIL, "host": host}, revision=0, by=None, at=AT)
    (entry,) = AuditEntry.objects.filter(kind="papers.answered")
    assert [(told.what, told.old, told.new) for told in told_of([entry])[entry.pk]] == [
        ("密封的填写内容", "", ""),
        ("填写内容", "无", "主持：王雅"),
    ]


def test_an_older_page_does_not_write_over_a_newer_text(begun):
    answer(begun, {"topic": "甲"}, revision=0, by=None, at=AT)
    with pytest.raises(Stale) as stale:
        answer(begun, {"topic": "乙"}, revision=0, by=None, at=AT)
    assert stale.value.current.values["topic"] == "甲" and stale.value.current.revision == 1


def test_what_stands_there_already_is_nobodys_change(begun):
    answer(begun, {"topic": "甲"}, revision=0, by=None, at=AT)
    assert answer(begun, {"topic": "甲", "number": None}, revision=0, by=None, at=AT).revision == 1


def test_an_answer_is_taken_back(begun):
    assert answer(begun, {"topic": None}, revision=0, by=None, at=AT).values == {}
    assert "topic" not in column(begun, "open")


def test_a_value_that_its_field_cannot_hold_is_refused_and_nothing_is_kept(begun):
    with pytest.raises(Unfit, match="50"):
        answer(begun, {"topic": "甲", "number": Decimal(51)}, revision=0, by=None, at=AT)
    assert Answers.fresh(begun.pk).values == {"topic": "学雷锋"}


def test_what_cannot_be_read_is_not_written_over(begun):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE papers_answers SET sealed = %s", ["key0$broken"])
    row = Answers.fresh(begun.pk)
    assert not row.is_readable and row.values == {"topic": "学雷锋"}
    with pytest.raises(SealUnreadable):
        answer(row, {"speaker": PUPIL}, revision=0, by=None, at=AT)
    assert answer(row, {"topic": "甲"}, revision=0, by=None, at=AT).values == {"topic": "甲"}
    assert "key0$broken" in column(row, "sealed")


def test_a_file_is_named_beside_those_that_hang_there():
    edition = an_edition(a_paper("file"))
    row = begin(("x.thing", edition.pk), edition, {}, by=None, at=AT)
    row = hang_up(hang_up(row, "file", PLAN, by=None, at=AT), "file", PLAN, by=None, at=AT)
    assert row.values == {"file": (PLAN,)} and row.revision == 1


def test_names_are_known_also_of_who_left_the_circle(django_assert_max_num_queries):
    one, unit = a_person(name="陈思"), Unit.objects.create(kind="subject_group", name="语文组")
    edition = an_edition({"speaker": SPEAKER, "unit": {"type": "unit", "label": "承办"}})
    source = ("x.thing", edition.pk)
    begin(source, edition, {"speaker": str(one.pk), "unit": str(unit.pk)}, by=None, at=AT)

    with django_assert_max_num_queries(3):
        found = answers_to("x.thing", [edition.pk])
        assert names_in(found.values(), on=AT.date()) == {str(one.pk): "陈思", str(unit.pk): "语文组"}
    assert answers_of(("x.other", edition.pk)) is None


def test_answers_go_with_what_they_belong_to(begun):
    source = ("x.thing", begun.source_id)
    for _time in range(2):
        drop(source, by=None, at=AT)
    assert answers_of(source) is None and AuditEntry.objects.filter(kind="papers.dropped").count() == 1


def test_another_school_sees_nothing_of_it(begun, neighbour):
    with within(neighbour):
        assert answers_of(("x.thing", begun.source_id)) is None
