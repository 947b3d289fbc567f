"""What a class waits for stands on its teacher's Today as hers, on that of those above her as others' business."""

from datetime import date, datetime

import pytest
from django.utils.timezone import get_current_timezone

from navmark.foundation.cadence.sweeping import sweep
from navmark.foundation.people.models import PostKind, UnitKind
from navmark.foundation.people.tests.factories import a_class, a_post, a_staff_member, a_unit, a_viewer
from navmark.foundation.programme.loading import establish_programme
from navmark.project.today import today_for

OF_A_CLASS = ("班级工作计划", "主题班会")  # by the second week of the term, by the end of the month
AT = datetime(2026, 9, 8, 8, tzinfo=get_current_timezone())


@pytest.fixture
def classes(inside):
    """Two classes of the first grade and one of the second; what is due of them is made."""
    classes = [a_class(number=1), a_class(number=2), a_class(entry_year=2025, number=1)]
    establish_programme(at=AT)
    sweep(on=AT.date(), at=AT)
    return classes


def today_of(kind, unit):
    person = a_staff_member()
    a_post(person, kind, unit=unit, from_day=date(2026, 9, 1))
    return today_for(a_viewer(person, on=AT.date()), AT.date(), with_others=True)


def seen_of_others(page):
    return {line.what: {unit for unit, _url in line.links} for line in page.others}


def test_it_is_the_class_teachers(classes):
    page = today_of(PostKind.CLASS_TEACHER, classes[0])

    assert [line.what for section in page.sections for line in section.lines] == list(OF_A_CLASS)
    assert page.others_count == 0


def test_it_is_no_burden_of_the_head_of_moral_education_who_keeps_it_too(classes):
    a_unit(UnitKind.SCHOOL, "启明实验小学")
    sweep(on=AT.date(), at=AT)
    page = today_of(PostKind.MORAL_HEAD, None)

    hers = {"国旗下讲话", "红色主题活动", "聊书", "每月德育主题"}
    assert {line.what for section in page.sections for line in section.lines} == hers
    assert seen_of_others(page) == {what: {"一年级(1)班", "一年级(2)班", "二年级(1)班"} for what in OF_A_CLASS}


def test_the_head_of_the_grade_sees_that_it_waits_for_the_classes_of_the_grade(classes):
    page = today_of(PostKind.GRADE_HEAD, a_unit(UnitKind.GRADE, "一年级", number=1))

    assert page.sections == []
    assert seen_of_others(page) == {what: {"一年级(1)班", "一年级(2)班"} for what in OF_A_CLASS}
