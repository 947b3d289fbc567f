"""A school that begins within a month says once, of each duty of that month, that it was done on paper already."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from navmark.foundation.cadence.actions import DutyRefused, done_on_paper, take_excuse_back
from navmark.foundation.cadence.models import Cadence, Duty, DutyState, Excuse
from navmark.foundation.cadence.queries import with_states
from navmark.foundation.cadence.specs import PeriodKind, Subject
from navmark.foundation.cadence.sweeping import sweep
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_branch, holder, signed_in

DAY = date(2026, 11, 25)
AT = datetime(2026, 11, 25, 8, tzinfo=UTC)


@pytest.fixture
def duties(inside):
    """Of November, within which the school began, and of December."""
    inside.in_use_since = date(2026, 11, 10)
    inside.save()
    a_branch(members=6, probationary=0, committee=3, groups=1)
    row = {"activity_kind": "committee_meeting", "period": PeriodKind.MONTH, "subject": Subject.BRANCH}
    Cadence.objects.create(code="test", active_from=date(2026, 9, 1), **row)
    sweep(on=DAY, at=AT)
    return list(Duty.objects.filter(cadence__isnull=False).order_by("opens_on"))


def state(duty):
    return with_states(Duty.objects.filter(pk=duty.pk), DAY)[0].state


def test_it_is_settled_and_asked_again_when_that_is_taken_back(duties):
    november, clerk = duties[0], holder(PostKind.CLERK)

    done_on_paper(november, by=clerk, at=AT)
    assert (state(november), Excuse.objects.get().reason) == (DutyState.EXCUSED, "本期已在纸上办过")

    take_excuse_back(november, by=clerk, at=AT)
    assert state(november) == DutyState.DUE


def test_no_later_period_was_done_on_paper(duties):
    with pytest.raises(DutyRefused):
        done_on_paper(duties[1], by=holder(PostKind.CLERK), at=AT)


def test_the_list_offers_it_once_for_that_period(duties):
    client = signed_in(holder(PostKind.CLERK))
    address, later = (reverse("cadence:on_paper", args=[duty.pk]) for duty in duties[:2])

    page = client.get(reverse("cadence:list")).content.decode()
    assert (address in page, later in page) == (True, False)

    answer = client.post(address, follow=True).content.decode()
    assert reverse("cadence:ask_again", args=[duties[0].pk]) in answer
