"""A reminder and a done duty lead to their meeting, for whoever may open it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.cadence.models import Duty
from navmark.foundation.cadence.offers import offers_for
from navmark.foundation.cadence.queries import with_states
from navmark.foundation.notices.actions import tell
from navmark.foundation.notices.models import Notice, NoticeKind
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.queries import members_on
from navmark.foundation.people.tests.factories import a_branch, a_viewer, holder, signed_in
from navmark.foundation.proceedings.actions import deciding
from navmark.foundation.records.actions import signing
from navmark.foundation.records.queries import record_of
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import held, item_of
from navmark.project.chores import keep_duties


@pytest.fixture
def branch(inside):
    branch = a_branch()
    keep_duties(timezone.now())
    return branch


@pytest.fixture
def meeting(branch):
    """A committee meeting of yesterday, submitted, that asked its secretary for one thing and a plain member for another."""
    clerk, starts = holder(PostKind.CLERK), timezone.now() - timedelta(days=1)
    activity = held(kinds.COMMITTEE, branch, clerk, starts_at=starts)
    due = activity.day + timedelta(days=20)
    tasks = [
        deciding.Task(what, who, due) for what, who in (("督促", holder(PostKind.SECRETARY)), ("采购", a_plain_member(branch)))
    ]
    deciding.decide(item_of(activity, clerk), text="同意。", tasks=tasks, by=clerk, at=starts)
    signing.submit(record_of(activity), by=clerk, at=starts + timedelta(hours=2))
    return activity


def a_plain_member(branch):
    return members_on(branch, timezone.localdate()).filter(posts__isnull=True).order_by("pk").first()


def opened(person, title):
    """Where a reminder of the task `title` leads its owner."""
    duty = Duty.objects.get(title=title)
    tell([person.pk], kind=NoticeKind.COMING, title=title, url="/", subject=duty.pk, at=timezone.now())
    browser = signed_in(person)
    assert "来自会议" in browser.get("/notices/").content.decode()
    return browser.post(reverse("notices:read", args=[Notice.objects.get(person=person).pk])).url


def test_a_reminder_opens_the_meeting_that_asked_or_todays_line_where_that_is_not_hers_to_open(branch, meeting):
    page = reverse("branch_life:meeting", args=[meeting.pk])
    other = a_plain_member(branch)

    assert opened(holder(PostKind.SECRETARY), "督促") == page
    assert opened(other, "采购") == f"/#duty-{Duty.objects.get(title='采购').pk}"


def test_a_done_duty_leads_to_the_meeting_that_did_it_for_whoever_may_open_it(branch, meeting):
    owed = with_states(Duty.objects.filter(cadence__activity_kind=kinds.COMMITTEE, subject_id=branch.pk), timezone.localdate())
    done = [one for one in owed if one.state == "done"]

    def url(person):
        return [offer.url for offer in offers_for(a_viewer(person), done).values()]

    assert url(holder(PostKind.SECRETARY)) == [reverse("branch_life:meeting", args=[meeting.pk])]
    assert url(a_plain_member(branch)) == [""]
