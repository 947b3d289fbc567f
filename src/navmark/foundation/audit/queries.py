"""Reading the trail."""

from django.db.models import QuerySet

from navmark.foundation.audit.actions import Subject, subject_pair
from navmark.foundation.audit.models import AuditEntry


def history_of(subject: Subject) -> QuerySet[AuditEntry]:
    """What was done to this row, the latest first."""
    kind, pk = subject_pair(subject)
    return AuditEntry.objects.filter(subject_kind=kind, subject_id=pk).order_by("-at", "-id")
