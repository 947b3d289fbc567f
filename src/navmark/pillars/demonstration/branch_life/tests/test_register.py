"""Every meeting is found again: by kind, unit, state, year, school year and words."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from navmark.foundation.people.queries import members_on
from navmark.foundation.people.tests.factories import signed_in
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import START, held

ADDRESS = "activities:register"


@pytest.fixture
def three(branch, clerk):
    before = START.replace(year=2025, month=10, day=20)
    return [
        held(kinds.COMMITTEE, branch, clerk),
        held(kinds.ASSEMBLY, branch, clerk, starts_at=START - timedelta(days=1)),
        held(kinds.COMMITTEE, branch, clerk, starts_at=before),
    ]


def found(client, **asked) -> set:
    return {one.pk for one in client.get(reverse(ADDRESS, args=["branch_life"]), asked).context["page"]}


def test_each_filter_narrows_it(three, branch, clerk):
    client = signed_in(clerk)
    november, assembly, earlier = (one.pk for one in three)

    assert found(client) == {november, assembly, earlier}
    assert found(client, kind=kinds.ASSEMBLY) == {assembly}
    assert found(client, unit=str(branch.pk), state="open", year="2026") == {november, assembly}
    assert found(client, year="s2025") == {earlier}
    assert found(client, state="locked") == set()
    assert found(client, q="没有的词") == set()
    assert found(client, kind="made-up", year="x") == {november, assembly, earlier}


def test_a_talk_stands_in_nobody_elses_list(branch, clerk):
    one, other = members_on(branch, START.date())[:2]
    talk = held(kinds.TALK, branch, one, chosen=(one, other))

    assert found(signed_in(one)) == {talk.pk}
    assert found(signed_in(clerk)) == set()


def test_it_asks_as_many_queries_for_one_meeting_as_for_three(branch, clerk):
    client = signed_in(clerk)
    held(kinds.COMMITTEE, branch, clerk)
    client.get(reverse(ADDRESS, args=["branch_life"]))
    with CaptureQueriesContext(connection) as before:
        client.get(reverse(ADDRESS, args=["branch_life"]))
    for days in (1, 2):
        held(kinds.COMMITTEE, branch, clerk, starts_at=START - timedelta(days=days))
    with CaptureQueriesContext(connection) as after:
        client.get(reverse(ADDRESS, args=["branch_life"]))

    assert len(after) == len(before)


def test_ones_own_attendance_leads_to_the_meeting(three, clerk, branch):
    person = three[0].roll.first().person

    page = signed_in(person).get(reverse("activities:own_attendance"), {"year": "2026"}).content.decode()

    assert reverse("branch_life:meeting", args=[three[0].pk]) in page
