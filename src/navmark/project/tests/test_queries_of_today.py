"""What Today asks of the database: the same for a small branch and a large one, and never more than the limit of the bench."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from navmark.foundation.activities.models import Activity
from navmark.foundation.people.models import Engagement, EngagementKind, PostKind
from navmark.foundation.people.queries import members_on, party_groups
from navmark.foundation.people.tests.factories import (
    a_branch,
    a_group,
    a_member,
    a_person,
    a_post,
    a_staff_member,
    an_administrator,
    holder,
    signed_in,
)
from navmark.foundation.proceedings.actions import deciding
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import held, item_of
from navmark.project.bench.report import SQL_OF_TODAY
from navmark.project.chores import keep_duties


@pytest.fixture
def branch(school):
    with within(school):
        return a_branch(members=8, probationary=0, groups=1)


def a_plain_member(branch):
    """The last of the first group is in no office."""
    return members_on(branch, timezone.localdate()).filter(posts__isnull=True).order_by("pk").first()


def a_week_of(branch, days):
    """For each of these days back: a meeting that is signed and asked for tasks, one whose record is open, a talk; and ahead."""
    clerk, member, now = holder(PostKind.CLERK), a_plain_member(branch), timezone.now()
    for day in days:
        starts = now - timedelta(days=day)
        done = held(kinds.COMMITTEE, branch, clerk, starts_at=starts)
        tasks = [deciding.Task(f"事项{day}", owner, now.date() + timedelta(days=9)) for owner in (member, clerk)]
        deciding.decide(item_of(done, clerk), text="同意。", tasks=tasks, by=clerk, at=starts)
        signing.submit(record_of(done), by=clerk, at=starts + timedelta(hours=2))
        held(kinds.GROUP, party_groups(branch, now.date()).first(), clerk, starts_at=starts)
        talk = held(kinds.TALK, branch, member, starts_at=starts, chosen=(member, holder(PostKind.SECRETARY)))
        Activity.objects.filter(pk=talk.pk).update(host=member)
        held(kinds.THEME_DAY, branch, clerk, starts_at=starts)
    Activity.objects.filter(parts__kind=kinds.THEME_DAY).update(state="planned", day=now.date() + timedelta(days=2))


def asked(browser):
    with CaptureQueriesContext(connection) as caught:
        page = browser.get("/").content.decode()
    return len(caught), page


def test_a_large_branch_with_many_meetings_costs_what_a_small_one_costs(school, branch):
    with within(school):
        keep_duties(timezone.now())
        a_week_of(branch, days=(1,))
        people = (holder(PostKind.SECRETARY), a_plain_member(branch), holder(PostKind.CLERK))
        browsers = [signed_in(person) for person in people]
    for browser in browsers:
        browser.get("/")
    small = [asked(browser) for browser in browsers]

    with within(school):
        groups = [a_group(branch, number) for number in range(2, 7)]
        for place in range(60):
            a_member(branch, group=groups[place % 5])
        keep_duties(timezone.now())
        a_week_of(branch, days=range(2, 8))
    large = [asked(browser) for browser in browsers]

    assert [count for count, _page in large] == [count for count, _page in small]
    assert max(count for count, _page in large) <= SQL_OF_TODAY
    assert all(len(after) > len(before) for (_count, after), (_same, before) in zip(large, small, strict=True))
    assert all("来自" in page and "完成记录" in page for _count, page in small[1:])


@pytest.mark.parametrize("office", [PostKind.SECRETARY, PostKind.CLERK, PostKind.ADMINISTRATOR])
def test_a_school_that_begins_costs_no_more(school, office):
    """Whoever sets it up reads the first steps; none is done live."""
    with within(school):
        administrator = an_administrator()
        a_branch(members=6)
        browser = signed_in(administrator if office == PostKind.ADMINISTRATOR else holder(office))
    assert "先做好这几件事" in browser.get("/").content.decode()

    assert asked(browser)[0] <= SQL_OF_TODAY


def test_who_has_nothing_to_see_to_costs_no_more(school, branch):
    with within(school):
        contact, auditor = a_person(), a_staff_member()
        Engagement.objects.create(person=contact, kind=EngagementKind.COMMUNITY)
        a_post(auditor, PostKind.AUDITOR)
        browsers = [signed_in(person) for person in (contact, auditor)]
    for browser in browsers:
        browser.get("/")

    assert [count <= SQL_OF_TODAY for count, _page in map(asked, browsers)] == [True, True]
