"""What a paper may know of the school: who may be named around its unit, and how those of one name are told apart."""

from datetime import date

import pytest

from navmark.foundation.papers.describing import described
from navmark.foundation.papers.faults import Misdescribed
from navmark.foundation.papers.knowing import exists_here, known_here
from navmark.foundation.people.models import Engagement, Unit, UnitMembership
from navmark.foundation.people.tests.factories import a_person, a_staff_member

pytestmark = pytest.mark.usefixtures("inside")
ON = date(2026, 11, 20)


@pytest.fixture
def classes():
    return [Unit.objects.create(kind="class", entry_year=year, number=1) for year in (2024, 2022)]


def a_pupil(name, unit):
    child = a_person(name=name)
    Engagement.objects.create(person=child, kind="pupil")
    UnitMembership.objects.create(person=child, unit=unit)
    return str(child.pk)


def test_children_of_one_name_are_told_apart_by_their_class(classes):
    three, five = (a_pupil("张伟", unit) for unit in classes)
    assert known_here(ON).people_of("pupils") == {three: "张伟 三年级(1)班", five: "张伟 五年级(1)班"}


def test_a_class_offers_its_own_pupils(classes):
    own = a_pupil("陈思", classes[0])
    a_pupil("李明", classes[1])
    assert known_here(ON, unit=classes[0]).people_of("pupils") == {own: "陈思"}


def test_who_stands_around_the_thing_is_said_by_its_room():
    host = a_staff_member(name="王雅")
    assert known_here(ON, around={"host": [host]}).people_of("host") == {str(host.pk): "王雅"}


def test_a_circle_that_is_no_more_offers_nobody():
    assert known_here(ON).people_of("ghosts") == {}


def test_a_hundred_are_asked_for_in_one_query(django_assert_num_queries):
    for number in range(30):
        a_staff_member(name=f"王{chr(0x4E00 + number)}")
    known = known_here(ON)
    with django_assert_num_queries(1):
        assert len(known.people_of("staff")) == 30
        assert len(known.people_of("staff")) == 30


def test_classes_stand_by_grade_and_units_by_their_name(classes):
    group = Unit.objects.create(kind="subject_group", name="语文组")
    known = known_here(ON)
    assert list(known.units_of("class").values()) == ["三年级(1)班", "五年级(1)班"]
    assert known.units_of("subject_group") == {str(group.pk): "语文组"}
    assert len(known.units_of("")) == 3


@pytest.mark.parametrize(
    ("said", "is_there"),
    [
        ({"type": "person", "of": "moral_head"}, True),
        ({"type": "person", "of": "another:committee"}, True),
        ({"type": "person", "of": "ghosts"}, False),
        ({"type": "unit", "of": "subject_group"}, True),
        ({"type": "unit", "of": "ghosts"}, False),
        ({"type": "line", "required": "step:accept"}, True),
        ({"type": "line", "required": "step:close"}, False),
    ],
)
def test_a_description_may_name_what_is_there(said, is_there):
    table = {"x": {**said, "label": "一栏"}}
    if is_there:
        assert described(table, exists=exists_here(["accept"])).fields
    else:
        with pytest.raises(Misdescribed):
            described(table, exists=exists_here(["accept"]))
