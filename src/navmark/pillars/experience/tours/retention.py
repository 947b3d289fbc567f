"""How long what care was noted is kept: until the tour is back, and never longer than some days after its day."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from django.db import transaction
from django.utils.timezone import localdate

from navmark.foundation.audit.actions import record
from navmark.foundation.registers.models import Entry
from navmark.foundation.tenancy.policy import Policy
from navmark.pillars.experience.tours.models import CareNote
from navmark.pillars.experience.tours.tour import Tour


@dataclass(frozen=True)
class CareNotePolicy(Policy):
    """照护提示保存期限: days after the tour, where nobody has recorded that it is back."""

    code: ClassVar[str] = "tours.care_note"
    days_kept: int = 3


@transaction.atomic
def forget_due(*, at: datetime) -> int:
    """Delete the active school's notes whose tour is over, for the tick; how many there were. One query where there is none."""
    entries = Entry.objects.filter(pk__in=CareNote.objects.values("tour")).select_related("edition")
    count = 0
    for entry in entries:
        tour = Tour(entry)
        if not tour.may_change or localdate(at) > tour.day + timedelta(days=CareNotePolicy.on(localdate(at)).days_kept):
            rows, _by_model = CareNote.objects.filter(tour=entry).delete()
            record("tours.care_forgotten", by=None, at=at, subject=entry, rows=rows)
            count += rows
    return count
