"""Undo: what is removed from an open record comes back as it was, until the record is locked."""

import pytest
from django.urls import reverse

from navmark.foundation.activities import completing, removing
from navmark.foundation.activities.models import Removed
from navmark.foundation.activities.refusals import NothingToReturnTo
from navmark.foundation.activities.tests.factories import ALL, DURING
from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.proceedings.actions import agenda, deciding, writing
from navmark.foundation.proceedings.actions.deciding import Task
from navmark.foundation.proceedings.judging import Tally
from navmark.foundation.proceedings.models import AgendaItem, Decision, FollowUp, Speech, Vote
from navmark.foundation.proceedings.tests.factories import a_held_meeting, an_item
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of
from navmark.foundation.records.refusals import Completed


@pytest.fixture
def item(branch, clerk):
    """With a speech, a vote, and a decision that rests on it and gives a task."""
    item = an_item(a_held_meeting(branch, ALL.code), points="讨论充分")
    writing.write_speech(item, clerk, text="同意", by=clerk, at=DURING)
    vote = deciding.enter_vote(item, Tally(24, 24, 24, 0, 0), subject="方案", by=clerk, at=DURING)
    deciding.decide(item, text="通过方案", vote=vote, tasks=[Task("印发方案", clerk, DURING.date())], by=clerk, at=DURING)
    return AgendaItem.fresh(item.pk)


def rows():
    return [list(model.objects.order_by("pk").values()) for model in (AgendaItem, Speech, Vote, Decision, FollowUp)]


REMOVALS = {
    "an item": lambda item, by: agenda.remove_item(item, by=by, at=DURING),
    "a vote": lambda item, by: deciding.remove_vote(item.votes.get(), by=by, at=DURING),
    "a decision": lambda item, by: deciding.remove_decision(item.decisions.get(), by=by, at=DURING),
    "a task": lambda item, by: deciding.remove_task(item.decisions.get().follow_ups.get(), by=by, at=DURING),
}


@pytest.mark.parametrize("what", REMOVALS)
def test_it_comes_back_as_it_was_and_a_second_tap_changes_nothing(item, clerk, what):
    before = rows()
    removed = REMOVALS[what](item, clerk)
    assert rows() != before

    removing.bring_back(removed, by=clerk, at=DURING)
    removing.bring_back(removed, by=clerk, at=DURING)

    assert rows() == before


def test_the_page_says_what_was_removed_with_the_way_back(item, clerk):
    client, page = signed_in(clerk), reverse("proceedings:item_remove", args=[item.pk])

    answer = client.post(page, follow=True).content.decode()
    assert not AgendaItem.objects.exists()
    undo = reverse("activities:bring_back", args=[Removed.objects.get().pk])
    assert undo in answer

    client.post(undo)
    assert AgendaItem.objects.get() == item


def test_what_belonged_to_something_that_is_gone_too_waits_for_that(item, clerk):
    first = REMOVALS["a task"](item, clerk)
    second = REMOVALS["a decision"](item, clerk)

    with pytest.raises(NothingToReturnTo):
        removing.bring_back(first, by=clerk, at=DURING)

    removing.bring_back(second, by=clerk, at=DURING)
    removing.bring_back(first, by=clerk, at=DURING)
    assert FollowUp.objects.get().what == "印发方案"


def test_a_complete_record_takes_nothing_back_and_a_locked_one_forgets_it(item, clerk, secretary):
    removed = REMOVALS["a task"](item, clerk)
    signing.submit(record_of(removed.activity), by=clerk, at=DURING)
    with pytest.raises(Completed):
        removing.bring_back(removed, by=clerk, at=DURING)

    completing.close(removed.activity, by=secretary, at=DURING)

    assert not Removed.objects.exists()
