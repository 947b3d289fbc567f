"""What stands beside each kind before it is arranged."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.activities import actions as activities
from navmark.foundation.activities.kinds import kind
from navmark.foundation.activities.planning.choosing import of_kinds, of_units
from navmark.foundation.activities.planning.doors import plannable
from navmark.foundation.people.queries import members_on, party_groups
from navmark.foundation.people.tests.factories import a_group, a_viewer, signed_in
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import DURING, START, held

ON = START.date()


def said(viewer, branch):
    return {one.kind.code: one.said for one in of_kinds(viewer, plannable(viewer))}


@pytest.fixture
def viewer(secretary):
    return a_viewer(secretary, on=ON)


def test_it_says_how_often_and_that_nothing_is_arranged(viewer, branch):
    words = said(viewer, branch)

    assert words[kinds.COMMITTEE] == "每月一次 · 本月未安排"
    assert words[kinds.ASSEMBLY] == "每季度一次 · 本季度未安排"
    assert words[kinds.REVIEW] == "每年度一次 · 本年度未安排"
    assert words[kinds.ORGANISATION] == "按需召开 · 讨论决定学校重大事项和干部任免"
    assert all(words[one.code] for one in kinds.KINDS)


def test_it_says_for_when_something_is_arranged_and_counts_nothing_of_another_period_or_cancelled(viewer, branch, clerk):
    held(kinds.THEME_DAY, branch, clerk)
    held(kinds.COMMITTEE, branch, clerk, starts_at=START - timedelta(days=30))
    lost = held(kinds.LECTURE, branch, clerk)
    lost.roll.update(presence="", marked_by=None, marked_at=None)
    activities.cancel(lost, because="停电", by=clerk, at=DURING)

    words = said(viewer, branch)

    assert words[kinds.THEME_DAY] == "每月一次 · 本月已安排11月20日(周五)"
    assert words[kinds.COMMITTEE] == "每月一次 · 本月未安排"
    assert words[kinds.LECTURE] == "每季度一次 · 本季度未安排"


def test_a_review_of_the_next_spring_belongs_to_this_party_year(viewer, branch, clerk):
    held(kinds.REVIEW, branch, clerk, starts_at=START.replace(year=2027, month=2, day=5))

    assert "2月5日" in said(viewer, branch)[kinds.REVIEW]


def test_groups_are_counted_together_and_named_when_one_is_chosen(viewer, branch, clerk):
    groups = list(party_groups(branch, ON))
    assert said(viewer, branch)[kinds.GROUP] == "每月一次 · 本月未安排"
    held(kinds.GROUP, groups[1], clerk)

    assert said(viewer, branch)[kinds.GROUP] == "每月一次 · 本月4个党小组中1个已安排"
    lines = of_units(viewer, kind(kinds.GROUP), groups)
    assert [one.said for one in lines[:2]] == ["每月一次 · 本月未安排", "每月一次 · 本月已安排11月20日(周五)"]


def test_a_talk_tells_nothing_but_how_often(viewer, branch, clerk):
    held(kinds.TALK, branch, clerk, chosen=list(members_on(branch, ON))[:2])

    assert said(viewer, branch)[kinds.TALK] == "每年一次"


def test_as_many_queries_for_many_groups_and_meetings_as_for_few(branch, secretary, clerk, django_assert_max_num_queries):
    client, address = signed_in(secretary), reverse("activities:choose")
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for number in range(5, 9):
        held(kinds.GROUP, a_group(branch, number), clerk, starts_at=timezone.now() - timedelta(days=number))
    with django_assert_max_num_queries(len(few)):
        assert client.get(address).status_code == 200
