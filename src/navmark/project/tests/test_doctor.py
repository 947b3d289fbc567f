"""The examination says what of the trail it verified with which key, and since when rows wait for their seal."""

from datetime import UTC, datetime

import pytest

from navmark.foundation.audit import chain
from navmark.foundation.audit.actions import record
from navmark.foundation.audit.models import AuditBatch, AuditEntry
from navmark.foundation.people.tests.factories import a_staff_member
from navmark.foundation.sealing import keys
from navmark.project import doctor
from navmark.project.chores import seal_trail

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


def rewritten_without_keys():
    """The whole trail as it would look if there had never been a key: anybody who writes the database can compute it."""
    previous = ""
    for batch in AuditBatch.objects.order_by("number"):
        batch.key, batch.previous = "", previous
        previous = batch.statement()
        AuditBatch._base_manager.filter(pk=batch.pk).update(key="", previous=batch.previous, hash=previous)


@pytest.fixture
def ticked(inside, tmp_path, settings):
    """Two minutes sealed by the tick: the first as before there were keys, the second signed."""
    settings.DATA = tmp_path
    record("people.added", by=None, at=NOW)
    chain.seal_school(NOW)
    rewritten_without_keys()
    for _minute in range(2):
        record("people.added", by=None, at=NOW)
        seal_trail(NOW)


def test_a_trail_that_began_without_keys_and_is_signed_since_is_sound(ticked):
    assert of_the_trail().is_good and "第1—1批无密钥" in of_the_trail().words


def test_a_trail_rewritten_as_if_there_had_never_been_a_key_is_found(ticked):
    rewritten_without_keys()
    found = of_the_trail()

    assert not found.is_good and "第2批起曾有密钥签名" in found.words


def test_a_trail_cut_back_to_before_there_were_keys_is_found(ticked):
    AuditBatch._base_manager.filter(number__gt=1).delete()
    AuditEntry._base_manager.filter(batch__gt=1).delete()
    found = of_the_trail()

    assert not found.is_good and "第2批起曾有密钥签名" in found.words


def test_a_batch_without_a_key_after_one_with_a_key_is_found_without_the_note(ticked, tmp_path):
    (tmp_path / "trail-signed.json").unlink()
    last = AuditBatch.objects.order_by("number").last()
    last.key = ""
    AuditBatch._base_manager.filter(pk=last.pk).update(key="", hash=last.statement())
    found = of_the_trail()

    assert not found.is_good and "此前的批次已用密钥封存 · 第3批" in found.words


def test_it_names_who_cannot_be_printed(trail):
    a_staff_member(name="王芳")
    assert next(one for one in doctor.examine() if one.about == "人名").is_good

    a_staff_member(name="李\U000323af")
    found = next(one for one in doctor.examine() if one.about == "人名")
    assert not found.is_good and "李\U000323af" in found.words
