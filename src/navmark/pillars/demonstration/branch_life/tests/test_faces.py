"""A locked record is printed in the faces it was locked with, whatever the machine has by then."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse

from navmark.foundation.activities.models import Activity
from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.printing import fonts
from navmark.foundation.printing.fonts import OURS_ALONE
from navmark.foundation.proceedings.actions import locking
from navmark.foundation.proceedings.models import Minutes
from navmark.foundation.proceedings.queries import minutes_of
from navmark.pillars.demonstration.branch_life import facts, kinds
from navmark.pillars.demonstration.branch_life.sheets.rendering import render
from navmark.pillars.demonstration.branch_life.tests.scenes import START, held

OFFICIAL = replace(OURS_ALONE, body="FangSong")


@pytest.fixture
def locked(branch, clerk, secretary):
    meeting = held(kinds.COMMITTEE, branch, clerk)
    at = START + timedelta(days=1)
    minutes = locking.submit(minutes_of(meeting), by=clerk, at=at)
    locking.lock(minutes, snapshot=facts.snapshot_of(meeting), by=secretary, at=at)
    return Activity.fresh(meeting.pk)


def record_of(activity):
    (record,) = facts.records_of(Activity.fresh(activity.pk)).values()
    return record


def test_the_faces_of_the_lock_stand_in_the_snapshot(locked, monkeypatch):
    before = render(record_of(locked), "pdf")
    chosen = fonts.chosen()

    monkeypatch.setattr(fonts, "chosen", lambda: OFFICIAL)

    assert record_of(locked).faces == chosen
    assert render(record_of(locked), "pdf") == before


def test_what_was_locked_before_faces_were_noted_keeps_ours(locked, monkeypatch):
    minutes = Minutes.objects.get(activity=locked)
    del minutes.snapshot["1"]["faces"]
    minutes.save(update_fields=["snapshot"])

    monkeypatch.setattr(fonts, "chosen", lambda: OFFICIAL)

    assert record_of(locked).faces == OURS_ALONE


def test_an_open_record_takes_the_best_face_there_is(branch, clerk):
    assert record_of(held(kinds.COMMITTEE, branch, clerk)).faces is None


def test_the_page_to_print_from_names_the_faces_that_are_stood_in_for(locked, clerk):
    minutes = Minutes.objects.get(activity=locked)
    minutes.snapshot["1"]["faces"] = {"body": "FangSong", "kai": "KaiTi", "bold": "Gone Sans", "title": "Gone Song"}
    minutes.save(update_fields=["snapshot"])

    page = signed_in(clerk).get(reverse("branch_life:copy", args=[locked.pk])).content.decode()

    assert "PDF中仿宋、楷体、黑体、小标宋以思源字体代替" in page
