"""Files of an entry: whoever may see it opens them, whoever keeps it or may move it on adds them, until it is closed."""

from datetime import datetime
from functools import cache
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.attachments.owners import FilePlace, OwnerKind, register
from navmark.foundation.papers.hanging import hangs_on_paper, places_on
from navmark.foundation.papers.queries import answers_of
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.privacy.queries import openings_today
from navmark.foundation.registers import access
from navmark.foundation.registers.models import Entry

EDIT = "edit"  # whose paper opens to be written

ENTRY = "registers.entry"
OF = "entry:"  # how others call those of a register: "entry:rectification"


def seen_by(viewer: Viewer, pk: UUID) -> Entry:
    """Of an entry about a child only after she has said today what for."""
    entry = access.entry_for(viewer, pk)
    if entry.register.about_children and not openings_today(entry, by=viewer.person, at=timezone.now()):
        raise PermissionDenied
    return entry


def kept_by(viewer: Viewer, pk: UUID) -> Entry:
    entry = seen_by(viewer, pk)
    if not access.may_keep(viewer, entry) and not access.steps_open_to(viewer, entry):
        raise PermissionDenied
    return entry


def closed_at(pk: UUID) -> datetime | None:
    """A step takes the same row, so a file is removed before it or not at all."""
    return Entry.objects.select_for_update(of=("self",)).select_related("edition").get(pk=pk).ended_at


def page_of(entry: Entry) -> str:
    return address_of(entry.pk)


def address_of(pk: UUID) -> str:
    return _address().format(pk)


def where_written(entry: Entry) -> str:
    """Its page with the paper open."""
    return f"{page_of(entry)}?{EDIT}={entry.pk}"


@cache
def _address() -> str:
    """Of every entry: a list names fifty of them."""
    nobody = UUID(int=0)
    return reverse("registers:entry", args=[nobody]).replace(str(nobody), "{}")


def places(entry: Entry) -> list[FilePlace]:
    return places_on(answers_of(entry), entry.day) if entry.takes_answers else []


register(OwnerKind(ENTRY, seen_by, kept_by, closed_at, page_of, places, hangs_on_paper(ENTRY)))
