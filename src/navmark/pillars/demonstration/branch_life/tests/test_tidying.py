"""A record written later than within five working days says its true day, on page and print alike; nobody is blamed."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from navmark.foundation.activities.tidying import is_made_up
from navmark.foundation.almanac.workdays import WorkCalendar
from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of
from navmark.pillars.demonstration.branch_life import facts, kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import DURING, held, item_of

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(("days", "late"), [(0, False), (7, False), (10, True)])
def test_five_working_days_are_for_tidying(days, late):
    assert is_made_up(FRIDAY, FRIDAY + timedelta(days=days), calendar=WorkCalendar()) is late


def test_what_is_not_written_yet_is_not_late():
    assert not is_made_up(FRIDAY, None, calendar=WorkCalendar())


@pytest.mark.parametrize(("after", "is_said"), [(1, False), (14, True)])
def test_the_page_and_the_list_say_what_the_print_says(branch, clerk, after, is_said):
    meeting = held(kinds.COMMITTEE, branch, clerk)
    item_of(meeting, clerk, points="听取情况")
    signing.submit(record_of(meeting), by=clerk, at=DURING + timedelta(days=after))
    client = signed_in(clerk)

    page = client.get(reverse("branch_life:meeting", args=[meeting.pk])).content.decode()
    line = client.get(reverse("activities:register", args=["branch_life"])).content.decode()
    printed = facts.records_of(meeting)[meeting.parts.get()].head.made_up

    assert ["补录" in page, "补录" in line, printed is not None] == [is_said] * 3
    assert (f"{clerk.name}，" in page) is is_said
