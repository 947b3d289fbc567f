"""The chain: batches of rows, each signed and bound to the one before, so that a later change shows, and where.

What it cannot show by itself: that the newest batches were cut off together with their rows. Who keeps the `tip` on paper
can compare it.
"""

from datetime import datetime

from django.db import transaction

from navmark.foundation.audit.digest import digest_of
from navmark.foundation.audit.models import AuditBatch, AuditCheckpoint, AuditEntry
from navmark.foundation.audit.signing import current_key, sign
from navmark.foundation.tenancy.models import each_school
from navmark.foundation.tenancy.scope import active_school_id


def seal(at: datetime) -> int:
    """Seal what every school wrote since the last time, for the minute tick. Returns the number of batches."""
    return sum(seal_school(at) is not None for _school in each_school())


def seal_school(at: datetime) -> AuditBatch | None:
    """Seal the active school's rows that are not sealed yet; None when there are none."""
    waiting = AuditEntry._base_manager.filter(school_id=active_school_id(), batch=None)
    if not waiting.exists():
        return None
    with transaction.atomic():
        number, previous = tip()
        # Who updates a row owns it: rows that another process commits meanwhile wait for the next batch.
        return _link(number + 1, previous, at) if waiting.update(batch=number + 1) else None


def _link(number: int, previous: str, at: datetime) -> AuditBatch:
    rows = list(AuditEntry.objects.filter(batch=number).order_by("id").values_list("id", "digest"))
    batch = AuditBatch(
        number=number, sealed_at=at, count=len(rows), first=rows[0][0], last=rows[-1][0],
        entries_digest=digest_of(digest for _id, digest in rows), previous=previous, key=current_key(),
    )  # fmt: skip
    batch.claim_school()
    batch.hash = sign(batch.statement(), batch.key)
    batch.save(force_insert=True)
    return batch


def tip() -> tuple[int, str]:
    """Number and hash of the active school's newest link; (0, "") before the first."""
    newest = AuditBatch.objects.order_by("-number").first() or AuditCheckpoint.objects.order_by("-number").first()
    return (newest.number, newest.hash) if newest else (0, "")
