"""What is due falls on a day on which somebody is there; pupils' holidays ask for nothing; what is open follows the calendar."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

import pytest

from navmark.foundation.almanac.models import HolidayNotice, Term
from navmark.foundation.cadence.actions import fulfil_kind
from navmark.foundation.cadence.models import Cadence, Duty, DutyState
from navmark.foundation.cadence.specs import PeriodKind, Subject
from navmark.foundation.cadence.sweeping import sweep
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_branch, a_class, holder

KIND = "test_kind"


@pytest.fixture
def klass(inside):
    inside.in_use_since = date(2026, 9, 1)
    inside.save()
    a_branch(members=3, probationary=0, committee=1, groups=1)
    return a_class()


def establish(period, subject, since=date(2026, 9, 1)):
    return Cadence.objects.create(code=uuid4().hex, activity_kind=KIND, period=period, subject=subject, active_from=since)


def swept(day):
    return sweep(on=day, at=datetime.combine(day, time(0), tzinfo=UTC))


def due(cadence):
    return {duty.period_key: duty.due_on for duty in Duty.objects.filter(cadence=cadence).order_by("opens_on")}


def test_a_week_is_due_on_its_last_school_day_and_late_on_monday(klass):
    weekly = establish(PeriodKind.WEEK, Subject.CLASS)
    swept(date(2026, 10, 9))

    days = due(weekly)
    assert days["2026-2027-1-W03"] == date(2026, 9, 20)  # 周日调休上班
    assert days["2026-2027-1-W04"] == date(2026, 9, 24)  # 中秋节从周五放起
    assert days["2026-2027-1-W05"] == date(2026, 9, 30)
    assert days["2026-2027-1-W06"] == date(2026, 10, 10)  # 周六调休上班
    duty = Duty.objects.get(cadence=weekly, period_key="2026-2027-1-W04")
    saturday = date(2026, 9, 26)
    assert [duty.state_on(saturday + n * timedelta(days=1)) for n in (-2, 0, 1, 2)] == [
        DutyState.TODAY, DutyState.DUE, DutyState.DUE, DutyState.LATE,
    ]  # fmt: skip


def test_what_is_done_on_the_weekend_after_counts_for_the_week(klass):
    establish(PeriodKind.WEEK, Subject.CLASS)
    done = fulfil_kind(
        KIND, subjects=[klass.pk], on=date(2026, 11, 28), source=("part", uuid4()), by=holder(PostKind.SECRETARY),
        at=datetime(2026, 11, 28, tzinfo=UTC),
    )  # fmt: skip
    assert [duty.period_key for duty in done] == ["2026-2027-1-W13"]


def test_a_class_owes_nothing_in_its_holidays_while_the_branch_goes_on(klass):
    months, of_branch = establish(PeriodKind.MONTH, Subject.CLASS), establish(PeriodKind.MONTH, Subject.BRANCH)
    year = establish(PeriodKind.SCHOOL_YEAR, Subject.CLASS)
    swept(date(2027, 8, 10))

    assert due(months)["2027-01"] == date(2027, 1, 20) and due(of_branch)["2027-01"] == date(2027, 1, 29)
    assert due(months)["2027-02"] == date(2027, 2, 26)
    assert not {"2027-07", "2027-08"} & {*due(months)} and {"2027-07", "2027-08"} < {*due(of_branch)}
    assert due(year)["2026-2027"] == date(2027, 7, 5)


def test_what_is_open_follows_a_holiday_that_is_announced_and_a_term_that_is_moved(klass):
    months, weeks = establish(PeriodKind.MONTH, Subject.BRANCH), establish(PeriodKind.WEEK, Subject.CLASS)
    swept(date(2027, 1, 11))
    assert due(months)["2027-01"] == date(2027, 1, 29) and due(weeks)["2026-2027-1-W21"] == date(2027, 1, 20)

    HolidayNotice.objects.create(year=2027, days={"off": {"2027-01-29": "春节", "2027-01-15": "春节"}, "work": {}}, source="…")
    Term.objects.create(year=2026, number=1, starts_on=date(2026, 9, 1), ends_on=date(2027, 1, 16))
    swept(date(2027, 1, 12))
    assert due(months)["2027-01"] == date(2027, 1, 28)
    assert due(weeks)["2026-2027-1-W20"] == date(2027, 1, 14) and "2026-2027-1-W21" not in due(weeks)
    assert Duty.objects.get(cadence=months, period_key="2027-01").late_on == date(2027, 2, 1)
