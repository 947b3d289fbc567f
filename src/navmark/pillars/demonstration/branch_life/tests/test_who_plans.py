"""Who arranges which meeting: the deputy as the secretary (but no talk of others), the committee for the branch, a leader for
the own group; and for a group, first which."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.activities.models import Activity
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.queries import leader_of, members_on, party_groups
from navmark.foundation.people.tests.factories import holder, signed_in
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import held


@pytest.fixture
def groups(branch):
    return list(party_groups(branch, timezone.localdate()))


@pytest.fixture
def deputy(branch):
    return holder(PostKind.DEPUTY_SECRETARY)


def page(person, kind, **query):
    return signed_in(person).get(reverse("activities:plan", args=[kind], query=query))


def post(person, kind, **values):
    day = timezone.localdate() + timedelta(days=3)
    filled = {"title": "会", "day": day.isoformat(), "start": "16:30", "end": "17:30", "place": "会议室"} | values
    return signed_in(person).post(reverse("activities:plan", args=[kind]), filled)


def choices(answer):
    return [one.unit.name for one in answer.context["choices"]]


def test_secretary_and_clerk_are_asked_which_group(secretary, clerk, groups):
    for person in (secretary, clerk):
        assert choices(page(person, kinds.GROUP)) == [group.name for group in groups]


def test_the_form_of_a_group_opens_with_its_leader_and_a_recorder_of_its_own(secretary, groups):
    group = groups[1]
    form = page(secretary, kinds.GROUP, unit=group.pk).context["form"]

    recorder = form["recorder"].value()
    assert (form.unit, form["host"].value()) == (group, leader_of(group, timezone.localdate()).name)
    assert recorder in {one.name for one in members_on(group, timezone.localdate())} - {form["host"].value()}


def test_the_recorder_of_last_time_records_again(secretary, clerk, groups):
    held(kinds.GROUP, groups[1], clerk, starts_at=timezone.now() - timedelta(days=30))

    assert page(secretary, kinds.GROUP, unit=groups[1].pk).context["form"]["recorder"].value() == clerk.name


def test_what_is_planned_belongs_to_the_group_that_was_chosen(secretary, groups):
    address = reverse("activities:plan", args=[kinds.GROUP], query={"unit": groups[2].pk})
    day = timezone.localdate() + timedelta(days=3)
    signed_in(secretary).post(address, {"title": "会", "day": day.isoformat(), "start": "16:30", "place": "会议室"})

    activity = Activity.objects.get()
    assert activity.unit == groups[2]
    assert {row.person for row in activity.roll.all()} == set(members_on(groups[2], day))


def test_a_leader_plans_for_the_own_group_without_being_asked_and_for_no_other(groups):
    leader = holder(PostKind.GROUP_LEADER, groups[1])

    assert page(leader, kinds.GROUP).context["form"].unit == groups[1]
    assert page(leader, kinds.GROUP, unit=groups[0].pk).status_code == 403
    assert page(leader, kinds.COMMITTEE).status_code == 403


def test_the_deputy_plans_what_the_secretary_plans(deputy, groups):
    offered = signed_in(deputy).get(reverse("activities:choose")).context["choices"]
    assert {one.kind.code for one in offered} >= {kind.code for kind in kinds.KINDS}
    assert choices(page(deputy, kinds.GROUP)) == [group.name for group in groups]


def test_the_deputy_keeps_the_branchs_meetings_but_no_talk_of_others(branch, deputy, clerk, secretary):
    meeting = held(kinds.ASSEMBLY, branch, clerk)
    two = list(members_on(branch, timezone.localdate()).exclude(pk=deputy.pk))[8:10]
    talk = held(kinds.TALK, branch, clerk, chosen=two)
    client = signed_in(deputy)

    assert client.get(reverse("activities:change", args=[meeting.pk])).status_code == 200
    assert client.get(reverse("activities:change", args=[talk.pk])).status_code == 404
    assert client.get(reverse("branch_life:meeting", args=[talk.pk])).status_code == 404


def test_a_committee_member_plans_for_the_branch_and_keeps_what_she_planned(branch, clerk):
    member = holder(PostKind.PUBLICITY)
    others = held(kinds.COMMITTEE, branch, clerk)
    assert post(member, kinds.COMMITTEE).status_code == 302
    own = Activity.objects.get(made_by=member.pk)
    client = signed_in(member)

    assert page(member, kinds.GROUP).status_code == 403
    assert client.get(reverse("activities:change", args=[own.pk])).status_code == 200
    assert client.get(reverse("activities:change", args=[others.pk])).status_code == 403


def test_who_leaves_the_committee_no_longer_keeps_what_she_planned(branch):
    member = holder(PostKind.PUBLICITY)
    post(member, kinds.ASSEMBLY)
    member.posts.update(to_day=timezone.localdate() - timedelta(days=1))

    address = reverse("activities:change", args=[Activity.objects.get().pk])
    assert signed_in(member).get(address).status_code == 403
