"""The calendar feed: a phone takes over what has changed, and only then."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from navmark.foundation.activities import actions, feed
from navmark.foundation.activities.tests.factories import BEFORE, START, a_plan, an_activity
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_branch, a_staff_member, an_account, holder

MOVED, CALLED_OFF = BEFORE + timedelta(hours=1), BEFORE + timedelta(hours=2)


@pytest.fixture
def branch(school, inside):
    return a_branch()


def calendar_of(person, *, at=BEFORE):
    return Calendar.from_ical(feed.calendar(person, name="校", at=at))


def only_event(person):
    (event,) = calendar_of(person).walk("VEVENT")
    return event


def seen(event):
    return event["sequence"], event["last-modified"].dt, event["dtstamp"].dt, event["status"]


def test_a_move_and_a_cancellation_keep_the_event_and_raise_its_sequence(branch):
    secretary = holder(PostKind.SECRETARY)
    activity = an_activity(branch)
    planned = only_event(secretary)
    later = START + timedelta(days=1)
    actions.change(activity, a_plan(branch, starts_at=later, place="二楼会议室"), by=secretary, at=MOVED)
    moved = only_event(secretary)
    actions.cancel(activity, because="停电", by=secretary, at=CALLED_OFF)
    cancelled = only_event(secretary)

    assert planned["uid"] == moved["uid"] == cancelled["uid"]
    assert (moved["dtstart"].dt, moved["location"]) == (later, "二楼会议室")
    assert seen(planned) == (0, BEFORE, BEFORE, "CONFIRMED")
    assert seen(moved) == (1, MOVED, MOVED, "CONFIRMED")
    assert seen(cancelled) == (2, CALLED_OFF, CALLED_OFF, "CANCELLED")


def test_who_is_expected_nowhere_has_a_valid_calendar(branch):
    """RFC 5545 3.6: a calendar holds at least one component; one without any is refused by phones as broken."""
    empty = calendar_of(a_staff_member(name="陈新来"))

    assert [part.name for part in empty.subcomponents] == ["VTIMEZONE"]
    assert not empty.errors and empty["version"] == "2.0" and empty["prodid"]


def test_every_event_stands_in_a_time_zone_that_the_feed_explains(branch):
    an_activity(branch)
    shown = calendar_of(holder(PostKind.SECRETARY))

    zones = {str(zone["tzid"]) for zone in shown.walk("VTIMEZONE")}
    assert {event["dtstart"].params["TZID"] for event in shown.walk("VEVENT")} == zones == {"Asia/Shanghai"}


@pytest.mark.parametrize(("days", "count"), [(-366, 0), (-364, 1), (364, 1), (366, 0)])
def test_it_covers_a_year_back_and_a_year_ahead(branch, days, count):
    an_activity(branch)

    shown = calendar_of(holder(PostKind.SECRETARY), at=START - timedelta(days=days))
    assert len(shown.walk("VEVENT")) == count


def test_the_address_answers_a_question_about_its_head(branch, school):
    secretary = holder(PostKind.SECRETARY)
    an_account(secretary)
    key = feed.key_for(secretary, at=timezone.now())
    address = reverse("activities:feed", args=[key.token])
    got, head = Client().get(address), Client().head(address)

    assert head.status_code == got.status_code
    assert head["Content-Type"] == got["Content-Type"] == "text/calendar; charset=utf-8"
    assert not head.content
