"""How long the access log is kept: three years unless the school decides otherwise, never less than six months.

Two laws pull: the Cybersecurity Law, article 23(3), asks for six months at least; the Personal Information Protection Law,
article 19, for no longer than needed. A school shortens the term, and no decision of its goes below the floor.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from django.db import transaction
from django.utils.timezone import localdate

from navmark.foundation.audit.actions import record
from navmark.foundation.audit.retention import LEAST_MONTHS, months_before
from navmark.foundation.privacy.models import AccessEntry
from navmark.foundation.privacy.queries import midnight
from navmark.foundation.tenancy.policy import Policy
from navmark.foundation.tenancy.scope import active_school_id


@dataclass(frozen=True)
class AccessLogPolicy(Policy):
    """查阅记录保存期限."""

    code: ClassVar[str] = "privacy.access_log"
    months_kept: int = 36


def months_kept(on: date) -> int:
    return max(AccessLogPolicy.on(on).months_kept, LEAST_MONTHS)


@transaction.atomic
def retain_due(*, at: datetime) -> int:
    """Delete the active school's rows that are past its term, for the tick; how many there were."""
    today = localdate(at)
    before = months_before(today, months_kept(today))
    due = AccessEntry._base_manager.filter(school_id=active_school_id(), at__lt=midnight(before))
    if not due.exists():  # every minute but one a day
        return 0
    count, _by_model = due.delete()
    record("privacy.retained", by=None, at=at, before=before, rows=count)
    return count
