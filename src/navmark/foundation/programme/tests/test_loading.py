"""Loading makes rows: kinds, papers, cadences; the same files again change nothing."""

from datetime import date, datetime
from importlib import import_module

import pytest
from django.apps import apps
from django.utils.timezone import get_current_timezone
from django.utils.translation import override

from navmark.foundation.activities import kinds
from navmark.foundation.activities.models import ActivityKind
from navmark.foundation.cadence.models import Cadence, Duty
from navmark.foundation.cadence.sweeping import sweep
from navmark.foundation.papers.models import PaperEdition
from navmark.foundation.papers.queries import newest
from navmark.foundation.people.actions import found_school
from navmark.foundation.people.models import UnitKind
from navmark.foundation.people.tests.factories import a_class, a_unit
from navmark.foundation.programme.loading import establish_programme, load
from navmark.foundation.programme.tests.folders import FILE, a_programme
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within

pytestmark = pytest.mark.usefixtures("inside")
AT = datetime(2026, 11, 20, 8, tzinfo=get_current_timezone())
PILLARS = ("demonstration", "practice", "experience", "service")
BEFORE = import_module("navmark.foundation.programme.migrations.0005_headings_of_the_school")


def test_a_kind_a_paper_and_a_cadence_are_there(tmp_path):
    load(a_programme(tmp_path), at=AT)

    kind = kinds.kind("speech")
    assert kind.is_data and kind.is_counted and (kind.expected, kind.keepers) == (("pupils",), ("moral_head",))
    assert [field.key for field in newest(kind.paper).description.fields] == ["topic", "script"]
    cadence = Cadence.objects.get(activity_kind="speech")
    assert (cadence.title, cadence.period, cadence.rule_id) == ("国旗下讲话", "week", "E37")


def test_its_title_is_read_in_the_language_of_the_page(tmp_path):
    load(a_programme(tmp_path), at=AT)

    title, cadence = kinds.kind("speech").title, Cadence.objects.get(activity_kind="speech")
    with override("en"):
        assert str(title) == cadence.title == "Speech under the flag"
    with override("zh-hans"):
        assert str(title) == cadence.title == "国旗下讲话"


def test_the_same_files_again_change_nothing(tmp_path, django_assert_num_queries):
    load(a_programme(tmp_path), at=AT)

    with django_assert_num_queries(1):
        assert load(a_programme(tmp_path), at=AT) is False


def test_a_question_more_is_an_edition_more_and_the_kind_keeps_its_row(tmp_path):
    load(a_programme(tmp_path), at=AT)
    row = ActivityKind.objects.get(code="speech").pk

    assert load(a_programme(tmp_path, FILE + 'weather = { type = "line", label = "天气" }\n'), at=AT)
    assert ActivityKind.objects.get(code="speech").pk == row
    assert newest("activity.speech").number == 2 and "weather" in newest("activity.speech").description.by_key


def test_what_is_no_longer_described_is_switched_off_and_still_read(tmp_path):
    load(a_programme(tmp_path), at=AT)
    load(a_programme(tmp_path, FILE.replace("activity.speech", "activity.other")), at=AT)

    assert not kinds.kind("speech").is_open_on(date(2026, 11, 21))
    assert kinds.kind("other").is_open_on(date(2026, 11, 21))


def test_what_waits_of_it_is_closed_and_open_again_with_its_description(tmp_path):
    a_unit(UnitKind.SCHOOL, "启明实验小学")
    load(a_programme(tmp_path), at=AT)
    sweep(on=AT.date(), at=AT)
    waiting = Duty.objects.filter(cadence__code="speech", closed_at=None)
    count = waiting.count()

    load(a_programme(tmp_path, FILE.replace("activity.speech", "activity.other")), at=AT)
    assert count and not waiting.exists()
    load(a_programme(tmp_path, FILE + "\n"), at=AT)
    assert waiting.count() == count


def test_a_question_that_changes_its_type_loads_nothing(tmp_path):
    load(a_programme(tmp_path), at=AT)

    with pytest.raises(ValueError, match="讲稿"):
        load(a_programme(tmp_path, FILE.replace('type = "paragraph"', 'type = "number"').replace("国旗下", "旗下")), at=AT)
    assert ActivityKind.objects.get(code="speech").title == "国旗下讲话" and PaperEdition.objects.count() == 1


def test_kinds_are_read_once_while_the_door_is_open(tmp_path, django_assert_num_queries):
    load(a_programme(tmp_path), at=AT)

    with django_assert_num_queries(1):
        assert [kinds.kind("speech").code, *(one.code for one in kinds.data_kinds())] == ["speech", "speech"]


def test_another_school_has_its_own(tmp_path, neighbour):
    load(a_programme(tmp_path), at=AT)

    with within(neighbour), pytest.raises(kinds.UnknownKind):
        kinds.kind("speech")
    assert kinds.kind("speech")


def test_what_was_changed_behind_another_door_is_read_anew(tmp_path, school):
    assert not kinds.data_kinds()
    with within(school):
        load(a_programme(tmp_path), at=AT)

    assert kinds.data_kinds()


def test_what_comes_with_the_product_makes_the_duties_of_school_class_and_subject_group():
    a_unit(UnitKind.SCHOOL, "启明实验小学"), a_class(), a_unit(UnitKind.SUBJECT_GROUP, "数学教研组")
    establish_programme(at=AT)
    sweep(on=AT.date(), at=AT)

    owed = Duty.objects.filter(cadence__isnull=False, opens_on__lte=AT.date()).values_list("cadence__code", flat=True)
    of_registers = ["entry:theme_of_month"]  # a plan of the term is asked for in its first weeks
    assert sorted(set(owed)) == ["book_talk", "class_meeting", *of_registers, "flag_speech", "red_theme", "subject_research"]


def test_a_new_school_has_the_programme_of_the_product_from_its_first_page():
    founded = found_school(name="新学校", in_use_since=AT.date(), at=AT)

    with within(founded.school):
        assert ActivityKind.objects.exists()
        School.objects.update(headings=[])  # as a school stood there before it had them
        BEFORE.tell_each_school(apps, None)
        assert [code for code, *_told in School.objects.get(pk=founded.school.pk).headings] == list(PILLARS)
