"""Who might vote on that day (选举条例第五条; 党章第七条)."""

from datetime import date

from navmark.foundation.people.models import Absence, Engagement, Exemption, PartyStatus, RightsSuspension, Status
from navmark.foundation.people.queries import committee_on, members_on, party_groups, voters_on
from navmark.foundation.people.tests.factories import a_branch, a_member, a_person, a_status

DAY = date(2026, 11, 20)


def test_full_members_vote_and_probationary_members_never_do(inside):
    branch = a_branch(members=24, probationary=2)

    assert voters_on(branch, DAY).count() == 24
    assert members_on(branch, DAY).count() == 26


def test_a_member_votes_from_the_very_day_of_becoming_full(inside):
    branch = a_branch(members=3, probationary=0)
    person = a_person()
    PartyStatus.objects.create(
        person=person, branch=branch, status=Status.PROBATIONARY, from_day=date(2025, 11, 20), to_day=date(2026, 11, 19)
    )
    a_status(person, branch, Status.FULL, from_day=DAY)

    assert person not in voters_on(branch, date(2026, 11, 19))
    assert person in voters_on(branch, DAY)


def test_a_suspension_takes_the_vote_on_its_first_and_last_day_and_not_after(inside):
    branch = a_branch(members=3, probationary=0)
    person = a_member(branch)
    RightsSuspension.objects.create(person=person, basis="留党察看", from_day=date(2026, 11, 10), to_day=DAY)

    assert person in voters_on(branch, date(2026, 11, 9))
    assert person not in voters_on(branch, date(2026, 11, 10))
    assert person not in voters_on(branch, DAY)
    assert person in voters_on(branch, date(2026, 11, 21))


def test_the_retired_the_absent_and_the_exempt_keep_their_vote(inside):
    branch = a_branch(members=3, probationary=0)
    retired, absent, exempt = a_member(branch), a_member(branch), a_member(branch)
    Engagement.objects.filter(person=retired).update(to_day=date(2026, 7, 31), leaving="retired")
    Absence.objects.create(person=absent, kind="support_teaching", from_day=date(2025, 9, 1), to_day=date(2027, 7, 31))
    Exemption.objects.create(person=exempt, reason="年老体弱")

    assert {retired, absent, exempt} <= set(voters_on(branch, DAY))


def test_a_member_who_was_transferred_no_longer_votes_here(inside):
    branch = a_branch(members=3, probationary=0)
    person = a_member(branch)
    PartyStatus.objects.filter(person=person).update(to_day=date(2026, 10, 31))

    assert person in voters_on(branch, date(2026, 10, 31))
    assert person not in voters_on(branch, DAY)


def test_an_activist_is_no_member(inside):
    branch = a_branch(members=3, probationary=0)
    activist = a_person()
    a_status(activist, branch, Status.ACTIVIST)

    assert activist not in members_on(branch, DAY)


def test_a_group_counts_its_own_members_only(inside):
    branch = a_branch(members=8, probationary=0, groups=4)

    sizes = [voters_on(group, DAY).count() for group in party_groups(branch, DAY)]

    assert sizes == [2, 2, 2, 2]


def test_another_branch_has_its_own_voters(inside):
    branch, other = (
        a_branch(members=5, probationary=0),
        a_branch(members=3, probationary=0, name="中共启明实验小学第二支部委员会"),
    )

    assert voters_on(branch, DAY).count() == 5
    assert committee_on(other, DAY).count() == 3
