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
from navmark.foundation.people.models import Person
from navmark.foundation.privacy.models import AccessEntry
from navmark.foundation.privacy.queries import midnight
from navmark.foundation.tenancy.policy import Policy, PolicyDecision
from navmark.foundation.tenancy.scope import active_school_id


@dataclass(frozen=True)
class AccessLogPolicy(Policy):
    """查阅记录保存期限."""

    code: ClassVar[str] = "privacy.access_log"
    months_kept: int = 36


@dataclass(frozen=True)
class LogTerm:
    """The months that hold on a day. `decision` is None while the school has decided nothing."""

    months: int
    decision: PolicyDecision | None
    decided_by: str = ""


def months_kept(on: date) -> int:
    return max(AccessLogPolicy.on(on).months_kept, LEAST_MONTHS)


def term_on(on: date) -> LogTerm:
    decision = PolicyDecision.objects.filter(policy=AccessLogPolicy.code, holds_from__lte=on).last()
    who = Person.objects.filter(pk=decision.decided_by).first() if decision else None
    return LogTerm(months_kept(on), decision, who.name if who else "")


@transaction.atomic
def set_term(months: int, *, basis: str, by: Person, at: datetime) -> None:
    """From today on the log is kept this long. Raises ValueError below the floor."""
    if months < LEAST_MONTHS:
        raise ValueError(f"the access log is kept for {LEAST_MONTHS} months at least")
    decision = AccessLogPolicy.decide("months_kept", months, holds_from=localdate(at), basis=basis, by=by.pk, at=at)
    record("privacy.term", by=by, at=at, subject=decision, months=months, basis=basis)


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
