"""A public page is opened with what somebody has approved, and taken back at once."""

import secrets
from datetime import datetime

from django.db import transaction

from navmark.foundation.audit.actions import record
from navmark.foundation.people.models import Person
from navmark.foundation.registers import refusals
from navmark.foundation.registers.actions.entries import locked
from navmark.foundation.registers.models import Entry, PublicPage
from navmark.foundation.registers.public import approvable, changed_on

BYTES = 12  # of its address: as unguessable as a lock needs, and short enough for a coarse code on a wall


@transaction.atomic
def publish(entry: Entry, *, by: Person, at: datetime) -> PublicPage:
    """Open it with what is written now; opened before, it keeps its address. Raises NothingPublic, GoneOn, EntryRemoved."""
    entry = locked(entry.pk)
    if entry.closed_at is not None:
        raise refusals.GoneOn(state=entry.standing.words)
    said, pictures = approvable(entry)
    if not said:
        raise refusals.NothingPublic
    words = {
        "title": entry.title, "said": said, "pictures": pictures, "changed_on": changed_on(entry), "approved_by": by.pk,
        "approved_at": at, "withdrawn_at": None,
    }  # fmt: skip
    page, _new = PublicPage.objects.update_or_create(
        entry=entry, defaults=words, create_defaults={**words, "token": secrets.token_urlsafe(BYTES)}
    )
    record("registers.published", by=by, at=at, subject=entry, title=entry.title, said=said, pictures=pictures)
    return page


@transaction.atomic
def withdraw(entry: Entry, *, by: Person, at: datetime) -> bool:
    """From now on nobody reads it. Whether there was one to take back."""
    gone = PublicPage.objects.filter(entry=entry, withdrawn_at__isnull=True).update(withdrawn_at=at)
    if gone:
        record("registers.withdrawn", by=by, at=at, subject=entry, title=entry.title)
    return bool(gone)
