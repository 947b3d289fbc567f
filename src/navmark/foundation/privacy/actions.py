"""Writing the access log."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from navmark.foundation.audit.actions import Subject, id_of, record, subject_pair
from navmark.foundation.people.models import Person
from navmark.foundation.privacy.models import AccessEntry, OpenedPart, Purpose
from navmark.foundation.privacy.queries import openings_of
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


def note_along(subjects: Iterable[Person], opened: AccessEntry, *, part: str, by: Person, at: datetime) -> None:
    """What opens with what was opened today is logged under the same purpose: each subject once, nobody is asked again."""
    for one in subjects:
        if not openings_of(one).filter(by=by.pk, part=part, at__gte=opened.at).exists():
            note_opening(one, part=part, purpose=opened.purpose, words=str(opened.words), by=by, at=at)


def note_roster(school: School, *, words: str, at: datetime, by: Any = None) -> AccessEntry:
    """The pupils' roster leaves the product; at the command line nobody is logged in, and `by` is the system."""
    return note_opening(school, part=OpenedPart.ROSTER, purpose=Purpose.OTHER, words=words, by=by, at=at)
