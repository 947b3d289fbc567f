"""How long the access log is kept: rules.md no. 38, with the dates it gives."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.people.tests.factories import a_class, a_pupil, a_staff_member
from navmark.foundation.privacy.actions import note_opening
from navmark.foundation.privacy.models import AccessEntry, OpenedPart, Purpose
from navmark.foundation.privacy.retention import AccessLogPolicy, months_kept, retain_due
from navmark.foundation.tenancy.scope import within
from navmark.project import tick
from navmark.project.chores import retain_access_log

ZONE = timezone.get_default_timezone()


def moment(*day: int) -> datetime:
    return datetime(*day, 23, 59, tzinfo=ZONE)


@pytest.fixture
def log_of_may(inside):
    return note_opening(
        a_pupil(a_class()), part=OpenedPart.FILE, purpose=Purpose.FAMILY, by=a_staff_member(), at=moment(2026, 5, 23)
    )


def decide(months: int) -> None:
    at = moment(2026, 9, 1)
    AccessLogPolicy.decide("months_kept", months, holds_from=at.date(), basis="支委会", by=a_staff_member().pk, at=at)


def test_a_log_of_may_23_is_there_on_november_22_and_gone_on_november_24(log_of_may):
    decide(6)

    assert retain_due(at=moment(2026, 11, 22)) == 0
    assert AccessEntry.objects.exists()
    assert retain_due(at=moment(2026, 11, 24)) == 1
    assert not AccessEntry.objects.exists()


def test_no_decision_of_the_school_goes_below_six_months(log_of_may):
    decide(1)

    assert months_kept(date(2026, 11, 22)) == 6
    assert retain_due(at=moment(2026, 11, 22)) == 0


def test_three_years_where_the_school_decided_nothing(log_of_may):
    assert retain_due(at=moment(2029, 5, 23)) == 0
    assert retain_due(at=moment(2029, 5, 24)) == 1


def test_that_rows_went_stands_in_the_trail_once(log_of_may):
    for _minute in range(2):
        retain_due(at=moment(2029, 5, 24))

    assert [row.facts["rows"] for row in AuditEntry.objects.filter(kind="privacy.retained")] == [1]


def test_the_tick_does_it_for_each_school_by_its_own_term(log_of_may, neighbour):
    decide(6)
    with within(neighbour):
        note_opening(a_pupil(a_class()), part=OpenedPart.FILE, purpose=Purpose.FAMILY, by=None, at=moment(2026, 5, 23))

    tick.run(moment(2026, 11, 24) + timedelta(minutes=1), [retain_access_log])

    assert not AccessEntry.objects.exists()
    with within(neighbour):
        assert AccessEntry.objects.count() == 1
