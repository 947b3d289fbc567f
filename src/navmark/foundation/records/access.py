"""The only door to one attachment: through its owner, whom the caller has already been allowed to see."""

from uuid import UUID

from django.http import Http404

from navmark.foundation.records.models import Attachment
from navmark.foundation.records.queries import attachments_of


def attachment_of(kind: str, owner_id: UUID, pk: UUID) -> Attachment:
    """The file if it is this owner's; else 404, so that an id guessed elsewhere opens nothing."""
    attachment = attachments_of(kind, owner_id).filter(pk=pk).first()
    if attachment is None:
        raise Http404
    return attachment
