"""The only door to a file is its owner's: whoever may see the owner may open it, whoever keeps the owner may add and remove."""

from typing import Any
from uuid import UUID

from django.http import Http404

from navmark.foundation.attachments.models import Attachment
from navmark.foundation.attachments.owners import OwnerKind, owner_kind
from navmark.foundation.people.viewer import Viewer


def owner_kept_by(viewer: Viewer, kind: str, pk: UUID) -> tuple[Any, str]:
    """The owner, and the address of its files, for whoever keeps it: 404 if not even visible, 403 if only visible."""
    known = _known(kind)
    owner = known.kept_by(viewer, pk)
    return owner, f"{known.page(owner)}#attachments"


def attachment_for(viewer: Viewer, pk: UUID) -> Attachment:
    """The file if the viewer may see its owner; else 404, so that an id guessed elsewhere opens nothing."""
    attachment = _found(pk)
    _known(attachment.owner_kind).seen_by(viewer, attachment.owner_id)
    return attachment


def attachment_kept_by(viewer: Viewer, pk: UUID, *, removed: bool = False) -> tuple[Attachment, str]:
    """The file (or one that was removed) and the address where it stands, for whoever keeps its owner; else 404 or 403."""
    attachment = _found(pk, removed=removed)
    _owner, page = owner_kept_by(viewer, attachment.owner_kind, attachment.owner_id)
    return attachment, page


def _found(pk: UUID, *, removed: bool = False) -> Attachment:
    attachment = Attachment.objects.filter(pk=pk, removed_at__isnull=not removed).first()
    if attachment is None:
        raise Http404
    return attachment


def _known(kind: str) -> OwnerKind:
    try:
        return owner_kind(kind)
    except LookupError:
        raise Http404 from None
