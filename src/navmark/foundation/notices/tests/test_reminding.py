"""A reminder goes to whoever is in charge, alone, once before and once after; evenings and days of rest are quiet."""

from datetime import date, datetime
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import get_current_timezone

from navmark.foundation.cadence import actions, tasks
from navmark.foundation.notices.models import Notice, NoticeKind
from navmark.foundation.notices.queries import inbox_of, unread_count
from navmark.foundation.notices.reminding import remind
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_branch, holder, signed_in
from navmark.foundation.tenancy.scope import within


def at(day, hour=9):
    return datetime(2026, 11, day, hour, tzinfo=get_current_timezone())


@pytest.fixture
def owner(inside):
    a_branch(members=6, probationary=0, committee=3, groups=2)
    person = holder(PostKind.SECRETARY)
    source = ("followup", uuid4())
    tasks.one_off(title="联系社区", owner=person, due_on=date(2026, 11, 26), source=source, by=person, at=at(2))
    return person


def test_it_reaches_the_owner_alone_and_once(owner):
    remind(at(24))
    remind(at(25))

    assert [(notice.person, notice.title) for notice in Notice.objects.all()] == [(owner, "联系社区")]


def test_nobody_is_told_a_week_too_early(owner):
    assert remind(at(18)) == 0


def test_a_second_one_comes_when_it_is_late_and_none_when_it_is_done(owner):
    remind(at(24))
    remind(at(27))
    assert {notice.kind for notice in Notice.objects.all()} == {NoticeKind.COMING, NoticeKind.LATE}


def test_what_is_done_reminds_of_nothing(owner):
    duty = owner.school and actions.Duty.objects.get()
    tasks.complete(duty, on=date(2026, 11, 20), by=owner, at=at(20))

    assert remind(at(24)) == 0


@pytest.mark.parametrize("moment", [at(24, 6), at(24, 21), at(22)])
def test_mornings_evenings_and_sundays_are_quiet(owner, moment):
    assert remind(moment) == 0


def test_an_inbox_shows_ones_own_and_opening_it_marks_nobody_elses(owner, school):
    other = holder(PostKind.CLERK)
    remind(at(24))

    assert (unread_count(owner), unread_count(other)) == (1, 0)
    assert not inbox_of(other).exists()
    assert "联系社区" not in signed_in(other).get("/notices/").content.decode()
    with within(school):
        assert unread_count(owner) == 1


def test_it_says_when_it_was_due_and_opens_on_its_line_of_today(owner, school):
    remind(at(27))
    browser = signed_in(owner)
    page = browser.get("/notices/").content.decode()
    assert "应于11月26日(周四)完成" in page
    assert '<li class="read">' not in page

    duty, notice = actions.Duty.objects.get(), Notice.objects.get()
    assert browser.post(f"/notices/{notice.pk}/").url == f"/#duty-{duty.pk}"
    assert '<li class="read">' in browser.get("/notices/").content.decode()


def test_thirty_notices_cost_what_one_costs(owner):
    browser = signed_in(owner)

    def statements():
        with CaptureQueriesContext(connection) as caught:
            browser.get("/notices/")
        return len(caught)

    remind(at(24))
    statements()
    before = statements()
    for number in range(29):
        source = ("followup", uuid4())
        tasks.one_off(title=f"又{number}", owner=owner, due_on=date(2026, 11, 26), source=source, by=owner, at=at(2))
    remind(at(25))
    assert Notice.objects.count() == 30 and statements() == before
