"""Who reads, keeps and moves an entry: said of one, and as a condition on many, the same."""

import pytest
from django.http import Http404

from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_post, a_staff_member, a_viewer
from navmark.foundation.registers import access, linked
from navmark.foundation.registers.models import Entry, Hand
from navmark.foundation.registers.tests.scene import ANSWERS, an_entry, make_register, make_school, took


@pytest.fixture
def here(inside):
    return make_school()


def seen(person):
    return list(access.visible_to(a_viewer(person)).order_by("id"))


def test_keepers_see_all_its_owner_and_hands_their_own_and_others_nothing(here):
    entry, other = an_entry(here), an_entry(here, "水龙头")
    helper = a_staff_member()
    Hand.objects.create(entry=other, person=helper, role="helper")

    assert [seen(person) for person in (here.head, here.owner, helper, here.colleague)] == [
        [entry, other], [entry, other], [other], [],
    ]  # fmt: skip
    with pytest.raises(Http404):
        access.entry_for(a_viewer(here.colleague), entry.pk)


def test_the_list_and_the_door_say_the_same_of_everybody(here):
    an_entry(here), took(an_entry(here, "水龙头"), "accept", ANSWERS, by=here.owner)
    for code in ("about", "author", "staff", "another:staff", "another", "owner"):
        here.register.readers = [code]
        here.register.save()
        access.known.renew()
        for person in (here.head, here.owner, here.colleague):
            viewer = a_viewer(person)
            by_door = [entry for entry in Entry.objects.order_by("id") if access.may_read(viewer, entry)]
            assert seen(person) == by_door, (code, person)


def test_steps_are_offered_to_those_alone_who_may_take_them(here):
    entry = took(took(an_entry(here), "accept", ANSWERS, by=here.owner), "report", by=here.head)

    offered = {person.pk: access.steps_open_to(a_viewer(person), Entry.fresh(entry.pk)) for person in (here.head, here.second)}
    assert [[step.key for step in steps] for steps in offered.values()] == [[], ["close", "back"]]


def test_a_register_that_is_switched_off_takes_nothing_more_and_is_read(here):
    entry = an_entry(here)
    here.register.active_to = entry.day
    here.register.save()
    access.known.renew()
    head = a_viewer(here.head, on=entry.day.replace(day=28))

    assert (access.units_to_add_for(head, access.known.register("mending")), seen(here.head)) == ([], [entry])


def test_another_office_s_register_does_not_exist_for_her(here):
    make_register("other", makers=["principal"], keepers=["principal"], readers=[])
    principal = a_staff_member()
    a_post(principal, PostKind.PRINCIPAL)

    assert access.register_to_read(a_viewer(principal), "other").code == "other"
    for person, code in ((here.colleague, "other"), (principal, "nothing")):
        with pytest.raises(Http404):
            access.register_to_read(a_viewer(person), code)


def test_what_is_seen_costs_one_query_however_many_entries(here, django_assert_num_queries):
    viewer = a_viewer(here.owner)
    seen_by = access.visible_to(viewer)
    for count in (1, 30):
        for number in range(count):
            an_entry(here, f"问题{number}")
        with django_assert_num_queries(1):
            assert len(list(seen_by.all())) >= count


def test_nothing_begins_in_a_register_that_no_unit_of_hers_holds(here):
    entry, one = an_entry(here), access.known.register("mending")
    one.links, head = ["entry:wishes"], a_viewer(here.head)
    assert [access.units_to_add_for(head, one), len(linked.begins(head, ["entry:wishes"], entry.pk))] == [[entry.unit], 1]

    one.unit_kind = "grade"
    assert not linked.begins(a_viewer(here.head), ["entry:wishes"], entry.pk)
