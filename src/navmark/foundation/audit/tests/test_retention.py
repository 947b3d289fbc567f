"""What is older than the school's term goes, from the beginning on, over a signed checkpoint; the rest still verifies."""

from datetime import UTC, date, datetime

import pytest

from navmark.foundation.audit import chain, retention
from navmark.foundation.audit.actions import record
from navmark.foundation.audit.findings import ChainFault
from navmark.foundation.audit.models import AuditCheckpoint, AuditEntry
from navmark.foundation.audit.verification import verify

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)


@pytest.fixture
def four_years(inside):
    for year in (2022, 2023, 2025, 2026):
        moment = NOW.replace(year=year)
        record("people.added", by=None, at=moment, name="王一")
        chain.seal_school(moment)


def test_three_years_are_kept_and_the_rest_verifies(four_years, school):
    checkpoint = retention.retain_due(at=NOW)

    assert (checkpoint.number, checkpoint.entries) == (1, 1)
    assert [one for one in verify(school) if one.is_broken] == []


def test_a_second_run_deletes_nothing_more(four_years):
    retention.retain_due(at=NOW)

    assert retention.retain_due(at=NOW) is None
    assert AuditEntry.objects.filter(kind="people.added").count() == 3


def test_the_law_keeps_six_months_whoever_asks(four_years):
    with pytest.raises(retention.TooYoung, match="2026-05-24"):
        retention.retain(date(2026, 6, 1), at=NOW, by=None)
    assert AuditEntry.objects.count() == 4


def test_a_checkpoint_that_we_did_not_sign_is_named(four_years, school):
    retention.retain_due(at=NOW)
    AuditCheckpoint._base_manager.update(entries=0)

    assert ChainFault.CHECKPOINT in [one.fault for one in verify(school)]


@pytest.mark.parametrize("day, before", [(date(2026, 8, 31), date(2026, 2, 28)), (date(2024, 8, 31), date(2024, 2, 29))])
def test_six_months_before_a_month_that_is_longer(day, before):
    assert retention.months_before(day, 6) == before
