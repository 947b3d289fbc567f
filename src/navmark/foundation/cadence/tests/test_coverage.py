"""A year's coverage, subject by period: months, quarters, the year and the 年度; nothing is late before the product is in use."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from navmark.foundation.cadence import actions
from navmark.foundation.cadence.coverage import coverage, owner_of, slots
from navmark.foundation.cadence.models import Cadence, Duty, DutyState, Fulfilment
from navmark.foundation.cadence.specs import PeriodKind, Subject
from navmark.foundation.cadence.sweeping import sweep
from navmark.foundation.people.models import PostKind, UnitKind
from navmark.foundation.people.queries import members_on, party_groups
from navmark.foundation.people.tests.factories import a_branch, a_group, holder

DAY = date(2026, 11, 24)
AT = datetime(2026, 11, 24, 8, tzinfo=UTC)
KIND = "test_kind"


@pytest.fixture
def branch(inside):
    return a_branch(members=6, probationary=0, committee=3, groups=1)


def establish(period, subject=Subject.BRANCH, **fields):
    Cadence.objects.create(
        code=f"test_{period}", activity_kind=KIND, period=period, subject=subject, active_from=date(2026, 9, 1), **fields
    )


def covered(unit, year=2026, on=DAY):
    """The cells of the unit's only line by their first month."""
    (line,) = coverage([owner_of(unit)], year, on=on, kinds=[KIND])
    return {cell.first_month: cell for cell in line.cells}


def hold(unit, on):
    source = uuid4()
    actions.fulfil_kind(KIND, subjects=[unit.pk], on=on, source=("part", source), by=holder(PostKind.SECRETARY), at=AT)
    return source


def test_a_month_is_done_late_due_or_still_to_come_and_nothing_is_asked_before_use(branch):
    establish(PeriodKind.MONTH)
    sweep(on=date(2026, 10, 5), at=AT)
    source = hold(branch, date(2026, 9, 8))
    sweep(on=DAY, at=AT)

    cells = covered(branch)

    assert [cells[month].state for month in range(1, 9)] == [None] * 8
    assert [cells[month].state for month in (9, 10, 11, 12)] == [
        DutyState.DONE, DutyState.LATE, DutyState.DUE, DutyState.COMING,
    ]  # fmt: skip
    assert (cells[9].sources, cells[9].done) == ((source,), 1)
    assert sum(cell.times for cell in cells.values()) == 4


def test_later_months_are_counted_before_any_sweep_reaches_them(branch):
    establish(PeriodKind.MONTH)
    sweep(on=date(2026, 9, 2), at=AT)

    cells = covered(branch, on=date(2026, 9, 2))

    assert not Duty.objects.filter(due_on__gte=date(2026, 11, 1)).exists()
    assert [cells[month].state for month in (9, 10, 11, 12)] == [DutyState.DUE, *[DutyState.COMING] * 3]


def test_a_month_in_use_that_no_sweep_saw_is_late_with_the_next_sweep(branch):
    establish(PeriodKind.MONTH)
    assert covered(branch)[9].state is None

    sweep(on=DAY, at=AT)
    assert covered(branch)[9].state == DutyState.LATE
    assert covered(branch)[8].state is None


def test_what_is_excused_is_not_counted(branch):
    establish(PeriodKind.QUARTER, times=2)
    sweep(on=DAY, at=AT)
    actions.excuse(Duty.objects.get(period_key="2026-Q4"), reason="全员外出", by=holder(PostKind.SECRETARY), at=AT)

    cell = covered(branch)[10]

    assert (cell.state, cell.times, cell.months) == (DutyState.EXCUSED, 0, 3)


def test_the_party_year_waits_for_its_notice_and_is_done_in_spring(branch):
    establish(PeriodKind.PARTY_YEAR)
    sweep(on=DAY, at=AT)
    assert covered(branch)[1].state == DutyState.WAITING

    hold(branch, date(2027, 1, 20))
    assert covered(branch, on=date(2027, 1, 24))[1].state == DutyState.DONE
    assert covered(branch, year=2027, on=date(2027, 1, 24))[1].state == DutyState.WAITING


def test_a_group_that_has_ended_owes_no_later_month(branch):
    establish(PeriodKind.MONTH, Subject.PARTY_GROUP)
    group = party_groups(branch, DAY).get()
    sweep(on=DAY, at=AT)
    group.to_day = DAY - timedelta(days=2)
    group.save()
    sweep(on=DAY, at=AT)

    assert [covered(group)[month].state for month in (11, 12)] == [None, None]


@pytest.mark.parametrize("kind, count", [("month", 12), ("quarter", 4), ("half", 2), ("year", 1), ("party_year", 1), ("term", 0)])
def test_periods_fill_the_months_of_the_year(kind, count):
    found = slots(kind, 2026)

    assert len(found) == count
    assert sum(months for _span, _first, months in found) == (12 if count else 0)


def test_thirty_groups_cost_as_many_queries_as_one(branch):
    establish(PeriodKind.MONTH, Subject.PARTY_GROUP)
    sweep(on=DAY, at=AT)

    def statements():
        owners = [owner_of(group) for group in party_groups(branch, DAY)]
        with CaptureQueriesContext(connection) as caught:
            lines = coverage(owners, 2026, on=DAY, kinds=[KIND])
        return len(caught), len(lines)

    assert statements() == (3, 1)
    for number in range(2, 11):
        hold(a_group(branch, number), DAY)
    sweep(on=DAY, at=AT)
    assert statements() == (3, 10)


def test_a_meeting_fulfils_what_its_unit_owes_and_makes_no_duty_of_those_who_came(branch):
    establish(PeriodKind.MONTH)
    came = [person.pk for person in members_on(branch, DAY)]

    actions.fulfil_kind(KIND, subjects=[branch.pk, *came], on=DAY, source=("part", uuid4()), by=holder(PostKind.SECRETARY), at=AT)

    assert branch.kind == UnitKind.BRANCH
    assert [row.duty.subject_id for row in Fulfilment.objects.select_related("duty")] == [branch.pk]


def test_a_talk_is_done_for_the_members_who_talked_and_for_no_unit(branch):
    establish(PeriodKind.YEAR, Subject.MEMBER)
    one, other = members_on(branch, DAY)[:2]
    guest = holder(PostKind.CLERK)

    actions.fulfil_kind(KIND, subjects=[branch.pk, one.pk, other.pk, guest.pk], on=DAY, source=("part", uuid4()), by=one, at=AT)

    assert set(Fulfilment.objects.values_list("duty__subject_id", flat=True)) == {one.pk, other.pk}
