"""What is attached. Who may see it is the owner's question: ask the owner's own door first."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.files.storage import default_storage
from django.db.models import QuerySet
from django.utils.timezone import localdate

from navmark.foundation.attachments.models import Attachment
from navmark.foundation.people.models import Person
from navmark.foundation.tenancy.prepared import prepared


def attachments_of(owner_kind: str, owner_id: UUID) -> QuerySet[Attachment]:
    """The owner's files, oldest first."""
    return Attachment.objects.filter(owner_kind=owner_kind, owner_id=owner_id, removed_at=None)


def attachments_of_all(owner_kind: str, owner_ids: Collection[UUID]) -> QuerySet[Attachment]:
    """The files of several owners of a kind, oldest first."""
    return Attachment.objects.filter(owner_kind=owner_kind, owner_id__in=owner_ids, removed_at=None)


def content_of(attachment: Attachment) -> bytes:
    """Raises FileNotFoundError where the file is lost."""
    with default_storage.open(attachment.path) as file:
        return bytes(file.read())


def is_supplement(attachment: Attachment, closed_at: datetime | None) -> bool:
    """补附: it came after the owner was closed."""
    return closed_at is not None and attachment.uploaded_at > closed_at


def is_removable(attachment: Attachment, closed_at: datetime | None, *, at: datetime) -> bool:
    """What was there when the owner was closed stays. A supplement goes back on its first day only: a wrong file was chosen."""
    if closed_at is None:
        return True
    return is_supplement(attachment, closed_at) and localdate(attachment.uploaded_at) == localdate(at)


@dataclass(frozen=True)
class AttachedFile:
    attachment: Attachment
    by: str  # the name of who attached it
    supplement: bool
    removable: bool
    called: str = ""  # what it is


def lines_of(owner_kind: str, owner_id: UUID, *, closed_at: datetime | None, at: datetime) -> list[AttachedFile]:
    """The owner's files as a page lists them. Two queries."""
    lines = lines_with_removed(owner_kind, owner_id, closed_at=closed_at, at=at)
    return [line for line in lines if not line.attachment.removed_at]


def lines_with_removed(owner_kind: str, owner_id: UUID, *, closed_at: datetime | None, at: datetime) -> list[AttachedFile]:
    """The same with those that can still be brought back."""
    attachments = _of(owner_kind, owner_id)
    people = Person.objects.in_bulk({one.uploaded_by for one in attachments})
    return [
        AttachedFile(
            attachment=one,
            by=people[one.uploaded_by].name if one.uploaded_by in people else "",
            supplement=is_supplement(one, closed_at),
            removable=is_removable(one, closed_at, at=at),
        )
        for one in attachments
    ]


@prepared
def _of(owner_kind: str, owner_id: UUID) -> QuerySet[Attachment]:
    return Attachment.objects.filter(owner_kind=owner_kind, owner_id=owner_id)
