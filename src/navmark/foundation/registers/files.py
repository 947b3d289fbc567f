"""Files of an entry: whoever may see it opens them, whoever keeps it or may move it on adds them, until it is closed."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.urls import reverse

from navmark.foundation.attachments.owners import OwnerKind, register
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access
from navmark.foundation.registers.models import Entry

ENTRY = "registers.entry"


def kept_by(viewer: Viewer, pk: UUID) -> Entry:
    entry = access.entry_for(viewer, pk)
    if not access.may_keep(viewer, entry) and not access.steps_open_to(viewer, entry):
        raise PermissionDenied
    return entry


def closed_at(pk: UUID) -> datetime | None:
    """A step takes the same row, so a file is removed before it or not at all."""
    return Entry.objects.select_for_update().values_list("closed_at", flat=True).get(pk=pk)


def page_of(entry: Entry) -> str:
    return reverse("registers:entry", args=[entry.pk])


register(OwnerKind(ENTRY, access.entry_for, kept_by, closed_at, page_of))
