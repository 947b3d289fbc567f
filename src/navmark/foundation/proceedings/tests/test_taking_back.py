"""What is done by mistake: a record complete too early, a roll changed after."""

import pytest
from django.urls import reverse

from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.models import Presence
from navmark.foundation.activities.tests.factories import ALL, DURING
from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.proceedings.actions import deciding
from navmark.foundation.proceedings.judging import Tally
from navmark.foundation.proceedings.tests.factories import a_held_meeting, an_item
from navmark.foundation.records.actions import signing
from navmark.foundation.records.models import Record, RecordState
from navmark.foundation.records.queries import record_of
from navmark.foundation.records.refusals import NotSubmitted, StillBlocked


@pytest.fixture
def meeting(branch):
    return a_held_meeting(branch, ALL.code)


def test_whoever_keeps_the_record_takes_its_completion_back(meeting, clerk, secretary):
    an_item(meeting)
    with pytest.raises(NotSubmitted):
        signing.reopen(record_of(meeting), by=clerk, at=DURING)
    signing.submit(record_of(meeting), by=clerk, at=DURING)

    signed_in(clerk).post(reverse("records:reopen", args=[ACTIVITY, meeting.pk]))

    assert Record.objects.get().state == RecordState.OPEN


def test_what_became_wrong_after_the_submission_stops_the_lock(meeting, clerk, secretary):
    item = an_item(meeting, points="讨论充分")
    deciding.enter_vote(item, Tally(24, 24, 24, 0, 0), subject="方案", by=clerk, at=DURING)
    record = signing.submit(record_of(meeting), by=clerk, at=DURING)
    meeting.roll.filter(person=secretary).update(presence=Presence.ABSENT)  # as a status that is corrected does

    with pytest.raises(StillBlocked):
        signing.lock(record, snapshot={"1": {}}, by=secretary, at=DURING)


def test_what_cannot_be_saved_is_said_in_its_own_words_while_it_is_typed(meeting, clerk):
    item = an_item(meeting)
    address = reverse("proceedings:item_save", args=[item.pk])

    answer = signed_in(clerk).post(address, {"title": "", "revision": "1"}, headers={"X-Autosave": "1"})

    assert answer.status_code == 422
    assert answer["Content-Type"].startswith("text/plain")
    assert answer.content.decode().startswith("议题：")
    assert answer["X-Wrong"] == "title"
