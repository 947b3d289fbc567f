"""The home page: each task says where it comes from, and thirty tasks cost as many queries as one."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.tests.factories import an_activity
from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.cadence import tasks, waiting
from navmark.foundation.cadence.models import Duty
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_branch, holder, signed_in
from navmark.foundation.proceedings.actions import agenda
from navmark.foundation.proceedings.deliberation import DecisionKind
from navmark.foundation.proceedings.models import Decision, FollowUp
from navmark.foundation.proceedings.queries import open_follow_ups
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.branch_life import kinds


def decided(branch, owner, count):
    """A committee meeting that asked `owner` for `count` things."""
    now = timezone.now()
    activity = an_activity(branch, kinds.COMMITTEE, title=f"十一月支委会{count}")
    item = agenda.add_item(activity.parts.get(), title="分工", by=owner, at=now)
    decision = Decision.objects.create(item=item, kind=DecisionKind.DECISION, text="同意", made_on=activity.day)
    for number in range(count):
        due = timezone.localdate() + timedelta(days=3)
        FollowUp.objects.create(decision=decision, what=f"事项{number}", owner=owner, due_on=due)
    Activity.objects.filter(pk=activity.pk).update(completed_at=now)
    waiting.changed("activity", [activity.pk], at=now)


@pytest.fixture
def branch(school):
    with within(school):
        return a_branch()


def statements(browser):
    with CaptureQueriesContext(connection) as caught:
        page = browser.get("/").content.decode()
    return len(caught), page


def test_a_task_names_its_meeting_and_thirty_cost_what_one_costs(school, branch):
    with within(school):
        owner = holder(PostKind.SECRETARY)
        browser = signed_in(owner)
        decided(branch, owner, 1)
    browser.get("/")
    before, page = statements(browser)
    assert "来自十一月支委会1" in page

    with within(school):
        decided(branch, owner, 29)
    after, page = statements(browser)
    assert after <= before and page.count("来自十一月支委会29") == 29


def test_what_a_meeting_asked_for_and_is_done_stays_away_from_the_next_agenda(school, branch):
    with within(school):
        owner = holder(PostKind.SECRETARY)
        browser = signed_in(owner)
        decided(branch, owner, 1)
        assert open_follow_ups(branch.pk).exists()
    address = re.search(r'action="(/proceedings/tasks/[^"]+)"', browser.get("/").content.decode()).group(1)
    browser.post(address)
    with within(school):
        assert not open_follow_ups(branch.pk).exists()
    assert "已完成。" in browser.get("/").content.decode()
    assert address not in browser.get("/").content.decode()


def test_done_can_be_taken_back_in_the_message_and_both_duty_and_task_are_open_again(school, branch):
    with within(school):
        owner = holder(PostKind.SECRETARY)
        browser = signed_in(owner)
        decided(branch, owner, 1)
    address = re.search(r'action="(/proceedings/tasks/[^"]+)"', browser.get("/").content.decode()).group(1)
    said = browser.post(address, follow=True).content.decode()
    back = re.search(r'class="undo" method="post" action="([^"]+)"', said).group(1)
    with within(school):
        assert Duty.objects.get(source_kind="follow_up").fulfilments.exists() and FollowUp.objects.get().done_on

    assert address in browser.post(back, follow=True).content.decode()
    with within(school):
        assert not Duty.objects.get(source_kind="follow_up").fulfilments.exists() and FollowUp.objects.get().done_on is None
        assert AuditEntry.objects.filter(kind="cadence.reopened").count() == 1


def test_a_task_of_no_meeting_is_taken_back_too(school, branch):
    with within(school):
        owner = holder(PostKind.SECRETARY)
        browser, now = signed_in(owner), timezone.now()
        tasks.one_off(title="联系社区", owner=owner, due_on=now.date(), source=("promise", owner.pk), by=owner, at=now)
    address = re.search(r'action="(/duties/[^"]+/complete/)"', browser.get("/").content.decode()).group(1)
    said = browser.post(address, follow=True).content.decode()
    assert address not in said

    back = re.search(r'class="undo" method="post" action="([^"]+)"', said).group(1)
    assert address in browser.post(back, follow=True).content.decode()
