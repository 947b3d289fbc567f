"""Members, leave and exemption on a given day, at both ends of what is on record."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from navmark.foundation.people.actions import end_exemption, end_suspension, exempt, note_absence, suspend
from navmark.foundation.people.models import (
    AbsenceKind,
    Exemption,
    PartyStatus,
    RightsSuspension,
    Status,
    UnitKind,
    UnitMembership,
)
from navmark.foundation.people.queries import is_member_on, members_on, reasons_away, voters_on
from navmark.foundation.people.refusals import EndsBeforeItBegins
from navmark.foundation.people.tests.factories import a_branch, a_group, a_member, a_person, a_status, a_unit
from navmark.foundation.tenancy.scope import within

FIRST, LAST = date(2026, 9, 1), date(2026, 11, 20)
DAYS = (FIRST - timedelta(days=1), FIRST, LAST, LAST + timedelta(days=1))
AT = datetime(2026, 9, 1, 9, tzinfo=timezone.get_default_timezone())


@pytest.fixture
def branch(inside):
    return a_branch(members=0, probationary=0, committee=0, groups=0, clerk=False)


@pytest.fixture
def member(branch):
    return a_member(branch)


@pytest.mark.parametrize("status", [Status.PROBATIONARY, Status.FULL])
def test_somebody_is_a_member_from_the_first_day_to_the_last(branch, status):
    person = a_person()
    PartyStatus.objects.create(person=person, branch=branch, status=status, from_day=FIRST, to_day=LAST)

    assert [person in members_on(branch, day) for day in DAYS] == [False, True, True, False]
    assert [is_member_on(person, day) for day in DAYS] == [False, True, True, False]
    assert [person in voters_on(branch, day) for day in DAYS][1:3] == [status == Status.FULL] * 2


def test_an_unknown_first_day_and_no_last_one_mean_always(branch, member):
    assert member in voters_on(branch, date(1960, 1, 1))
    assert member in voters_on(branch, date(2060, 1, 1))


def test_a_suspension_without_an_end_lasts_until_it_is_ended(
    branch,
    member,
):
    row = suspend(member, basis="留党察看", from_day=FIRST, by=member, at=AT)
    assert member not in voters_on(branch, date(2040, 1, 1))

    end_suspension(row, last_day=LAST, by=member, at=AT)

    assert [member in voters_on(branch, day) for day in DAYS] == [True, False, False, True]
    assert all(member in members_on(branch, day) for day in DAYS)


def test_two_suspensions_that_overlap_count_once_and_both_must_end(branch, member):
    other = a_member(branch)
    suspend(member, basis="留置", from_day=FIRST, to_day=LAST, by=member, at=AT)
    suspend(member, basis="留党察看", from_day=LAST, by=member, at=AT)

    assert list(voters_on(branch, LAST)) == [other]
    assert list(voters_on(branch, DAYS[-1])) == [other]


def test_an_exempt_member_votes_and_is_excused_on_those_days_only(branch, member):
    row = exempt(member, reason="年老体弱", from_day=FIRST, by=member, at=AT)
    end_exemption(row, last_day=LAST, by=member, at=AT)

    assert [reasons_away([member], day).get(member.pk) for day in DAYS] == [None, "年老体弱", "年老体弱", None]
    assert all(member in voters_on(branch, day) for day in DAYS)


def test_an_exemption_is_asked_only_where_the_party_meets(branch, member):
    exempt(member, reason="术后休养", from_day=FIRST, by=member, at=AT)

    told = [reasons_away([member], FIRST, unit=unit) for unit in (branch, a_group(branch, 1), a_unit(UnitKind.SUBJECT_GROUP))]
    assert told == [{member.pk: "术后休养"}, {member.pk: "术后休养"}, {}]


def test_leave_is_a_reason_on_its_first_and_last_day(branch, member):
    note_absence(member, kind=AbsenceKind.SECONDED, from_day=FIRST, to_day=LAST, note="借调教育局", by=None, at=AT)

    assert [reasons_away([member], day).get(member.pk) for day in DAYS] == [None, "借调教育局", "借调教育局", None]


def test_reasons_are_read_in_two_queries_for_thirty(branch, django_assert_num_queries):
    people = [a_member(branch) for _place in range(30)]
    Exemption.objects.bulk_create([Exemption(person=person, reason="年老") for person in people])

    with django_assert_num_queries(2):
        assert len(reasons_away(people, FIRST)) == 30


def test_who_changes_group_counts_in_one_group_on_every_day(branch, member):
    old, new = a_group(branch, 1), a_group(branch, 2)
    UnitMembership.objects.create(person=member, unit=old, to_day=LAST)
    UnitMembership.objects.create(person=member, unit=new, from_day=DAYS[-1])

    assert [member in voters_on(old, day) for day in DAYS] == [True, True, True, False]
    assert [member in voters_on(new, day) for day in DAYS] == [False, False, False, True]


def test_who_changes_branch_votes_in_one_branch_on_every_day(branch, member):
    other = a_branch(members=0, probationary=0, committee=0, groups=0, clerk=False, name="第二支部")
    PartyStatus.objects.filter(person=member).update(to_day=LAST)
    a_status(member, other, from_day=DAYS[-1])

    assert [member in voters_on(branch, day) for day in DAYS] == [True, True, True, False]
    assert [member in voters_on(other, day) for day in DAYS] == [False, False, False, True]


def test_nothing_ends_before_it_begins(member):
    with pytest.raises(EndsBeforeItBegins):
        suspend(member, basis="留党察看", from_day=LAST, to_day=FIRST, by=member, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        RightsSuspension.objects.create(person=member, basis="留党察看", from_day=LAST, to_day=FIRST)


def test_the_database_takes_no_second_open_status(branch, member):
    with pytest.raises(IntegrityError), transaction.atomic():
        a_status(member, branch, Status.PROBATIONARY)


def test_the_neighbours_members_are_not_ours(branch, member, neighbour):
    with within(neighbour):
        a_branch(members=3, probationary=0)

    assert list(members_on(branch, FIRST)) == [member]
