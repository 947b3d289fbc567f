"""A row belongs to one school: without an open door nothing is read, and nothing is written through the wrong one."""

import pytest

from navmark.foundation.people.models import Engagement, EngagementKind, Person
from navmark.foundation.people.tests.factories import a_person
from navmark.foundation.tenancy.scope import ForeignSchool, NoActiveSchool, within


@pytest.fixture
def theirs(neighbour):
    with within(neighbour):
        return a_person(name="隔壁老王")


@pytest.mark.parametrize("ask", [Person.objects.all, Person.objects.count, lambda: Person.objects.filter(name="王一").first()])
def test_without_a_door_every_question_is_refused(school, ask):
    with pytest.raises(NoActiveSchool):
        ask()


def test_without_a_door_nothing_is_saved(school):
    with pytest.raises(NoActiveSchool):
        Person(name="王一", sort_key="王").save()


def test_through_our_door_the_neighbours_rows_are_not_there(theirs, inside):
    mine = a_person()

    assert list(Person.objects.all()) == [mine]
    assert not Person.objects.filter(pk=theirs.pk).exists()
    assert Person.objects.filter(pk=theirs.pk).update(name="改名") == Person.objects.filter(pk=theirs.pk).delete()[0] == 0


def test_two_doors_are_open_for_oversight_alone(theirs, school, neighbour):
    with within(school):
        mine = a_person()
    with within(school, neighbour):
        assert set(Person.objects.all()) == {mine, theirs}
        with pytest.raises(NoActiveSchool):
            a_person()


def test_a_row_of_theirs_is_neither_saved_nor_deleted(theirs, inside):
    theirs.name = "改名"
    with pytest.raises(ForeignSchool):
        theirs.save()
    with pytest.raises(ForeignSchool):
        theirs.delete()


def test_a_row_of_ours_does_not_point_to_theirs(theirs, inside):
    with pytest.raises(ForeignSchool):
        Engagement.objects.create(person=theirs, kind=EngagementKind.STAFF)
    with pytest.raises(ForeignSchool):
        Engagement.objects.create(person_id=theirs.pk, kind=EngagementKind.STAFF)
    with pytest.raises(ForeignSchool):
        Engagement.objects.bulk_create([Engagement(person=theirs, kind=EngagementKind.STAFF)])


def test_a_row_never_changes_its_school(inside, neighbour):
    a_person()

    with pytest.raises(ForeignSchool):
        Person.objects.update(school=neighbour)


def test_a_door_closes_also_after_a_failure(school):
    with pytest.raises(ZeroDivisionError), within(school):
        1 / 0  # noqa: B018
    with pytest.raises(NoActiveSchool):
        Person.objects.count()
