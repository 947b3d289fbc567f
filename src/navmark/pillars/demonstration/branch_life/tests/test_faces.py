"""A locked record is printed in the faces it was locked with, whatever the machine has by then."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse

from navmark.foundation.activities.models import Activity
from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.printing import fonts
from navmark.foundation.printing.fonts import OURS_ALONE
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of
from navmark.pillars.demonstration.branch_life import facts, kinds
from navmark.pillars.demonstration.branch_life.sheets.rendering import render
from navmark.pillars.demonstration.branch_life.tests.scenes import START, held

OFFICIAL = replace(OURS_ALONE, body="FangSong")


@pytest.fixture
def locked(branch, clerk, secretary):
    meeting = held(kinds.COMMITTEE, branch, clerk)
    at = START + timedelta(days=1)
    record = signing.submit(record_of(meeting), by=clerk, at=at)
    signing.lock(record, snapshot=facts.snapshot_of(meeting), by=secretary, at=at)
    return Activity.fresh(meeting.pk)


def printed(activity):
    (record,) = facts.records_of(Activity.fresh(activity.pk)).values()
    return record


def test_the_faces_of_the_lock_stand_in_the_snapshot(locked, monkeypatch):
    before = render(printed(locked), "pdf")
    chosen = fonts.chosen()

    monkeypatch.setattr(fonts, "chosen", lambda: OFFICIAL)

    assert printed(locked).faces == chosen
    assert render(printed(locked), "pdf") == before


def test_what_was_locked_before_faces_were_noted_keeps_ours(locked, monkeypatch):
    record = record_of(locked)
    del record.snapshot["1"]["faces"]
    record.save(update_fields=["snapshot"])

    monkeypatch.setattr(fonts, "chosen", lambda: OFFICIAL)

    assert printed(locked).faces == OURS_ALONE


def test_an_open_record_takes_the_best_face_there_is(branch, clerk):
    assert printed(held(kinds.COMMITTEE, branch, clerk)).faces is None


def test_the_page_to_print_from_names_the_faces_that_are_stood_in_for(locked, clerk):
    record = record_of(locked)
    record.snapshot["1"]["faces"] = {"body": "FangSong", "kai": "KaiTi", "bold": "Gone Sans", "title": "Gone Song"}
    record.save(update_fields=["snapshot"])

    page = signed_in(clerk).get(reverse("branch_life:copy", args=[locked.pk])).content.decode()

    assert "PDF中仿宋、楷体、黑体、小标宋以思源字体代替" in page
