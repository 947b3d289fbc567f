"""Recomputing the chain, and naming what no longer fits."""

from collections.abc import Iterator
from itertools import groupby
from uuid import UUID

from django.db.models import Count, Max, Min, Q

from navmark.foundation.audit.actions import ERASED, erasure
from navmark.foundation.audit.digest import ALGORITHM, digest_of, hexdigest, is_known
from navmark.foundation.audit.findings import ChainFault, ChainFinding
from navmark.foundation.audit.models import AuditBatch, AuditCheckpoint, AuditEntry
from navmark.foundation.audit.retention import is_ours
from navmark.foundation.audit.signing import is_signed
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within

Erased = dict[UUID | None, bool | None]


def verify(school: School) -> list[ChainFinding]:
    """The first fault of every batch of this school's trail, oldest first, and what is not sealed yet."""
    with within(school):
        erased = _erased()
        checkpoint = AuditCheckpoint.objects.order_by("-number").first()
        start = checkpoint.number if checkpoint else 0
        found = [*_checkpoint_fault(checkpoint), *_chain_faults(start, checkpoint.hash if checkpoint else "", erased)]
        return [*found, *_unsealed(erased)]


def signed_by(school: School) -> list[tuple[str, int, int]]:
    """Which key signed which batches: (key, first, last), oldest first; the key "" is from before there was one."""
    with within(school):
        spans = AuditBatch.objects.order_by().values_list("key").annotate(first=Min("number"), last=Max("number"))
        return sorted(spans, key=lambda span: span[1])


def _erased() -> Erased:
    """Rows that were erased: True when that is signed, or was sealed before there were keys; None when the key is not here."""
    unsigned = set(AuditBatch.objects.filter(key="").values_list("number", flat=True))
    found: Erased = {}
    for row in AuditEntry.objects.filter(kind=ERASED):
        verdict = True if row.batch in unsigned else _is_signed_erasure(row)
        found[row.subject_id] = verdict or found.get(row.subject_id, verdict)
    return found


def _is_signed_erasure(row: AuditEntry) -> bool | None:
    facts = row.facts
    if row.subject_id is None or "key" not in facts:
        return False
    return is_signed(erasure(row.subject_id, by=row.by), facts["key"], facts["signature"])


def _checkpoint_fault(checkpoint: AuditCheckpoint | None) -> Iterator[ChainFinding]:
    signed = is_ours(checkpoint) if checkpoint else True
    if checkpoint and not signed:
        yield ChainFinding(ChainFault.KEY if signed is None else ChainFault.CHECKPOINT, batch=checkpoint.number)


def _chain_faults(number: int, previous: str, erased: Erased) -> Iterator[ChainFinding]:
    start, key = number, ""
    for batch, rows in _batches():
        if batch.number != number + 1:
            yield ChainFinding(ChainFault.GAP, batch=number + 1)
        elif fault := _batch_fault(batch, previous, key) or _rows_fault(batch, rows, erased):
            yield fault
        elif batch.is_authentic() is None:
            yield ChainFinding(ChainFault.KEY, batch=batch.number)
        number, previous, key = batch.number, batch.hash, batch.key or key
    stray = AuditEntry.objects.filter(Q(batch__gt=number) | Q(batch__lte=start)).aggregate(first=Min("batch"))["first"]
    if stray is not None:
        yield ChainFinding(ChainFault.GAP, batch=stray)


def _batch_fault(batch: AuditBatch, previous: str, key: str) -> ChainFinding | None:
    if not is_known(batch.algorithm) or batch.previous != previous or batch.is_authentic() is False:
        return ChainFinding(ChainFault.LINK, batch=batch.number)
    return ChainFinding(ChainFault.UNSIGNED, batch=batch.number) if key and not batch.key else None


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


def _rows_fault(batch: AuditBatch, rows: list[AuditEntry], erased: Erased) -> ChainFinding | None:
    for row in rows:
        if fault := _row_fault(row, erased, batch.algorithm):
            return ChainFinding(fault, batch=batch.number, entry=row.pk)
    if len(rows) != batch.count or digest_of((row.digest for row in rows), batch.algorithm) != batch.entries_digest:
        return ChainFinding(ChainFault.ROWS, batch=batch.number)
    return None


def _row_fault(row: AuditEntry, erased: Erased, algorithm: str = ALGORITHM) -> ChainFault | None:
    if row.computed_digest(algorithm) != row.digest:
        return ChainFault.CHANGED
    if not row.payload and row.payload_digest != hexdigest("", algorithm):
        verdict = erased.get(row.pk, False)
        return ChainFault.KEY if verdict is None else None if verdict else ChainFault.ERASED
    return None if row.salted(algorithm) == row.payload_digest else ChainFault.CHANGED


def _unsealed(erased: Erased) -> Iterator[ChainFinding]:
    rows = AuditEntry.objects.filter(batch=None)
    for row in rows.order_by("id").iterator():
        if fault := _row_fault(row, erased):
            yield ChainFinding(fault, entry=row.pk)
    waiting = rows.aggregate(count=Count("id"), since=Min("at"))
    if waiting["count"]:
        yield ChainFinding(ChainFault.UNSEALED, since=waiting["since"])
