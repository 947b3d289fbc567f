"""The page of the roll: what it asks, whom it offers, and what is written."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.activities import attendance, guests
from navmark.foundation.activities.attendance import Mark
from navmark.foundation.activities.models import Presence
from navmark.foundation.activities.tests.factories import an_activity
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_branch, a_class, a_pupil, a_staff_member, holder, signed_in


@pytest.fixture
def branch(inside):
    return a_branch(members=6, probationary=0, committee=3, groups=0)


@pytest.fixture
def secretary(branch):
    return holder(PostKind.SECRETARY)


@pytest.fixture
def meeting(branch):
    return an_activity(branch, starts_at=timezone.now() - timedelta(minutes=5))


def test_who_came_after_all_keeps_no_reason(meeting, secretary):
    attendance.mark(meeting, {secretary: Mark(Presence.LEAVE, "支教")}, by=secretary, at=timezone.now())
    posted = {f"presence-{secretary.pk}": "present", f"reason-{secretary.pk}": "支教"}

    signed_in(secretary).post(reverse("activities:roll", args=[meeting.pk]), posted)

    row = meeting.roll.get(person=secretary)
    assert (row.presence, row.reason) == (Presence.PRESENT, "")


def test_any_colleague_who_is_not_due_is_an_observer_by_name_and_no_pupil(meeting, secretary):
    teacher, pupil = a_staff_member(), a_pupil(a_class())
    browser, address = signed_in(secretary), reverse("activities:guests", args=[meeting.pk])
    page = browser.get(reverse("activities:roll", args=[meeting.pk])).content.decode()
    assert f'<option value="{teacher.name}">' in page
    assert str(pupil.pk) not in page and f'<option value="{secretary.name}">' not in page

    assert browser.post(address, {"guests": "李主任 社区", "observers": teacher.name}).status_code == 302
    assert browser.post(address, {"observers": pupil.name}).status_code == 422

    assert [row.person for row in meeting.roll.filter(expected=False)] == [teacher]
    assert teacher.name in browser.get(reverse("activities:roll", args=[meeting.pk])).content.decode()


def test_who_is_not_counted_is_chosen_on_a_page_of_its_own(meeting, secretary):
    browser, address = signed_in(secretary), reverse("activities:not_counted", args=[meeting.pk])
    roll = reverse("activities:roll", args=[meeting.pk])
    assert browser.get(roll).content.decode().count(address) == 1

    assert browser.post(address, {"person": secretary.name, "basis": ""}).status_code == 422
    assert browser.post(address, {"person": a_staff_member().name, "basis": "同意"}).status_code == 422
    assert browser.post(address, {"person": secretary.name, "basis": "上级同意"}).status_code == 302

    assert meeting.roll.get(person=secretary).not_counted == "上级同意"
    assert "不计入应到：上级同意" in browser.get(roll).content.decode()
    assert f'value="{secretary.name}"' not in browser.get(address).content.decode()


def test_the_page_asks_as_many_queries_for_six_as_for_thirty(meeting, secretary, django_assert_max_num_queries):
    browser, address = signed_in(secretary), reverse("activities:roll", args=[meeting.pk])
    browser.get(address)
    with django_assert_max_num_queries(25) as few:
        browser.get(address)
    guests.invite(meeting, [a_staff_member() for _place in range(30)], by=secretary, at=timezone.now())
    for _place in range(30):
        a_staff_member()
    with django_assert_max_num_queries(len(few)):
        browser.get(address)
