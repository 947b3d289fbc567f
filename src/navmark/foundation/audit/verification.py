"""Recomputing the chain, and naming what no longer fits."""

from collections.abc import Iterator
from itertools import groupby
from uuid import UUID

from django.db.models import Count, Min, Q

from navmark.foundation.audit.digest import ALGORITHM, digest_of, hexdigest, is_known
from navmark.foundation.audit.findings import Fault, Finding
from navmark.foundation.audit.models import AuditBatch, AuditCheckpoint, AuditEntry
from navmark.foundation.audit.retention import is_signed
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within


def verify(school: School) -> list[Finding]:
    """The first fault of every batch of this school's trail, oldest first, and what is not sealed yet."""
    with within(school):
        rows = AuditEntry.objects.filter(kind="audit.erased", subject_id__isnull=False)
        erased = {key for key in rows.values_list("subject_id", flat=True) if key}
        checkpoint = AuditCheckpoint.objects.order_by("-number").first()
        start = checkpoint.number if checkpoint else 0
        found = [*_checkpoint_fault(checkpoint), *_chain_faults(start, checkpoint.hash if checkpoint else "", erased)]
        return [*found, *_unsealed(erased)]


def _checkpoint_fault(checkpoint: AuditCheckpoint | None) -> Iterator[Finding]:
    if checkpoint and not is_signed(checkpoint):
        yield Finding(Fault.CHECKPOINT, batch=checkpoint.number)


def _chain_faults(number: int, previous: str, erased: set[UUID]) -> Iterator[Finding]:
    start = number
    for batch, rows in _batches():
        if batch.number != number + 1:
            yield Finding(Fault.GAP, batch=number + 1)
        elif not is_known(batch.algorithm) or batch.previous != previous or batch.computed_hash() != batch.hash:
            yield Finding(Fault.LINK, batch=batch.number)
        elif fault := _rows_fault(batch, rows, erased):
            yield fault
        number, previous = batch.number, batch.hash
    stray = AuditEntry.objects.filter(Q(batch__gt=number) | Q(batch__lte=start)).aggregate(first=Min("batch"))["first"]
    if stray is not None:
        yield Finding(Fault.GAP, batch=stray)


def _batches() -> Iterator[tuple[AuditBatch, list[AuditEntry]]]:
    """Each batch with its rows, in one pass over both tables."""
    entries = AuditEntry.objects.filter(batch__isnull=False).order_by("batch", "id").iterator()
    groups = groupby(entries, key=lambda entry: entry.batch)
    group = next(groups, None)
    for batch in AuditBatch.objects.order_by("number").iterator():
        rows: list[AuditEntry] = []
        while group and group[0] <= batch.number:
            rows = list(group[1]) if group[0] == batch.number else []
            group = next(groups, None)
        yield batch, rows


def _rows_fault(batch: AuditBatch, rows: list[AuditEntry], erased: set[UUID]) -> Finding | None:
    for row in rows:
        if fault := _row_fault(row, erased, batch.algorithm):
            return Finding(fault, batch=batch.number, entry=row.pk)
    if len(rows) != batch.count or digest_of((row.digest for row in rows), batch.algorithm) != batch.entries_digest:
        return Finding(Fault.ROWS, batch=batch.number)
    return None


def _row_fault(row: AuditEntry, erased: set[UUID], algorithm: str = ALGORITHM) -> Fault | None:
    if row.computed_digest(algorithm) != row.digest:
        return Fault.CHANGED
    if not row.payload and row.payload_digest != hexdigest("", algorithm):
        return None if row.pk in erased else Fault.ERASED
    return None if row.salted(algorithm) == row.payload_digest else Fault.CHANGED


def _unsealed(erased: set[UUID]) -> Iterator[Finding]:
    rows = AuditEntry.objects.filter(batch=None)
    for row in rows.order_by("id").iterator():
        if fault := _row_fault(row, erased):
            yield Finding(fault, entry=row.pk)
    waiting = rows.aggregate(count=Count("id"), since=Min("at"))
    if waiting["count"]:
        yield Finding(Fault.UNSEALED, since=waiting["since"])
