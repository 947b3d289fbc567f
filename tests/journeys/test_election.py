"""From the locked count of an election to the new secretary's own pages: one page read, one tick, one button."""

from datetime import timedelta

import pytest
from django.utils import timezone

from navmark.foundation.people.models import CommitteeTerm
from navmark.foundation.people.queries import committee_on, voters_on
from navmark.foundation.proceedings import elections
from navmark.foundation.proceedings.judging import Ballots
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.branch_life import facts, kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import held, item_of
from tests.journeys.cast import a_school_at_work, clerk, secretary, sit_down

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def counted(branch, writer, second, at):
    """A locked general meeting that elected three of four who were in no office."""
    item = item_of(held(kinds.ASSEMBLY, branch, writer, starts_at=at - timedelta(hours=2)), writer, "选举支部委员会委员",
                   stricter=True)  # fmt: skip
    people = list(voters_on(branch, at.date()).exclude(pk__in=committee_on(branch, at.date())).order_by("pk")[:4])
    elections.nominate(item, people, seats=3, by=writer, at=at)
    counts = [elections.Count(one, ayes, 24 - ayes) for one, ayes in zip(people, (22, 20, 18, 4), strict=True)]
    elections.count(item, Ballots(24, 24, 0), counts, overseer=second, counter=writer, by=writer, at=at)
    activity = item.part.activity
    record = signing.submit(record_of(activity), by=writer, at=at)
    signing.lock(record, snapshot=facts.snapshot_of(activity), by=second, at=at)
    return activity, people


@pytest.mark.parametrize("width", [1280, 390])
def test_the_elected_take_office_by_one_confirmation(school, open_window, width):
    with within(school):
        branch, at = a_school_at_work(school), timezone.now()
        writer = clerk()
        meeting, people = counted(branch, writer, secretary(), at)
        page, other = open_window(viewport={"width": width, "height": 900}), open_window()
        sit_down(page, writer)
        sit_down(other, people[0])
    page.goto(f"/demonstration/branch-life/meetings/{meeting.pk}/")
    page.click("a:has-text('登记为新一届')")
    page.click(f"fieldset:has-text('{people[0].name}') label:text-is('书记')")
    page.click("button:has-text('确认登记')")

    assert f"书记 · {people[0].name}" in page.inner_text("main")
    other.goto(f"/demonstration/branch-life/meetings/{meeting.pk}/")
    assert "查看或更正" in other.inner_text("main")  # the new secretary may what a secretary may
    with within(school):
        assert CommitteeTerm.objects.get().elected_on == meeting.day
