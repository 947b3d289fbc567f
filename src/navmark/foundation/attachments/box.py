"""The files of one owner as its page shows them, with the form to add some for whoever keeps the owner."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from navmark.foundation.attachments.forms import FilesForm
from navmark.foundation.attachments.owners import FilePlace
from navmark.foundation.attachments.queries import AttachedFile, lines_with_removed


@dataclass(frozen=True)
class FilesBox:
    lines: list[AttachedFile]
    removed: list[AttachedFile]  # for a day they can be brought back
    closed_at: datetime | None
    form: FilesForm | None  # None for whoever may only look
    url: str


def files_box(
    owner_kind: str, owner_id: UUID, *, keeps: bool, closed_at: datetime | None, at: datetime, places: Sequence[FilePlace] = ()
) -> FilesBox:
    """`places`: the questions of the owner's paper that files answer."""
    labels = {one.key: one.label for one in places}
    found = lines_with_removed(owner_kind, owner_id, closed_at=closed_at, at=at)
    lines = [replace(one, called=labels.get(one.attachment.place) or one.attachment.get_kind_display()) for one in found]
    return FilesBox(
        lines=[line for line in lines if not line.attachment.removed_at],
        removed=[line for line in lines if line.attachment.removed_at] if keeps else [],
        closed_at=closed_at,
        form=FilesForm(places=places) if keeps else None,
        url=reverse("attachments:attach", args=[owner_kind, owner_id]),
    )
