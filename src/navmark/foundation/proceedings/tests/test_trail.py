"""What is written into a record, moved or numbered stands in the trail from what to what."""

import json

import pytest

from navmark.foundation.activities.tests.factories import DURING
from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.proceedings.actions import agenda, writing
from navmark.foundation.proceedings.tests.factories import a_held_meeting, an_item
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of


@pytest.fixture
def item(branch):
    return an_item(a_held_meeting(branch), points="听取汇报")


def last_changes(kind: str) -> list[list]:
    changes = json.loads(AuditEntry.objects.filter(kind=kind).latest("id").payload)["changes"]
    return [[field.rpartition(".")[2], old, new] for field, old, new, _about in changes]


def test_the_points_of_an_item(item, clerk):
    writing.write_item(item, revision=1, points="听取汇报并讨论", by=clerk, at=DURING)

    assert last_changes("proceedings.written") == [["points", "听取汇报", "听取汇报并讨论"]]


def test_a_speech_when_it_is_new_and_when_it_is_changed(item, clerk, secretary):
    writing.write_speech(item, secretary, text="同意", by=clerk, at=DURING)
    assert last_changes("proceedings.written") == [["text", None, "同意"]]

    writing.write_speech(item, secretary, text="不同意", dissent=True, revision=1, by=clerk, at=DURING)
    assert last_changes("proceedings.written") == [["text", "同意", "不同意"], ["dissent", False, True]]


def test_the_place_of_an_item_and_the_number_of_a_separate_record(item, clerk):
    an_item(item.part.activity)
    agenda.move_item(item, up=False, by=clerk, at=DURING)
    assert last_changes("proceedings.agenda") == [["position", 1, 2]]

    signing.note_separate_record(record_of(item.part.activity), number="密3", by=clerk, at=DURING)
    assert last_changes("proceedings.separate") == [["separate_number", "", "密3"]]
