"""In which circles somebody stands follows from posts and status on that day, first and last day included."""

from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.people.actions import appoint, dismiss, set_status
from navmark.foundation.people.models import PartyStatus, Post, PostKind, Status
from navmark.foundation.people.queries import committee_on, holders_of, leader_of, secretary_of
from navmark.foundation.people.refusals import KeptApart, LastAdministrator, NotAMember, WrongUnit
from navmark.foundation.people.tests.factories import (
    a_branch,
    a_class,
    a_group,
    a_member,
    a_post,
    a_staff_member,
    a_viewer,
    an_administrator,
    signed_in,
)

FIRST, LAST = date(2026, 9, 1), date(2026, 11, 20)
EVE, MORROW = date(2026, 8, 31), date(2026, 11, 21)
RIGHTS = frozenset(("secretary", "committee", "clerk", "group_leader", "members", "administrator", "auditor"))
AT = datetime(2026, 9, 1, 9, tzinfo=timezone.get_default_timezone())


@pytest.fixture
def branch(inside):
    return a_branch(members=0, probationary=0, committee=0, groups=0, clerk=False)


def circles(person, on) -> set[str]:
    return RIGHTS.intersection(a_viewer(person, on=on).circles)


@pytest.mark.parametrize(
    ("kind", "circle"),
    [(PostKind.CLERK, "clerk"), (PostKind.ADMINISTRATOR, "administrator"), (PostKind.AUDITOR, "auditor")],
)
def test_a_post_gives_its_circle_from_its_first_day_to_its_last(branch, kind, circle):
    person = a_staff_member()
    Post.objects.create(person=person, kind=kind, unit=branch if kind == PostKind.CLERK else None, from_day=FIRST, to_day=LAST)

    assert [circles(person, day) for day in (EVE, FIRST, LAST, MORROW)] == [set(), {circle}, {circle}, set()]


def test_the_secretary_is_of_the_committee_and_a_member(branch):
    person = a_member(branch)
    a_post(person, PostKind.SECRETARY, unit=branch, from_day=FIRST)

    assert circles(person, EVE) == {"members"}
    assert circles(person, FIRST) == {"secretary", "committee", "members"}


def test_an_office_of_the_school_is_none_of_the_branch(inside):
    person = a_staff_member()
    a_post(person, PostKind.PRINCIPAL)

    assert circles(person, FIRST) == set()


def test_a_leader_leads_that_group_on_those_days(branch):
    group, person = a_group(branch, 1), a_member(branch)
    Post.objects.create(person=person, kind=PostKind.GROUP_LEADER, unit=group, from_day=FIRST, to_day=LAST)

    assert a_viewer(person, on=LAST).homes_in("group_leader") == {group.pk}
    assert a_viewer(person, on=MORROW).homes_in("group_leader") == frozenset()
    assert (leader_of(group, LAST), leader_of(group, MORROW)) == (person, None)


def test_a_probationary_member_is_a_member_and_not_a_full_one(branch):
    viewer = a_viewer(a_member(branch, status=Status.PROBATIONARY), on=FIRST)

    assert viewer.has("members")
    assert not viewer.has("full_members")


def test_membership_that_moved_away_is_no_membership_the_day_after(branch):
    person = a_member(branch)
    PartyStatus.objects.update(to_day=LAST)

    assert [circles(person, day) for day in (LAST, MORROW)] == [{"members"}, set()]


def test_an_activist_becomes_a_member_on_the_day_and_not_on_its_eve(branch):
    person = a_staff_member()
    set_status(person, branch=branch, status=Status.ACTIVIST, from_day=None, by=None, at=AT)
    set_status(person, branch=branch, status=Status.PROBATIONARY, from_day=FIRST, by=None, at=AT)

    assert [circles(person, day) for day in (EVE, FIRST)] == [set(), {"members"}]


