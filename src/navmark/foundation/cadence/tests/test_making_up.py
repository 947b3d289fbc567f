"""Periods before anybody started the product, or while it was off, are made up for; fixed days and each class have theirs."""

from datetime import UTC, date, datetime

import pytest

from navmark.foundation.cadence import specs
from navmark.foundation.cadence.actions import fulfil_kind
from navmark.foundation.cadence.models import Cadence, Duty, DutyState
from navmark.foundation.cadence.queries import with_states
from navmark.foundation.cadence.specs import CadenceSpec, PeriodKind, Subject
from navmark.foundation.cadence.sweeping import is_due, sweep
from navmark.foundation.people.models import PartyStatus, PostKind, Status
from navmark.foundation.people.queries import party_groups
from navmark.foundation.people.tests.factories import a_branch, a_class, a_status, holder

DAY = date(2026, 11, 25)
AT = datetime(2026, 11, 25, 8, tzinfo=UTC)
KIND = "test_kind"


@pytest.fixture
def branch(inside):
    inside.in_use_since = date(2026, 9, 1)
    inside.save()
    return a_branch(members=6, probationary=0, committee=3, groups=1)


def establish(period=PeriodKind.MONTH, subject=Subject.BRANCH, code="test", active_from=date(2026, 9, 1)):
    return Cadence.objects.create(code=code, activity_kind=KIND, period=period, subject=subject, active_from=active_from)


@pytest.fixture
def fixed_days(monkeypatch):
    """A test cadence on 5 March and one on 30 September."""
    for code, day in (("spring", (3, 5)), ("autumn", (9, 30))):
        spec = CadenceSpec(code, "纪念日活动", KIND, PeriodKind.DAY, Subject.CLASS, fixed=day)
        monkeypatch.setitem(specs._specs, code, spec)
        establish(PeriodKind.DAY, Subject.CLASS, code)


def keys(**where):
    return sorted(Duty.objects.filter(cadence__isnull=False, **where).values_list("period_key", flat=True))


def test_months_before_the_product_was_started_are_there_and_late(branch):
    establish()
    sweep(on=DAY, at=AT)

    assert keys() == ["2026-09", "2026-10", "2026-11", "2026-12"]
    assert [one.state for one in with_states(Duty.objects.filter(cadence__isnull=False).order_by("opens_on"), DAY)] == [
        DutyState.LATE, DutyState.LATE, DutyState.DUE, DutyState.COMING,
    ]  # fmt: skip


def test_a_cadence_asks_for_nothing_before_its_own_beginning(branch):
    establish(active_from=date(2026, 10, 10))
    sweep(on=DAY, at=AT)

    assert keys() == ["2026-10", "2026-11", "2026-12"]


def test_a_group_owes_nothing_from_before_it_was_there(branch):
    establish(subject=Subject.PARTY_GROUP)
    group = party_groups(branch, DAY).get()
    group.from_day = date(2026, 11, 3)
    group.save()
    sweep(on=DAY, at=AT)

    assert keys() == ["2026-11", "2026-12"]


def test_a_member_owes_since_her_membership_began_and_confirmation_is_no_new_beginning(branch):
    establish(subject=Subject.MEMBER)
    PartyStatus.objects.all().delete()
    person, newcomer = holder(PostKind.SECRETARY), holder(PostKind.CLERK)
    early = a_status(person, branch, Status.PROBATIONARY, from_day=date(2025, 10, 20))
    early.to_day = date(2026, 10, 19)
    early.save()
    a_status(person, branch, from_day=date(2026, 10, 20))
    a_status(newcomer, branch, from_day=date(2026, 11, 20))
    sweep(on=DAY, at=AT)

    assert keys(subject_id=person.pk) == ["2026-09", "2026-10", "2026-11", "2026-12"]
    assert keys(subject_id=newcomer.pk) == ["2026-11", "2026-12"]


def test_what_passed_while_the_product_was_off_is_made_up_for_and_the_page_knows(branch):
    establish()
    sweep(on=date(2026, 9, 5), at=AT)
    assert not is_due(date(2026, 9, 5))
    assert is_due(DAY)

    sweep(on=DAY, at=AT)
    assert keys() == ["2026-09", "2026-10", "2026-11", "2026-12"]
    assert not is_due(DAY)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (PeriodKind.TERM, ["2026-2027-1", "2026-2027-2"]),
        (PeriodKind.SCHOOL_YEAR, ["2026-2027", "2027-2028"]),
        (PeriodKind.QUARTER, ["2026-Q3", "2026-Q4", "2027-Q1"]),
        (PeriodKind.PARTY_YEAR, ["party-2026"]),
    ],
)
def test_every_kind_of_period_is_made_since_the_beginning(branch, period, expected):
    establish(period)
    sweep(on=DAY, at=AT)

    assert keys() == expected


def test_weeks_are_those_of_school_up_to_the_next(branch):
    establish(PeriodKind.WEEK)
    sweep(on=DAY, at=AT)

    assert keys() == [f"2026-2027-1-W{number:02d}" for number in range(1, 15)]


def test_fixed_days_are_due_on_their_day_for_each_class_at_school(branch, fixed_days):
    first, second = a_class(number=1), a_class(number=2)
    a_class(entry_year=2019)
    sweep(on=DAY, at=AT)

    assert keys(subject_id=first.pk) == keys(subject_id=second.pk) == ["2026-09-30", "2027-03-05", "2027-09-30"]
    assert Duty.objects.filter(cadence__isnull=False).count() == 6
    assert not sweep(on=DAY, at=AT)


def test_what_a_class_does_in_the_week_of_a_fixed_day_fulfils_it(branch, fixed_days):
    klass, by = a_class(), holder(PostKind.SECRETARY)

    early = fulfil_kind(KIND, subjects=[klass.pk], on=date(2027, 2, 20), source=("part", klass.pk), by=by, at=AT)
    done = fulfil_kind(KIND, subjects=[klass.pk], on=date(2027, 3, 4), source=("part", klass.pk), by=by, at=AT)

    assert not early
    assert [(duty.period_key, duty.due_on) for duty in done] == [("2027-03-05", date(2027, 3, 5))]
