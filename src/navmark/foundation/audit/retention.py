"""How long the trail is kept: three years unless the school decides otherwise, never less than six months.

The Cybersecurity Law, article 23(3), asks for six months at least. What is deleted is a whole beginning of the chain; a
signed checkpoint takes its place, from which the rest still verifies.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from django.core.signing import Signer
from django.db import transaction
from django.utils.crypto import constant_time_compare
from django.utils.timezone import localdate, make_aware
from django.utils.translation import gettext as _

from navmark.foundation.audit.actions import id_of, record
from navmark.foundation.audit.models import AuditBatch, AuditCheckpoint, AuditEntry
from navmark.foundation.audit.signing import current_key, is_signed, sign
from navmark.foundation.tenancy.policy import Policy
from navmark.foundation.tenancy.scope import active_school_id

LEAST_MONTHS = 6
_before_keys = Signer(salt="navmark.audit.checkpoint")


@dataclass(frozen=True)
class TrailPolicy(Policy):
    """留痕保存期限."""

    code: ClassVar[str] = "audit"
    months_kept: int = 36


class TooYoung(ValueError):
    """The law asks that these rows be kept still."""

    def __init__(self, allowed: date) -> None:
        super().__init__(
            _("The trail is kept for six months at least: today, rows of before %(day)s may be deleted.") % {"day": allowed}
        )


def months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def retain_due(*, at: datetime) -> AuditCheckpoint | None:
    """Delete what is past the active school's term: for the nightly tick."""
    today = localdate(at)
    months = max(TrailPolicy.on(today).months_kept, LEAST_MONTHS)
    return retain(months_before(today, months), at=at, by=None)


@transaction.atomic
def retain(before: date, *, at: datetime, by: Any) -> AuditCheckpoint | None:
    """Delete the batches that were closed before a day, from the chain's beginning on, and leave a signed checkpoint.

    Returns None when there are none. Raises TooYoung when the law asks to keep some of them.
    """
    allowed = months_before(localdate(at), LEAST_MONTHS)
    if before > allowed:
        raise TooYoung(allowed)
    last = _last_to_go(before)
    if last is None:
        return None
    checkpoint = AuditCheckpoint(
        at=at, by=id_of(by), before=before, number=last.number, hash=last.hash, entries=_delete_through(last.number)
    )
    checkpoint.claim_school()
    key = current_key()
    checkpoint.signature = f"{key}:{sign(checkpoint.statement(), key)}"
    checkpoint.save(force_insert=True)
    record("audit.retained", by=by, at=at, subject=checkpoint, before=before, rows=checkpoint.entries)
    return checkpoint


def is_ours(checkpoint: AuditCheckpoint) -> bool | None:
    """Whether we signed it; None when the key is not here. Before there were keys by name, the site's secret signed."""
    key, named, signature = checkpoint.signature.rpartition(":")
    if named:
        return is_signed(checkpoint.statement(), key, signature)
    return constant_time_compare(_before_keys.signature(checkpoint.statement()), signature)


def _last_to_go(before: date) -> AuditBatch | None:
    """The last batch of the chain's beginning in which everything is older than the day."""
    midnight = make_aware(datetime(before.year, before.month, before.day))
    kept = AuditEntry.objects.filter(at__gte=midnight, batch__isnull=False).order_by("batch").first()
    old = AuditBatch.objects.filter(sealed_at__lt=midnight)
    return (old.filter(number__lt=kept.batch) if kept else old).order_by("-number").first()


def _delete_through(number: int) -> int:
    school = active_school_id()
    count, _by_model = AuditEntry._base_manager.filter(school_id=school, batch__lte=number).delete()
    AuditBatch._base_manager.filter(school_id=school, number__lte=number).delete()
    return count