def test_whoever_moves_to_another_branch_leaves_its_offices_and_its_group(branch):
    group, other = a_group(branch, 1), a_branch(members=0, probationary=0, committee=0, groups=0, clerk=False, name="第二支部")
    person = a_member(branch, group=group)
    appoint(person, kind=PostKind.YOUTH, unit=branch, from_day=FIRST, by=None, at=AT)
    appoint(person, kind=PostKind.GROUP_LEADER, unit=group, from_day=FIRST, by=None, at=AT)
    appoint(person, kind=PostKind.CLERK, unit=branch, from_day=FIRST, by=None, at=AT)

    set_status(person, branch=other, status=Status.FULL, from_day=MORROW, by=None, at=AT)

    assert [list(committee_on(branch, day)) for day in (LAST, MORROW)] == [[person], []]
    assert [leader_of(group, day) for day in (LAST, MORROW)] == [person, None]
    assert a_viewer(person, on=LAST).homes_in("members") == {branch.pk, group.pk}
    assert a_viewer(person, on=MORROW).homes_in("members") == {other.pk}
    assert a_viewer(person, on=MORROW).has("clerk")  # she need not be a member there


def test_whoever_becomes_a_full_member_stays_in_office(branch):
    group = a_group(branch, 1)
    person = a_member(branch, status=Status.PROBATIONARY, group=group)
    a_post(person, PostKind.GROUP_LEADER, unit=group)

    set_status(person, branch=branch, status=Status.FULL, from_day=MORROW, by=None, at=AT)

    assert leader_of(group, MORROW) == person


def test_there_is_one_secretary_on_any_day(branch):
    before, after = a_member(branch), a_member(branch)
    appoint(before, kind=PostKind.SECRETARY, unit=branch, from_day=FIRST, by=None, at=AT)
    appoint(after, kind=PostKind.SECRETARY, unit=branch, from_day=LAST, by=None, at=AT)

    assert secretary_of(branch, LAST - timedelta(days=1)) == before
    assert holders_of([PostKind.SECRETARY], unit=branch, on=LAST).get() == after


def test_naming_somebody_twice_makes_one_post(branch):
    person = a_member(branch)
    for _time in range(2):
        appoint(person, kind=PostKind.PUBLICITY, unit=branch, from_day=FIRST, by=None, at=AT)

    assert committee_on(branch, FIRST).get() == person
    assert Post.objects.count() == 1


def test_only_a_member_of_the_branch_sits_on_its_committee(branch):
    with pytest.raises(NotAMember):
        appoint(a_staff_member(), kind=PostKind.YOUTH, unit=branch, from_day=FIRST, by=None, at=AT)

    appoint(a_staff_member(), kind=PostKind.CLERK, unit=branch, from_day=FIRST, by=None, at=AT)


def test_a_post_belongs_to_its_kind_of_unit(branch):
    with pytest.raises(WrongUnit):
        appoint(a_member(branch), kind=PostKind.SECRETARY, unit=a_class(), from_day=FIRST, by=None, at=AT)


def test_the_last_administrator_stays_until_there_is_another(inside):
    post = Post.objects.get(person=an_administrator())
    with pytest.raises(LastAdministrator):
        dismiss(post, last_day=LAST, by=None, at=AT)

    an_administrator()

    assert dismiss(post, last_day=LAST, by=None, at=AT).to_day == LAST


@pytest.mark.parametrize("held, wanted", [(PostKind.AUDITOR, PostKind.ADMINISTRATOR), (PostKind.ADMINISTRATOR, PostKind.AUDITOR)])
def test_who_keeps_the_system_does_not_audit_it(inside, held, wanted):
    person = a_staff_member()
    post = a_post(person, held, from_day=FIRST)
    with pytest.raises(KeptApart):
        appoint(person, kind=wanted, from_day=LAST, by=None, at=AT)

    Post.objects.filter(pk=post.pk).update(to_day=LAST)

    assert appoint(person, kind=wanted, from_day=MORROW, by=None, at=AT).kind == wanted


def test_an_office_that_ended_yesterday_closes_the_door_today(inside):
    person, today = a_staff_member(), timezone.localdate()
    post = a_post(person, PostKind.ADMINISTRATOR)
    client = signed_in(person)
    assert client.get(reverse("people:codes")).status_code == 200

    Post.objects.filter(pk=post.pk).update(to_day=today - timedelta(days=1))

    assert client.get(reverse("people:codes")).status_code == 403
