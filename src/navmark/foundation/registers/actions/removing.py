"""移除: an entry that should not stand is taken out for a reason, and brought back as it stood."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction

from navmark.foundation.audit.actions import record
from navmark.foundation.cadence import waiting
from navmark.foundation.cadence.actions import unfulfil
from navmark.foundation.links.campaigns import unfollow
from navmark.foundation.people.models import Person
from navmark.foundation.registers import refusals
from navmark.foundation.registers.actions.entries import changed, locked_though_removed, reopen_what_it_closed
from navmark.foundation.registers.actions.publishing import withdraw
from navmark.foundation.registers.models import Entry
from navmark.foundation.registers.owing import SOURCE, refulfil

BROUGHT_BACK_WITHIN = timedelta(days=30)
FIELDS = ["removed_at", "removed_by", "removed_why"]


@transaction.atomic
def remove(entry: Entry, *, why: str, by: Person, at: datetime) -> Entry:
    """From now on it stands nowhere, counts nowhere, waits for nobody and is not public. A second call does nothing.

    Raises StillCarried for a campaign to which something belongs.
    """
    entry = locked_though_removed(entry.pk)
    if entry.removed_at is not None:
        return entry
    unfollow(entry.pk, at=at)
    withdraw(entry, by=by, at=at)
    entry.removed_at, entry.removed_by, entry.removed_why = at, by.pk, why
    entry.save(update_fields=FIELDS)
    record("registers.removed", by=by, at=at, subject=entry, title=entry.title, why=why)
    unfulfil((SOURCE, entry.pk))
    reopen_what_it_closed(entry, by=by, at=at)
    waiting.changed("entry", [entry.pk], at=at)
    return entry


@transaction.atomic
def bring_back(entry: Entry, *, by: Person, at: datetime) -> Entry:
    """As it stood, with all that hangs on it; what was public is not, until somebody approves it again, and a task that
    it had closed is closed by a person.

    Raises EntryNumberTaken.
    """
    entry = locked_though_removed(entry.pk)
    if entry.removed_at is None:
        return entry
    entry.removed_at, entry.removed_by, entry.removed_why = None, None, ""
    try:
        with transaction.atomic():
            entry.save(update_fields=FIELDS)
    except IntegrityError:
        raise refusals.EntryNumberTaken(entry.number or 0) from None
    record("registers.brought_back", by=by, at=at, subject=entry, title=entry.title)
    changed(entry, at=at)
    refulfil(entry, by=by, at=at)
    return entry
