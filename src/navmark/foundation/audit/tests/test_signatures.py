"""Who can write the database cannot sign: what is forged with all its digests right is found, and keys may be rotated or lost."""

from datetime import UTC, datetime

import pytest
from django.core.signing import Signer

from navmark.foundation.audit import chain, retention
from navmark.foundation.audit.actions import erase_payload, record
from navmark.foundation.audit.digest import digest_of
from navmark.foundation.audit.findings import ChainFault
from navmark.foundation.audit.models import AuditBatch, AuditCheckpoint, AuditEntry
from navmark.foundation.audit.verification import signed_by, verify
from navmark.foundation.sealing import keys

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def own_keys(tmp_path, settings):
    """Keys of this test alone, so that it may rotate and lose them."""
    settings.DATA = tmp_path
    return tmp_path / "keys"


def minute(count=1):
    rows = [record("people.added", by=None, at=NOW, name=f"王{number}") for number in range(count)]
    return rows, chain.seal_school(NOW)


def broken(school):
    return [(one.fault, one.batch) for one in verify(school) if one.is_broken]


def old_fashioned(batch, **changes):
    """Write the batch as it was before there were keys: with a plain digest, which anybody can compute."""
    for name, value in {**changes, "key": ""}.items():
        setattr(batch, name, value)
    AuditBatch._base_manager.filter(pk=batch.pk).update(**changes, key="", hash=batch.statement())


def test_an_erasure_that_somebody_forged_is_found_though_it_was_sealed(inside):
    (row,), _batch = minute()
    AuditEntry._base_manager.filter(pk=row.pk).update(payload="", salt="")
    record("audit.erased", by=None, at=NOW, subject=row)
    record("audit.erased", by=None, at=NOW, subject=row, key=keys.ring().current.id, signature="0" * 64)
    chain.seal_school(NOW)

    assert broken(inside) == [(ChainFault.ERASED, 1)]


def test_an_erasure_by_somebody_is_not_turned_into_one_by_another(inside):
    (row,), _batch = minute()
    erase_payload(row, by=None, at=NOW)
    chain.seal_school(NOW)
    assert broken(inside) == []

    AuditEntry._base_manager.filter(kind="audit.erased").update(subject_id=minute()[0][0].pk)
    assert (ChainFault.ERASED, 1) in broken(inside)


def test_the_row_that_says_what_was_erased_is_not_erased(inside):
    erase_payload(minute()[0][0], by=None, at=NOW)
    note = AuditEntry.objects.get(kind="audit.erased")
    erase_payload(note, by=None, at=NOW)

    assert AuditEntry.objects.get(kind="audit.erased").payload == note.payload != ""


def test_a_batch_made_anew_with_every_digest_right_is_found(inside):
    rows, batch = minute(2)
    AuditEntry._base_manager.filter(pk=rows[0].pk).delete()
    batch.count, batch.first, batch.entries_digest = 1, rows[1].pk, digest_of([rows[1].digest])
    fields = {name: getattr(batch, name) for name in ("count", "first", "entries_digest")}
    AuditBatch._base_manager.filter(pk=batch.pk).update(**fields, hash=batch.statement())

    assert broken(inside) == [(ChainFault.LINK, 1)]


def test_a_batch_without_a_key_does_not_follow_one_that_has_it(inside):
    minute()
    old_fashioned(minute()[1])

    assert broken(inside) == [(ChainFault.UNSIGNED, 2)]


def test_a_trail_from_before_there_were_keys_still_verifies_and_is_held_by_the_first_that_is_signed(inside):
    first, second = minute()[1], minute()[1]
    old_fashioned(first)
    old_fashioned(second, previous=first.statement())
    AuditEntry._base_manager.filter(batch=1).update(payload="", salt="")
    record("audit.erased", by=None, at=NOW, subject=AuditEntry.objects.get(batch=1))
    AuditEntry._base_manager.filter(batch=None).update(batch=2)
    whole = list(AuditEntry.objects.filter(batch=2).order_by("id").values_list("id", "digest"))
    extent = {"count": 2, "last": whole[1][0], "entries_digest": digest_of(digest for _id, digest in whole)}
    old_fashioned(second, **extent)
    signed = minute()[1]

    assert broken(inside) == []
    assert signed_by(inside) == [("", 1, 2), (signed.key, 3, 3)]
    old_fashioned(second, sealed_at=NOW.replace(hour=9))
    assert broken(inside) == [(ChainFault.LINK, 3)]


def test_after_a_rotation_each_batch_is_verified_with_its_own_key(inside, own_keys):
    old = minute()[1].key
    new = keys.new_key(own_keys).id
    minute()

    assert signed_by(inside) == [(old, 1, 1), (new, 2, 2)] and old != new
    assert broken(inside) == []


def test_a_lost_key_is_named_and_not_taken_for_a_change(inside, own_keys):
    batch = minute()[1]
    (own_keys / f"field-{batch.key}.key").rename(own_keys / "kept-elsewhere")
    keys.new_key(own_keys)
    minute()

    assert broken(inside) == [(ChainFault.KEY, 1)]


def test_a_checkpoint_is_signed_by_a_key_by_name_and_an_older_one_still_verifies(inside):
    minute()
    AuditBatch._base_manager.update(sealed_at=NOW.replace(year=2020))
    AuditEntry._base_manager.update(at=NOW.replace(year=2020))
    checkpoint = retention.retain_due(at=NOW)
    assert checkpoint.signature.startswith(f"{keys.ring().current.id}:") and broken(inside) == []

    older = Signer(salt="navmark.audit.checkpoint").signature(checkpoint.statement())
    AuditCheckpoint._base_manager.update(signature=older)
    assert broken(inside) == []
    AuditCheckpoint._base_manager.update(signature=f"{keys.ring().current.id}:{'0' * 64}")
    assert broken(inside) == [(ChainFault.CHECKPOINT, 1)]
