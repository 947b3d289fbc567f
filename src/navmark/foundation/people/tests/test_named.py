"""A person is found by the name that is typed."""

from datetime import date

import pytest
from django import forms

from navmark.foundation.people.forms.named import FEW, Names, PeopleByName, PersonAmong, PersonByName
from navmark.foundation.people.models import Person
from navmark.foundation.people.tests.factories import a_staff_member

TODAY = date(2026, 11, 20)
pytestmark = pytest.mark.django_db


@pytest.fixture
def names(inside):
    for _time in range(3):
        a_staff_member()
    return Names(Person.objects.all(), on=TODAY)


def asked(names, field, typed, **kwargs):
    form = type("Form", (forms.Form,), {"who": field(names, required=False)})({"who": typed}, **kwargs)
    form.is_valid()
    return form


def test_blanks_and_what_cannot_be_seen_do_not_matter(names):
    one = Person.objects.first()

    assert asked(names, PersonByName, f" {one.name}\u200b ").cleaned_data["who"] == one
    assert asked(names, PersonByName, "").cleaned_data["who"] is None


def test_nobody_of_that_name_is_said_at_the_field_and_what_was_typed_stays(names):
    form = asked(names, PersonByName, "查无此人")

    assert "查无此人" in form.errors["who"][0]
    assert form["who"].value() == "查无此人"


def test_of_two_of_one_name_each_is_named_with_what_tells_her_apart(names):
    one, other, _third = Person.objects.order_by("pk")
    Person.objects.filter(pk=one.pk).update(name="张伟", staff_number="T01")
    Person.objects.filter(pk=other.pk).update(name="张伟", staff_number="T02")

    [words] = asked(names, PersonByName, "张伟").errors["who"]
    assert "张伟 T01" in words and "张伟 T02" in words
    assert asked(names, PersonByName, "张伟 T02").cleaned_data["who"] == other


def test_several_are_typed_in_one_line_each_once(names):
    one, other, _third = Person.objects.order_by("pk")

    form = asked(names, PeopleByName, f"{one.name}、{other.name}，{one.name}")
    assert form.cleaned_data["who"] == [one, other]


def test_it_opens_with_the_name_and_whoever_stands_there_may_stay(names):
    gone = Person.objects.last()
    kept = Names(Person.objects.exclude(pk=gone.pk), on=TODAY, also=[gone])

    form = type("Form", (forms.Form,), {"who": PersonByName(kept)})(initial={"who": gone.pk})
    assert form["who"].value() == gone.name
    assert kept.found(gone.name) == gone


def test_few_are_chosen_many_are_typed_and_both_send_the_name(names):
    one = Person.objects.first()
    of_many = Names([one, *(Person(name=f"张{n}") for n in range(FEW))], on=TODAY, listed_as="others")

    chosen, typed = (asked(these, PersonAmong, one.name) for these in (names, of_many))

    assert [form.cleaned_data["who"] for form in (chosen, typed)] == [one, one]
    assert f'<option value="{one.name}" selected>' in str(chosen["who"]) and 'list="others"' in str(typed["who"])
    assert [list(form.fields["who"].offered[1]) for form in (chosen, typed)] == [[], list(of_many.labels.values())]
    assert not asked(names, PersonAmong, "查无此人").is_valid()
