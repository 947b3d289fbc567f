"""The examination says what of the trail it verified with which key, and since when rows wait for their seal."""

from datetime import UTC, datetime

import pytest

from navmark.foundation.audit import chain
from navmark.foundation.audit.actions import record
from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.sealing import keys
from navmark.project import doctor

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)


@pytest.fixture
def trail(inside, tmp_path, settings):
    """One sealed minute, and a row that waits."""
    settings.DATA = tmp_path
    record("people.added", by=None, at=NOW)
    chain.seal_school(NOW)
    record("people.added", by=None, at=NOW)


def of_the_trail():
    return next(one for one in doctor.examine() if one.about.startswith("留痕"))


def test_it_names_the_key_the_batches_and_the_minute_that_waits(trail):
    found = of_the_trail()

    assert found.is_good
    assert f"第1—1批以密钥 {keys.ring().current.id} 核验" in found.words
    assert "自2026-11-24 16:00起" in found.words


def test_it_names_a_lost_key(trail):
    batch_key = keys.ring().current.id
    (keys.folder() / f"field-{batch_key}.key").unlink()
    found = of_the_trail()

    assert not found.is_good and f"缺少密钥 {batch_key}" in found.words


def test_it_names_what_was_changed(trail):
    AuditEntry._base_manager.filter(batch=1).update(by=AuditEntry.objects.first().pk)

    assert not of_the_trail().is_good
