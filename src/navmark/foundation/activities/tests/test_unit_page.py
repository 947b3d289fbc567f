"""A unit's page gathers what the unit owes and holds, as far as whoever looks may see it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.activities.occasions.tests.scene import an_occasion, make_school
from navmark.foundation.cadence.cadences import establish
from navmark.foundation.cadence.specs import CadenceSpec, PeriodKind, Subject
from navmark.foundation.cadence.sweeping import sweep
from navmark.foundation.people.tests.factories import signed_in


@pytest.fixture
def here(inside):
    return make_school()


def shown(person, unit):
    return signed_in(person).get(reverse("people:unit", args=[unit.pk])).content.decode()


def test_what_was_held_stands_on_it_with_its_page(here):
    occasion = an_occasion("research", here.group, by=here.head)

    assert reverse("activities:occasion", args=[occasion.pk]) in shown(here.colleague, here.group)
    assert reverse("activities:occasion", args=[occasion.pk]) not in shown(here.colleague, here.classes[0])


def test_what_is_due_stands_there_for_its_head_with_the_way_to_it_and_for_nobody_it_does_not_concern(here):
    monthly = CadenceSpec(
        code="research",
        title="教研活动",
        activity_kind="research",
        period=PeriodKind.MONTH,
        subject=Subject("unit:subject_group"),
    )
    establish([monthly], active_from=timezone.localdate().replace(day=1))
    sweep(on=timezone.localdate(), at=timezone.now())

    assert "待办事项" in shown(here.head, here.group) and "/activities/duty/" in shown(here.head, here.group)
    assert "待办事项" not in shown(here.teacher, here.group)


def test_many_occasions_cost_no_more_queries_than_one(here):
    client, address = signed_in(here.head), reverse("people:unit", args=[here.group.pk])

    def cost():
        with CaptureQueriesContext(connection) as seen:
            assert client.get(address).status_code == 200
        return len(seen)

    cost()
    an_occasion("research", here.group, by=here.head)
    one = cost()
    for _time in range(4):
        an_occasion("research", here.group, by=here.head)
    assert cost() == one
