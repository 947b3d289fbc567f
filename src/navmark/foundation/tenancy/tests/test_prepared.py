"""A question that is put into SQL once a process answers every school and every argument as if it were built anew."""

from uuid import uuid4

import pytest
from django.db.models import F, Q

from navmark.foundation.people.models import Engagement, EngagementKind, Person
from navmark.foundation.people.tests.factories import a_person
from navmark.foundation.tenancy import making
from navmark.foundation.tenancy.prepared import lasting, prepared
from navmark.foundation.tenancy.scope import within

ASKED = []  # how often a question was put together


def values_of(row):
    return {name: value for name, value in vars(row).items() if name != "_state"}


@prepared
def people(ids, *, name=None):
    ASKED.append(ids)
    rows = Person.objects.filter(pk__in=ids)
    return (rows if name is None else rows.filter(name=name)).order_by("name")


@prepared
def names(name):
    return Person.objects.filter(Q(name=name) | Q(pk__in=[])).values_list("name", "pk")


def test_it_is_put_together_once_for_each_shape_of_its_arguments(inside, neighbour, sql_of):
    one, other = a_person(name="王一"), a_person(name="王二")
    with within(neighbour):
        theirs = a_person(name="王一")
    ASKED.clear()

    assert people((one.pk, other.pk)) == [one, other]
    assert people((other.pk, theirs.pk)) == [other]
    assert people((one.pk, other.pk), name="王二") == [other]
    assert people((one.pk, other.pk), name="王一") == [one]
    assert people((one.pk,), name="王一") == [one]
    assert people((), name="王一") == []
    assert names("王二") == [("王二", other.pk)]
    with within(neighbour):
        assert people((one.pk, theirs.pk)) == [theirs]
    assert len(ASKED) == 4
    assert sql_of(lambda: people((one.pk,), name="王三")) == 1


def test_an_argument_that_is_changed_on_its_way_into_the_query_is_refused(inside):
    question = prepared(lambda name: Person.objects.filter(name=name.upper() + "!"))

    with pytest.raises(ValueError, match="as they are"):
        question("王一")


def test_what_is_read_by_it_is_saved_as_any_row(inside):
    a_person(name="王一")
    (found,) = people((Person.objects.get().pk,))
    found.name = "王二"
    found.save()

    assert names("王二") == [("王二", found.pk)]
    assert people((uuid4(),)) == []


def test_what_several_rows_point_to_is_read_with_them_and_made_once(inside, sql_of):
    person = a_person(name="王一")
    Engagement.objects.create(person=person, kind=EngagementKind.STAFF)
    Engagement.objects.create(person=person, kind=EngagementKind.GUARDIAN)
    question = prepared(lambda: Engagement.objects.select_related("person").annotate(called=F("person__name")))
    one, other = question()

    assert (one.called, sql_of(lambda: one.person.name)) == ("王一", 0)
    assert one.person is other.person == person
    assert values_of(one) == values_of(Engagement.objects.annotate(called=F("person__name")).get(pk=one.pk))


def test_a_lasting_row_is_copied_as_long_as_it_reads_as_before(inside, neighbour, monkeypatch):
    person = a_person(name="王一")
    Engagement.objects.create(person=person, kind=EngagementKind.STAFF)
    with within(neighbour):
        a_person(name="王一")
    made, make = [], making.models
    monkeypatch.setattr(making, "models", lambda compiler, read: made.extend(read) or make(compiler, read))
    question = lasting(lambda: Engagement.objects.select_related("person"))
    (one,), (other,) = question(), question()

    assert (one, one.person, len(made)) == (other, other.person, 1)
    assert one is not other
    assert one.person is not other.person
    one.person.name, one.kind = "王二", EngagementKind.GUARDIAN
    assert [(found.person.name, found.kind) for found in question()] == [("王一", EngagementKind.STAFF)]
    one.person.save()
    one.save()
    assert [(found.person.name, found.kind) for found in question()] == [("王二", EngagementKind.GUARDIAN)]
    with within(neighbour):
        assert question() == []
