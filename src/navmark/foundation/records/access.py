"""The only door to a file is its owner's: whoever may see the owner may open it, whoever keeps the owner may add and remove."""

from uuid import UUID

from django.http import Http404

from navmark.foundation.people.roles import Viewer
from navmark.foundation.records.models import Attachment
from navmark.foundation.records.owners import OwnerKind, owner_kind


def kind_of_owner(code: str) -> OwnerKind:
    try:
        return owner_kind(code)
    except LookupError:
        raise Http404 from None


def attachment_for(viewer: Viewer, pk: UUID) -> Attachment:
    """The file if the viewer may see its owner; else 404, so that an id guessed elsewhere opens nothing."""
    attachment = _found(pk)
    kind_of_owner(attachment.owner_kind).seen_by(viewer, attachment.owner_id)
    return attachment


def attachment_kept_by(viewer: Viewer, pk: UUID) -> Attachment:
    """The file if the viewer keeps its owner: 404 if not even visible, 403 if only visible."""
    attachment = _found(pk)
    kind_of_owner(attachment.owner_kind).kept_by(viewer, attachment.owner_id)
    return attachment


def _found(pk: UUID) -> Attachment:
    attachment = Attachment.objects.filter(pk=pk).first()
    if attachment is None:
        raise Http404
    return attachment
