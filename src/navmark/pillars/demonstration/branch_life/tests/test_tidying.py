"""A record written later than within five working days says its true day, on page and print alike; nobody is blamed."""

from datetime import timedelta

import pytest
from django.urls import reverse

from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of
from navmark.pillars.demonstration.branch_life import facts, kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import DURING, held, item_of


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
