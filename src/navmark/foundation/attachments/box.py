"""The files of one owner as its page shows them, with the form to add some for whoever keeps the owner."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from navmark.foundation.attachments.forms import FilesForm
from navmark.foundation.attachments.queries import AttachedFile, lines_with_removed


@dataclass(frozen=True)
class FilesBox:
    lines: list[AttachedFile]
    removed: list[AttachedFile]  # for a day they can be brought back
    closed_at: datetime | None
    form: FilesForm | None  # None for whoever may only look
    url: str


def files_box(owner_kind: str, owner_id: UUID, *, keeps: bool, closed_at: datetime | None, at: datetime) -> FilesBox:
    lines = lines_with_removed(owner_kind, owner_id, closed_at=closed_at, at=at)
    return FilesBox(
        lines=[line for line in lines if not line.attachment.removed_at],
        removed=[line for line in lines if line.attachment.removed_at] if keeps else [],
        closed_at=closed_at,
        form=FilesForm() if keeps else None,
        url=reverse("attachments:attach", args=[owner_kind, owner_id]),
    )
