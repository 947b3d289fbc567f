"""What is attached. Who may see it is the owner's question: ask the owner's own door first."""

from uuid import UUID

from django.db.models import QuerySet

from navmark.foundation.records.models import Attachment


def attachments_of(kind: str, owner_id: UUID) -> QuerySet[Attachment]:
    """The owner's files, oldest first."""
    return Attachment.objects.filter(owner_kind=kind, owner_id=owner_id)
