"""The list of duties: unfinished ones by urgency, all when asked; its title answers, its buttons are those of Today."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.cadence.matters import all_of
from navmark.foundation.cadence.models import Cadence, Duty, DutyState, Step
from navmark.foundation.cadence.tasks import complete, one_off
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_branch, holder, signed_in
from navmark.foundation.tenancy.scope import within
from navmark.foundation.ui.tests.markup import tight
from navmark.project.chores import keep_duties


def a_task(owner, title, days):
    now = timezone.now()
    due = timezone.localdate() + timedelta(days=days)
    return one_off(title=title, owner=owner, due_on=due, source=("promise", uuid4()), by=owner, at=now)


@pytest.fixture
def owner(school):
    with within(school):
        a_branch(members=6, probationary=0, committee=3, groups=1)
        return holder(PostKind.SECRETARY)


@pytest.fixture
def tasks(school, owner):
    with within(school):
        done = a_task(owner, "已办的事", 5)
        complete(done, on=timezone.localdate(), by=owner, at=timezone.now())
        return [a_task(owner, title, days) for title, days in (("下周的事", 7), ("迟了的事", -3), ("今天的事", 0))]


def listed(browser, **asked):
    return browser.get(reverse("cadence:list"), asked).content.decode()


def test_late_comes_first_and_what_is_done_last(tasks, owner, school):
    with within(school):
        states = [one.state for one in all_of([owner.pk], on=timezone.localdate())]

    assert states == [DutyState.LATE, DutyState.TODAY, DutyState.DUE, DutyState.DONE]


def test_the_title_answers_and_done_is_shown_when_asked(tasks, owner, school):
    with within(school):
        browser = signed_in(owner)
    page = listed(browser)

    assert "<h1>还有3项未完成，1项到期未办</h1>" in tight(page)
    assert page.index("迟了的事") < page.index("今天的事") < page.index("下周的事")
    assert "已办的事" not in page
    assert "已办的事" in listed(browser, state="all") and "迟了的事" not in listed(browser, state="done")


def test_it_offers_the_buttons_that_today_offers(tasks, owner, school):
    with within(school):
        browser = signed_in(owner)
        page, home = listed(browser), browser.get("/").content.decode()

    for task in tasks:
        button = f'action="{reverse("cadence:complete", args=[task.pk])}"'
        assert button in page and button in home


def test_what_is_done_leads_where_it_was_done(tasks, owner, school):
    with within(school):
        Duty.objects.filter(title="已办的事").update(page="/somewhere/")
        assert 'href="/somewhere/">查看' in listed(signed_in(owner), state="done")


def test_thirty_rows_cost_what_one_costs(owner, school):
    def statements():
        with CaptureQueriesContext(connection) as caught:
            listed(browser)
        return len(caught)

    with within(school):
        browser = signed_in(owner)
        a_task(owner, "一件", 3)
    statements()
    before = statements()
    with within(school):
        for number in range(29):
            a_task(owner, f"又一件{number}", 3)
    assert statements() == before


def test_only_states_that_something_is_in_are_offered(tasks, owner, school):
    with within(school):
        browser = signed_in(owner)
    page = listed(browser)

    assert "?state=late" in page
    assert "?state=excused" not in page


def test_a_list_that_is_empty_offers_no_states_and_a_state_that_is_empty_says_so(school, owner):
    with within(school):
        browser = signed_in(owner)
        assert "?state=" not in listed(browser)
        a_task(owner, "下周的事", 7)

    assert "没有这一状态的事项" in listed(browser, state="late")


def test_what_is_not_needed_is_told_after_it_is_saved(tasks, owner, school):
    with within(school):
        browser = signed_in(owner)
        address = reverse("cadence:excuse", args=[tasks[0].pk])
    asked = browser.get(address).content.decode()
    page = browser.post(address, {"reason": "上级已取消"}, follow=True).content.decode()

    assert "不再办理：下周的事" in asked and "不再办理的原因" in asked
    assert "已登记为不再办理：下周的事" in page
    assert "本期无需" not in asked
    assert ">不再办理<" in listed(browser, state="excused").partition("下周的事")[2]


def test_a_record_that_is_open_is_not_called_off(tasks, owner, school):
    with within(school):
        browser = signed_in(owner)
        Duty.objects.filter(pk=tasks[0].pk).update(step=Step.RECORD)
    address = reverse("cadence:excuse", args=[tasks[0].pk])

    assert address not in listed(browser) and browser.get(address).status_code == 403


def test_a_duty_of_a_period_is_not_needed_this_time(owner, school):
    with within(school):
        branch = owner.posts.get().unit
        keep_duties(timezone.now())
        browser = signed_in(owner)
        duty = Duty.objects.filter(subject_id=branch.pk, cadence__code="committee").first()
    address = reverse("cadence:excuse", args=[duty.pk])
    asked = browser.get(address).content.decode()

    assert "本期无需：" in asked and "不再办理" not in asked
    assert "已登记为本期无需：" in browser.post(address, {"reason": "上级已取消"}, follow=True).content.decode()


def test_a_reason_that_the_programme_names_is_said_by_one_tap(owner, school):
    with within(school):
        keep_duties(timezone.now())
        browser = signed_in(owner)
        duty = Duty.objects.filter(subject_id=owner.posts.get().unit_id, cadence__code="committee").first()
        Cadence.objects.filter(pk=duty.cadence_id).update(may_excuse=["考试"])
    address = reverse("cadence:excuse", args=[duty.pk])

    assert '<button name="reason" value="考试" formnovalidate>' in browser.get(address).content.decode()
    browser.post(address, {"reason": ["", "考试"]})  # the field, and behind it the button
    assert "考试" in listed(browser, state="excused")


def test_it_says_how_much_of_it_waits_for_her(tasks, owner, school):
    with within(school):
        keep_duties(timezone.now())
        browser = signed_in(owner)
        Duty.objects.exclude(pk__in=[task.pk for task in tasks]).exclude(cadence__code="committee").delete()
    assert "由您办理" not in listed(browser)  # all of it is hers

    with within(school):
        Duty.objects.filter(cadence__code="committee").update(circles="group_leader")
    page = listed(browser)
    (count,) = re.findall(r"<h1>\n还有(\d+)项", page)
    assert int(count) > len(tasks) and f"其中{len(tasks)}项由您办理，{int(count) - len(tasks)}项由您单位的其他人办理。" in page
