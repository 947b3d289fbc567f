"""Each duty once, by its day; done, taken back, excused, late; nothing before the school came into use."""

from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.cadence import actions, tasks
from navmark.foundation.cadence.models import Cadence, Duty, DutyState
from navmark.foundation.cadence.queries import with_states
from navmark.foundation.cadence.specs import CadenceSpec, PeriodKind, Subject
from navmark.foundation.cadence.sweeping import sweep
from navmark.foundation.people.models import PostKind, Unit, UnitKind
from navmark.foundation.people.tests.factories import a_branch, a_member, holder

DAY = date(2026, 11, 24)
AT = datetime(2026, 11, 24, 8, tzinfo=UTC)
MEETING = ("activity_part", uuid4())


@pytest.fixture
def branch(inside):
    return a_branch(members=6, probationary=0, committee=3, groups=2)


def establish(period=PeriodKind.MONTH, subject=Subject.BRANCH, **fields):
    spec = CadenceSpec("test", "试", "test_kind", period, subject, **fields)
    Cadence.objects.create(
        code="branch_committee", activity_kind=spec.activity_kind, period=spec.period, subject=spec.subject, times=spec.times,
        grace_days=spec.grace_days, active_from=date(2026, 9, 1),
    )  # fmt: skip


def states(on=DAY, **where):
    return [one.state for one in with_states(Duty.objects.filter(**where).order_by("opens_on"), on)]


def fulfil(branch, on=DAY, source=MEETING):
    return actions.fulfil_kind("test_kind", subjects=[branch.pk], on=on, source=source, by=holder(PostKind.SECRETARY), at=AT)


def test_a_second_sweep_makes_nothing(branch):
    establish()

    assert sweep(on=DAY, at=AT) > 0
    assert sweep(on=DAY, at=AT) == 0


@pytest.mark.parametrize("subject, count", [(Subject.BRANCH, 1), (Subject.PARTY_GROUP, 2), (Subject.MEMBER, 6)])
def test_who_owes_it_each_have_their_own(branch, subject, count):
    establish(subject=subject)
    sweep(on=DAY, at=AT)

    assert Duty.objects.filter(opens_on__lte=DAY, due_on__gte=DAY).count() == count


def test_a_month_is_late_from_its_first_day_after_and_grace_puts_it_off(branch):
    establish(grace_days=3)
    sweep(on=DAY, at=AT)
    of_november = {"due_on": date(2026, 11, 30)}

    assert states(**of_november) == [DutyState.DUE]
    assert states(date(2026, 11, 30), **of_november) == [DutyState.TODAY]
    assert states(date(2026, 12, 3), **of_november) == [DutyState.DUE]
    assert states(date(2026, 12, 4), **of_november) == [DutyState.LATE]


def test_february_ends_on_the_leap_day(branch):
    establish()
    sweep(on=date(2028, 2, 10), at=AT)

    assert Duty.objects.filter(due_on=date(2028, 2, 29)).exists()


def test_nothing_is_due_before_the_school_came_into_use(branch, school):
    establish()
    sweep(on=date(2026, 9, 1), at=AT)

    assert not Duty.objects.filter(due_on__lt=school.in_use_since).exists()


def test_a_meeting_fulfils_it_once_and_its_cancellation_takes_that_back(branch):
    establish()
    fulfil(branch)
    fulfil(branch)
    assert states(due_on=date(2026, 11, 30)) == [DutyState.DONE]

    assert actions.unfulfil(MEETING) == 1
    assert states(due_on=date(2026, 11, 30)) == [DutyState.DUE]


def test_twice_a_month_needs_two(branch):
    establish(times=2)
    fulfil(branch)
    assert states(due_on=date(2026, 11, 30)) == [DutyState.DUE]

    fulfil(branch, source=("activity_part", uuid4()))
    assert states(due_on=date(2026, 11, 30)) == [DutyState.DONE]


def test_it_is_excused_with_a_reason_only(branch):
    establish()
    sweep(on=DAY, at=AT)
    duty = Duty.objects.get(due_on=date(2026, 11, 30))
    with pytest.raises(actions.DutyRefused):
        actions.excuse(duty, reason=" ", by=holder(PostKind.SECRETARY), at=AT)

    actions.excuse(duty, reason="全员外出培训", by=holder(PostKind.SECRETARY), at=AT)
    assert states(due_on=date(2026, 11, 30)) == [DutyState.EXCUSED]


def test_a_task_follows_its_decision_and_goes_with_it(branch):
    owner, source = holder(PostKind.SECRETARY), ("followup", uuid4())
    for day in (date(2026, 12, 1), date(2026, 12, 8)):
        tasks.one_off(title="督促", owner=owner, due_on=day, source=source, by=owner, at=AT)
    assert [duty.due_on for duty in Duty.objects.filter(subject_kind="person")] == [date(2026, 12, 8)]

    tasks.withdraw("followup", [source[1]])
    assert not Duty.objects.filter(subject_kind="person").exists()


def test_a_done_task_stays_when_its_decision_goes(branch):
    owner, source = holder(PostKind.SECRETARY), ("followup", uuid4())
    tasks.one_off(title="督促", owner=owner, due_on=DAY, source=source, by=owner, at=AT)
    tasks.complete_source(source, on=DAY, by=owner, at=AT)
    tasks.withdraw("followup", [source[1]])

    assert states() == [DutyState.DONE]


def test_the_yearly_item_waits_for_the_notice_and_follows_it(branch):
    establish(period=PeriodKind.PARTY_YEAR)
    sweep(on=DAY, at=AT)
    assert states(period_key="party-2026") == [DutyState.WAITING]

    actions.set_party_year(2026, closes_on=date(2027, 3, 15), basis="区委组织部通知", by=holder(PostKind.SECRETARY), at=AT)
    assert states(date(2027, 3, 15), period_key="party-2026") == [DutyState.TODAY]
    with pytest.raises(actions.DutyRefused):
        actions.set_party_year(2026, closes_on=date(2026, 3, 15), basis="通知", by=holder(PostKind.SECRETARY), at=AT)

    actions.set_party_year(2026, closes_on=date(2027, 3, 31), basis="区委组织部补充通知", by=holder(PostKind.SECRETARY), at=AT)
    _first, second = AuditEntry.objects.filter(kind="cadence.party_year")
    assert ["2027-03-15", "2027-03-31"] in [change[1:3] for change in second.facts["changes"]]


def test_a_group_that_has_ended_owes_nothing_more(branch):
    establish(subject=Subject.PARTY_GROUP)
    sweep(on=DAY, at=AT)
    group = Unit.objects.filter(kind=UnitKind.PARTY_GROUP).first()
    group.to_day = DAY
    group.save()
    sweep(on=date(2026, 11, 26), at=AT)

    assert not Duty.objects.filter(subject_id=group.pk, closed_at__isnull=True, due_on__gte=date(2026, 11, 26)).exists()


def test_as_many_queries_for_thirty_members_as_for_six(branch):
    establish(subject=Subject.MEMBER)

    def statements(on):
        with CaptureQueriesContext(connection) as caught:
            assert sweep(on=on, at=AT)
        return len(caught)

    before = statements(DAY)
    for _number in range(24):
        a_member(branch)
    sweep(on=DAY, at=AT)
    assert statements(date(2026, 12, 10)) <= before
