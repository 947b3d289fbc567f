"""No way of writing makes a row of ours point to a row of theirs; and what is known already is not asked of the database."""

import pytest
from django.db.models import F

from navmark.foundation.people.models import Engagement, EngagementKind, Person, Unit, UnitKind, UnitMembership
from navmark.foundation.people.tests.factories import a_person
from navmark.foundation.tenancy.scope import ForeignSchool, within

STAFF = EngagementKind.STAFF


@pytest.fixture
def theirs(neighbour):
    with within(neighbour):
        return a_person(name="隔壁老王")


@pytest.fixture
def row(inside, theirs):
    """A row of ours that points to a person of ours, as the database has it."""
    made = Engagement.objects.create(person=a_person(), kind=STAFF)
    return Engagement.fresh(made.pk)


def _changed(row, **pointers):
    for name, value in pointers.items():
        setattr(row, name, value)
    return row


WAYS = {
    "update": lambda row, one: Engagement.objects.update(person=one),
    "update by id": lambda row, one: Engagement.objects.update(person=one.pk),
    "update by column": lambda row, one: Engagement.objects.filter(pk=row.pk).update(person_id=str(one.pk)),
    "save": lambda row, one: _changed(row, person=one).save(),
    "save by id": lambda row, one: _changed(row, person_id=one.pk).save(),
    "save of one field": lambda row, one: _changed(row, person_id=one.pk).save(update_fields=["person"]),
    "save of a deferred field": lambda row, one: _changed(Engagement.objects.only("kind").get(), person_id=one.pk).save(),
    "bulk_update": lambda row, one: Engagement.objects.bulk_update([_changed(row, person=one)], ["person"]),
    "bulk_update by id": lambda row, one: Engagement.objects.bulk_update([_changed(row, person_id=one.pk)], ["person"]),
    "bulk_create by id": lambda row, one: Engagement.objects.bulk_create([Engagement(person_id=one.pk, kind=STAFF)]),
    "get_or_create": lambda row, one: Engagement.objects.get_or_create(person_id=one.pk, kind=STAFF),
    "update_or_create": lambda row, one: Engagement.objects.update_or_create(pk=row.pk, defaults={"person_id": one.pk}),
    "create": lambda row, one: Engagement.objects.create(person_id=one.pk, kind=STAFF),
}


@pytest.mark.parametrize("way", WAYS)
def test_no_way_of_writing_leads_to_theirs(row, theirs, way):
    with pytest.raises(ForeignSchool):
        WAYS[way](row, theirs)
    assert not Engagement._base_manager.filter(person_id=theirs.pk).exists()


@pytest.mark.parametrize("way", WAYS)
def test_every_way_leads_to_ours(row, way):
    WAYS[way](row, one := a_person(name="李二"))

    assert Engagement.objects.filter(person=one).exists()


def test_no_way_of_writing_takes_a_row_of_theirs(row, neighbour, theirs):
    with within(neighbour):
        held = Engagement.objects.create(person=theirs, kind=STAFF)
    with pytest.raises(ForeignSchool):
        Engagement.objects.bulk_update([held], ["kind"])
    with pytest.raises(ForeignSchool):
        Engagement.objects.bulk_update([row], ["school"])


def test_an_expression_is_no_pointer(row):
    with pytest.raises(ForeignSchool, match="expression"):
        Engagement.objects.update(person=F("id"))


def test_what_is_at_hand_is_not_asked_again(row, django_assert_num_queries):
    ours, other, third = (a_person(name=name) for name in ("李二", "张三", "赵四"))
    made = Engagement(person=ours, kind=STAFF)
    with django_assert_num_queries(1):
        made.save()
    with django_assert_num_queries(1):
        Engagement.objects.filter(pk=made.pk).update(person=other)
    for change in ({}, {"person": third}, {"kind": EngagementKind.PUPIL}):
        with django_assert_num_queries(1):
            _changed(row, **change).save()


def test_one_question_for_an_id_and_none_for_the_same_again(row, django_assert_num_queries):
    ours = a_person(name="李二")
    with django_assert_num_queries(2):
        _changed(row, person_id=ours.pk).save()
    with django_assert_num_queries(1):
        row.save()


def test_many_rows_ask_once_for_each_pointer(inside, django_assert_num_queries):
    unit = Unit.objects.create(kind=UnitKind.CLASS, entry_year=2026, number=1)
    people = Person.objects.bulk_create(Person(name=f"学生{n}", sort_key=str(n)) for n in range(30))
    with django_assert_num_queries(3):
        UnitMembership.objects.bulk_create(UnitMembership(person_id=one.pk, unit_id=unit.pk) for one in people)
    with django_assert_num_queries(1):
        Engagement.objects.bulk_create(Engagement(person=one, kind=EngagementKind.PUPIL) for one in people)
