"""The trail is sealed batch by batch; whatever is changed, taken out or put in afterwards is found and named."""

from datetime import UTC, datetime, timedelta

import pytest

from navmark.foundation.audit import chain
from navmark.foundation.audit.actions import erase_payload, record
from navmark.foundation.audit.findings import ChainFault
from navmark.foundation.audit.models import AuditBatch, AuditEntry
from navmark.foundation.audit.verification import verify
from navmark.foundation.tenancy.scope import within

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)


def write(count=3, at=NOW):
    return [record("people.added", by=None, at=at, name=f"王{number}") for number in range(count)]


@pytest.fixture
def trail(inside):
    """Two sealed batches of three rows."""
    for minute in range(2):
        write(at=NOW + timedelta(minutes=minute))
        chain.seal_school(NOW + timedelta(minutes=minute))
    return AuditEntry._base_manager.order_by("id")


def faults(school):
    return [(one.fault, one.batch) for one in verify(school)]


def test_an_untouched_trail_has_nothing_to_find(trail, school):
    assert faults(school) == []


def test_a_changed_word_is_found_in_its_row(trail, school):
    row = trail[1]
    AuditEntry._base_manager.filter(pk=row.pk).update(payload=row.payload.replace("王1", "李1"))

    assert [(one.fault, one.batch, one.entry) for one in verify(school)] == [(ChainFault.CHANGED, 1, row.pk)]


def test_a_changed_author_is_found(trail, school):
    AuditEntry._base_manager.filter(pk=trail[4].pk).update(by=school.pk)

    assert faults(school) == [(ChainFault.CHANGED, 2)]


def test_a_row_taken_out_or_put_in_is_found(trail, school):
    AuditEntry._base_manager.filter(pk=trail[0].pk).delete()
    late = write(1)[0]
    AuditEntry._base_manager.filter(pk=late.pk).update(batch=2)

    assert faults(school) == [(ChainFault.ROWS, 1), (ChainFault.ROWS, 2)]


def test_a_batch_taken_out_with_its_rows_leaves_a_gap(trail, school):
    AuditEntry._base_manager.filter(batch=1).delete()
    AuditBatch._base_manager.filter(number=1).delete()

    assert faults(school)[0] == (ChainFault.GAP, 1)


def test_what_a_row_says_is_erased_only_over_a_signature(trail, school):
    erase_payload(trail[0], by=None, at=NOW)
    assert [one for one in verify(school) if one.is_broken] == []

    AuditEntry._base_manager.filter(pk=trail[5].pk).update(payload="", salt="")
    assert (ChainFault.ERASED, 2) in faults(school)


def test_rows_of_the_last_minute_wait_and_are_no_break(trail, school):
    write(1)

    assert [(one.fault, one.is_broken) for one in verify(school)] == [(ChainFault.UNSEALED, False)]


def test_the_neighbours_trail_is_another_chain(trail, school, neighbour):
    with within(neighbour):
        write(1)
        batch = chain.seal_school(NOW)

    assert (batch.number, batch.previous, batch.count) == (1, "", 1)
    assert faults(neighbour) == faults(school) == []


def test_a_batch_that_names_an_unknown_digest_is_named_and_does_not_stop_the_search(trail, school):
    AuditBatch._base_manager.filter(number=1).update(algorithm="rot13")

    assert faults(school) == [(ChainFault.LINK, 1)]
