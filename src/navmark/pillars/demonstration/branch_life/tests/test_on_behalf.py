"""A clerk types for others: who may be chosen, what is kept, and how the history says it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.models import Activity, Method, Presence
from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.cadence.models import Duty, Excuse
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.queries import members_on
from navmark.foundation.people.tests.factories import a_staff_member, signed_in
from navmark.foundation.proceedings.actions import deciding
from navmark.foundation.proceedings.models import FollowUp
from navmark.foundation.ui.tests.markup import tight
from navmark.pillars.demonstration.branch_life import actions, kinds
from navmark.pillars.demonstration.branch_life.models import Proposal
from navmark.pillars.demonstration.branch_life.tests.scenes import DURING, held, item_of


@pytest.fixture
def member(branch):
    posts = (PostKind.SECRETARY, PostKind.DEPUTY_SECRETARY, PostKind.ORGANISATION, PostKind.PUBLICITY, PostKind.DISCIPLINE)
    return members_on(branch, DURING.date()).exclude(posts__kind__in=[*posts, PostKind.GROUP_LEADER]).first()


@pytest.fixture
def coming(branch, clerk, secretary) -> Activity:
    """A meeting of tomorrow, planned by the clerk on the page, with the secretary as its host."""
    day = timezone.localtime() + timedelta(days=1)
    fields = {"title": "支部党员大会", "day": f"{day:%Y-%m-%d}", "start": "16:30", "host": secretary.name}
    answer = signed_in(clerk).post(reverse("activities:plan", args=[kinds.ASSEMBLY]), fields)
    return Activity.objects.get(pk=answer["Location"].rstrip("/").rpartition("/")[2])


def entry(kind: str) -> AuditEntry:
    return AuditEntry.objects.get(kind=kind)


def page_of(activity, person) -> str:
    return tight(signed_in(person).get(reverse("branch_life:meeting", args=[activity.pk])).content.decode())


def test_what_a_clerk_plans_for_the_host_stands_in_the_history_without_being_asked(coming, clerk, secretary):
    assert (entry("activities.planned").by, entry("activities.planned").on_behalf_of) == (clerk.pk, secretary.pk)
    assert f"{clerk.name} 代 {secretary.name} " in page_of(coming, secretary)
    assert "代谁办理" not in signed_in(clerk).get(reverse("activities:plan", args=[kinds.ASSEMBLY])).content.decode()


def test_a_leave_asked_by_telephone_is_hers_who_telephoned(coming, clerk, member):
    browser, address = signed_in(clerk), reverse("activities:ask_leave", args=[coming.pk])
    assert "登记请假" in page_of(coming, clerk)

    browser.post(address, {"reason": "出差"})  # whose?
    assert not coming.roll.exclude(presence=Presence.UNKNOWN).exists()
    browser.post(address, {"reason": "出差", "on_behalf_of": member.name})

    row = coming.roll.get(person=member)
    assert (row.presence, row.method, row.reason, row.marked_by) == (Presence.LEAVE, Method.PLAN, "出差", clerk.pk)
    assert f"{clerk.name} 代 {member.name} 请假" in page_of(coming, clerk)


def test_the_secretary_asks_for_her_own_leave_unless_she_chooses_another(coming, secretary):
    page = page_of(coming, secretary)
    assert f"{secretary.name}（本人）" in page

    signed_in(secretary).post(reverse("activities:ask_leave", args=[coming.pk]), {"reason": "开会"})

    assert coming.roll.get(person=secretary).method == Method.OWN
    assert entry("activities.asked_leave").on_behalf_of is None


def test_a_member_asks_for_nobody_else(coming, member, secretary):
    assert "谁请假" not in page_of(coming, member)

    signed_in(member).post(reverse("activities:ask_leave", args=[coming.pk]), {"reason": "病", "on_behalf_of": secretary.name})

    assert coming.roll.get(person=secretary).presence == Presence.UNKNOWN
    assert coming.roll.get(person=member).presence == Presence.LEAVE


def test_a_theme_that_the_clerk_types_is_the_members_and_says_who_typed_it(branch, clerk, member):
    browser, address = signed_in(clerk), reverse("branch_life:proposals")

    browser.post(address, {"theme": "参观纪念馆", "on_behalf_of": member.name})

    assert Proposal.objects.get().proposed_by == member
    assert f"{clerk.name} 代 {member.name}" in browser.get(address).content.decode()
    assert "代谁办理" not in signed_in(member).get(address).content.decode()


def test_a_theme_is_not_typed_for_somebody_who_is_no_member(branch, clerk):
    stranger = a_staff_member()

    answer = signed_in(clerk).post(reverse("branch_life:proposals"), {"theme": "参观", "on_behalf_of": stranger.name})

    assert answer.status_code == 422 and not Proposal.objects.exists()


def test_the_list_of_themes_needs_as_many_queries_for_one_as_for_thirty(branch, clerk, member, django_assert_num_queries):
    browser, address = signed_in(clerk), reverse("branch_life:proposals")

    def one_more() -> None:
        actions.propose(branch, {"theme": "参观"}, by=clerk, at=DURING, on_behalf_of=member)

    one_more()
    with CaptureQueriesContext(connection) as few:
        browser.get(address)
    for _place in range(29):
        one_more()
    with django_assert_num_queries(len(few)):
        assert browser.get(address).content.decode().count(f"{clerk.name} 代 {member.name}") == 30


def test_the_clerk_says_whose_decision_an_excuse_was_and_the_secretary_decides_herself(branch, clerk, secretary):
    duty = Duty.objects.filter(subject_id=branch.pk, cadence__isnull=False).first()
    address = reverse("cadence:excuse", args=[duty.pk])
    assert "代谁办理" not in signed_in(secretary).get(address).content.decode()

    signed_in(clerk).post(address, {"reason": "停课", "on_behalf_of": secretary.name})

    assert Excuse.objects.get().reason == "停课"
    assert entry("cadence.excused").on_behalf_of == secretary.pk
    listed = signed_in(secretary).get(reverse("cadence:list"), {"state": "excused"}).content.decode()
    assert f"停课 · {clerk.name} 代 {secretary.name}" in listed


@pytest.mark.parametrize("recorder", ["clerk", "member"])
def test_a_record_that_the_clerk_completes_for_its_recorder_says_so(recorder, branch, clerk, member):
    activity = held(kinds.ASSEMBLY, branch, clerk)
    Activity.objects.filter(pk=activity.pk).update(recorder=clerk if recorder == "clerk" else member)
    deciding.decide(item_of(activity, clerk), text="同意", by=clerk, at=DURING)

    signed_in(clerk).post(reverse("records:submit", args=[ACTIVITY, activity.pk]))

    row = entry("proceedings.submitted")
    assert (row.by, row.on_behalf_of) == (clerk.pk, None if recorder == "clerk" else member.pk)


def test_a_task_that_the_clerk_finishes_is_finished_for_its_owner(branch, clerk, member):
    activity = held(kinds.ASSEMBLY, branch, clerk)
    task = deciding.Task("落实", member, DURING.date() + timedelta(days=9))
    deciding.decide(item_of(activity, clerk), text="同意", tasks=[task], by=clerk, at=DURING)
    signed_in(clerk).post(reverse("records:submit", args=[ACTIVITY, activity.pk]))

    signed_in(clerk).post(reverse("proceedings:task_finish", args=[FollowUp.objects.get().pk]))

    assert entry("cadence.completed").on_behalf_of == member.pk
