"""Writing the access log."""

from datetime import datetime
from typing import Any

from django.db import transaction

from navmark.foundation.audit.actions import Subject, id_of, record, subject_pair
from navmark.foundation.privacy.models import AccessEntry, OpenedPart, Purpose
from navmark.foundation.tenancy.models import School


@transaction.atomic
def note_opening(subject: Subject, *, part: str, purpose: str, by: Any, at: datetime, words: str = "") -> AccessEntry:
    """Note who opens what for which purpose. The trail gets the purpose's code, never the words. Raises ValueError for an
    unknown purpose, and for OTHER without words: a log of reasons that name none would be worth nothing."""
    if purpose not in Purpose or (purpose == Purpose.OTHER and not words.strip()):
        raise ValueError(f"{purpose} with {words!r} names no purpose")
    kind, pk = subject_pair(subject)
    entry = AccessEntry.objects.create(
        at=at, by=id_of(by), subject_kind=kind, subject_id=pk, part=part, purpose=purpose, words=words.strip()
    )
    record("privacy.opened", by=by, at=at, subject=subject, part=part, purpose=purpose)
    return entry


def note_roster(school: School, *, words: str, at: datetime, by: Any = None) -> AccessEntry:
    """The pupils' roster leaves the product; at the command line nobody is logged in, and `by` is the system."""
    return note_opening(school, part=OpenedPart.ROSTER, purpose=Purpose.OTHER, words=words, by=by, at=at)
