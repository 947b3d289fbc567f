"""How long what care was noted is kept: until it is over, and never longer than some days after its day."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from django.db import transaction
from django.utils.timezone import localdate

from navmark.foundation.audit.actions import record
from navmark.foundation.privacy.consenting import forget_words
from navmark.foundation.privacy.queries import things_with_words
from navmark.foundation.registers.models import Entry
from navmark.foundation.slips.pile import Pile
from navmark.foundation.tenancy.policy import Policy


@dataclass(frozen=True)
class CareNotePolicy(Policy):
    """照护提示保存期限: days after its day, where nobody has recorded that it is over."""

    code: ClassVar[str] = "slips.care_note"
    days_kept: int = 3


@transaction.atomic
def forget_due(*, at: datetime) -> int:
    """Delete the active school's notes of what is over, for the tick; how many there were. One query where there is none."""
    count = 0
    for entry in Entry.objects.filter(pk__in=things_with_words()).select_related("edition", "register"):
        pile, today = Pile(entry), localdate(at)
        if not pile.may_change or today > pile.day + timedelta(days=CareNotePolicy.on(today).days_kept):
            rows = forget_words([entry.pk])
            record("slips.care_forgotten", by=None, at=at, subject=entry, rows=rows)
            count += rows
    return count
