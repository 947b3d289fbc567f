"""Who led what, who was there: the own line, or the committee's table in reading order; never a rank, never another's line."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from navmark.foundation.activities.part_papers import write
from navmark.foundation.activities.planning.actions import arrange
from navmark.foundation.activities.plans import Plan, PlannedPart
from navmark.foundation.activities.queries import attendance_of_all
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.queries import committee_on, in_reading_order, members_on
from navmark.foundation.people.tests.factories import holder, signed_in
from navmark.pillars.demonstration.branch_life import kinds, overview
from navmark.pillars.demonstration.branch_life.tests.scenes import DURING, START, held, item_of

PAGE, OWN = "branch_life:led", "activities:own_attendance"


@pytest.fixture
def members(branch):
    return in_reading_order(members_on(branch, START.date()), START.date())


@pytest.fixture
def busy(branch, clerk, members):
    """The last in reading order led most: three items, a lecture; and was there while another was absent."""
    last = members[-1]
    activity = held(kinds.ASSEMBLY, branch, clerk, present=20)
    for number in range(3):
        item_of(activity, clerk, f"议题{number}", reporter=last)
    lecture = held(kinds.LECTURE, branch, clerk)
    write(lecture.parts.get(), {"lecturer": str(last.pk)}, by=clerk, at=DURING)
    return last


def page_for(person, name=PAGE):
    return signed_in(person).get(reverse(name), {"year": "2026"})


def names_in(page, people):
    return [person.name for person in sorted(people, key=lambda one: page.find(f">{one.name}<")) if f">{person.name}<" in page]


def test_a_member_sees_the_own_line_though_another_led_more(branch, busy, members):
    plain = next(one for one in members if not one.posts.exists() and one != busy)
    page = page_for(plain).content.decode()

    assert page.count(f">{plain.name}</th>") == 1
    assert not [one.name for one in members if one != plain and one.name in page]


def test_the_committee_reads_all_in_reading_order_and_not_by_number(branch, busy, members):
    page = page_for(holder(PostKind.DISCIPLINE)).content.decode()
    table = page.split("<tbody>")[1].split("</tbody>")[0]

    wanted = [person.name for person in members]
    led = overview.led_by(members, 2026)[-1]
    assert led.hosted + led.lectures + led.segments + led.items == 4
    assert names_in(table, members) == wanted


def test_the_clerk_has_no_such_page(branch, busy, clerk):
    assert page_for(clerk).status_code == 403


def test_what_is_only_planned_was_led_by_nobody(branch, clerk, secretary):
    plan = Plan(unit=branch, title="会议", parts=[PlannedPart(kinds.ASSEMBLY)], starts_at=START, host=secretary)
    arrange(plan, by=clerk, at=START)
    assert [(led.hosted, led.items) for led in overview.led_by([secretary], 2026)] == [(0, 0)]

    held(kinds.ASSEMBLY, branch, clerk)
    assert [led.hosted for led in overview.led_by([secretary], 2026)] == [1]


def test_ones_own_roll_names_nobody_else(branch, busy, members):
    for person in (busy, *committee_on(branch, START.date())):
        page = page_for(person, OWN).content.decode()
        assert not [one.name for one in members if one != person and one.name in page]


def test_thirty_people_cost_as_many_queries_as_one(branch, busy, members):
    def statements(people):
        with CaptureQueriesContext(connection) as caught:
            overview.led_by(people, 2026)
            attendance_of_all(people, 2026)
        return len(caught)

    statements([])  # the school's own kinds are read once while its door is open
    assert statements(members) == statements(members[:1])
