"""What was decided, and whether somebody has to act: the item's reporter is the likely owner, and a day makes it a task."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from navmark.foundation.activities.tests.factories import FEW
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import holder, signed_in
from navmark.foundation.proceedings.likely import next_meeting
from navmark.foundation.proceedings.models import Decision, FollowUp
from navmark.foundation.proceedings.tests.factories import a_held_meeting, an_item


@pytest.fixture
def item(branch, secretary):
    return an_item(a_held_meeting(branch, FEW.code), reporter=secretary)


@pytest.fixture
def decide(item, clerk, secretary):
    """Writes down what was decided on an item that the secretary reported on, with the owner as the page has it."""
    address = reverse("proceedings:decision_add", args=[item.pk])
    return lambda **fields: signed_in(clerk).post(address, {"text": "同意", "owner": secretary.name} | fields)


def test_the_reporter_who_stands_there_already_makes_no_task(decide):
    assert decide().status_code == 302

    assert Decision.objects.exists()
    assert not FollowUp.objects.exists()


def test_with_what_and_a_day_it_is_the_reporters_task(decide, secretary):
    decide(what="起草", due_on="2026-12-01")

    assert FollowUp.objects.get().owner == secretary


@pytest.mark.parametrize(
    "fields", [{"what": "起草"}, {"due_on": "2026-12-01"}, {"what": "起草", "due_on": "2026-12-01", "owner": ""}]
)
def test_half_a_task_is_asked_for_the_rest(decide, fields):
    assert decide(**fields).status_code == 422
    assert not Decision.objects.exists()


def test_the_likely_day_that_stands_there_already_makes_no_task(decide, item):
    assert decide(due_on=next_meeting(item.part).isoformat()).status_code == 302
    assert not FollowUp.objects.exists()


def test_a_task_is_likely_due_by_the_next_meeting_of_the_kind(branch, item):
    assert next_meeting(item.part) == date(2026, 12, 18)  # a month later, on a workday: nothing is planned

    a_held_meeting(branch, FEW.code, days=20)
    assert next_meeting(item.part) == item.part.activity.day + timedelta(days=20)


def test_another_owner_was_chosen_and_needs_a_day(decide):
    chosen = holder(PostKind.ORGANISATION)

    assert decide(owner=chosen.name).status_code == 422
