"""Writing what guardians consented to: the paper is signed, the row says that it lies there and for what."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from navmark.foundation.audit.actions import Subject, record, subject_pair
from navmark.foundation.people.models import Person
from navmark.foundation.privacy.models import Consent, ConsentPurpose
from navmark.foundation.privacy.queries import consents_to


@transaction.atomic
def note_consents(
    about: Subject, people: Iterable[Person], *, purpose: ConsentPurpose, signed_on: date, by: Person, at: datetime
) -> int:
    """How many were not noted before; one that holds stays as it is."""
    kind, pk = subject_pair(about)
    there = set(consents_to(about, purpose).values_list("person", flat=True))
    rows = [
        Consent(
            person=one, purpose=purpose, about_kind=kind, about_id=pk, signed_on=signed_on, noted_by=by.pk, noted_at=at
        )
        for one in people
        if one.pk not in there
    ]  # fmt: skip
    if rows:
        Consent.objects.bulk_create(rows)
        told = [str(row.person_id) for row in rows]
        record("privacy.consented", by=by, at=at, subject=about, purpose=purpose, signed_on=signed_on, people=told)
    return len(rows)


@transaction.atomic
def withdraw(about: Subject, person: Person, *, on: date, why: str, by: Person, at: datetime) -> bool:
    """Whatever was consented to for this child and thing holds no more, and what was written beside it is gone; whether there
    was anything. As easy as it was given."""
    _kind, pk = subject_pair(about)
    rows = list(Consent.objects.select_for_update().filter(about_id=pk, person=person, withdrawn_on__isnull=True))
    for row in rows:
        row.withdrawn_on, row.withdrawn_by, row.why, row.words = on, by.pk, why, None
        row.save(update_fields=["withdrawn_on", "withdrawn_by", "why", "words"])
    if rows:
        record("privacy.withdrawn", by=by, at=at, subject=about, on=on, person=str(person.pk))
    return bool(rows)


def note_words(about: Subject, person: Person, words: str, *, purpose: ConsentPurpose) -> None:
    """What was written beside the signature that holds; the caller records that, and never what."""
    consents_to(about, purpose).filter(person=person).update(words=words)


def forget_words(things: Collection[UUID]) -> int:
    """What was written beside consents to these things is no more; of how many."""
    return Consent.objects.filter(about_id__in=things, words__isnull=False).update(words=None)


def forget_consents(things: Collection[UUID]) -> None:
    """These things are no more; nor is what was consented to for them."""
    Consent.objects.filter(about_id__in=things).delete()
