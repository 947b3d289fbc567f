"""The page of a meeting costs as much for a long agenda as for a short one, before it is locked and after."""

from datetime import date

import pytest
from django.urls import reverse

from navmark.foundation.activities.models import Activity
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_branch, holder, signed_in
from navmark.foundation.proceedings.actions import deciding, writing
from navmark.foundation.records.models import Record, RecordState
from navmark.foundation.records.queries import record_of
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import DURING, held, item_of


@pytest.fixture
def branch(inside):
    return a_branch()


@pytest.fixture
def clerk(branch):
    return holder(PostKind.CLERK)


@pytest.fixture
def page_of(branch, clerk):
    """The page of a meeting of this kind with that many items, each discussed, decided, and left to be done by somebody."""
    browser = signed_in(clerk)

    def read(kind, items, **record):
        activity = held(kind, branch, clerk)
        for number in range(items):
            item, speaker = item_of(activity, clerk, title=f"议题{number}"), activity.roll.all()[number].person
            writing.write_speech(item, speaker, text=f"同意{number}", by=clerk, at=DURING)
            task = deciding.Task(f"落实{number}", speaker, date(2026, 12, 20))
            deciding.decide(item, text=f"通过{number}", tasks=[task], by=clerk, at=DURING)
        record_of(activity).save()
        Record.objects.filter(owner_id=activity.pk).update(**record)
        Activity.objects.filter(pk=activity.pk).update(closed_at=record.get("locked_at"))
        address = reverse("branch_life:meeting", args=[activity.pk])
        return lambda: browser.get(address)

    return read


@pytest.mark.parametrize("kind", [kinds.COMMITTEE, kinds.ASSEMBLY])
def test_an_open_record_costs_the_same_for_one_item_and_for_five(kind, page_of, sql_of):
    """Page and self-check read roll and agenda once for both."""
    page_of(kind, 1)  # the others then have an earlier one alike: texts are compared, numbers, hours
    assert sql_of(page_of(kind, 1)) == sql_of(page_of(kind, 5)) <= 42


def test_a_locked_record_of_the_committee_asks_for_its_agenda_once(clerk, page_of, sql_of):
    locked = {"state": RecordState.LOCKED, "locked_by": clerk.pk, "locked_at": DURING, "snapshot": {}}

    assert sql_of(page_of(kinds.COMMITTEE, 5, **locked)) <= 31
