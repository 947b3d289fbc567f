"""Writing the trail: one INSERT a deed; and erasing what is personal in it."""

import secrets
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils import timezone

from navmark.foundation.audit.changes import Change
from navmark.foundation.audit.digest import canonical, digest_of
from navmark.foundation.audit.kinds import kind as known_kind
from navmark.foundation.audit.models import AuditEntry
from navmark.foundation.audit.signing import current_key, sign
from navmark.foundation.tenancy.scope import active_school_id

ERASED = "audit.erased"
Subject = models.Model | tuple[str, UUID] | None


def id_of(one: Any) -> UUID | None:
    """The id of a person, of a row, or an id as it is."""
    return getattr(one, "pk", one)


def subject_pair(subject: Subject) -> tuple[str, UUID | None]:
    """(kind, id) of a row: the kind is its model's label, "people.person"."""
    if subject is None:
        return ("", None)
    if isinstance(subject, models.Model):
        return (subject._meta.label_lower, subject.pk)
    return subject


def record(
    kind: str,
    *,
    by: Any,
    at: datetime | None = None,
    subject: Subject = None,
    on_behalf_of: Any = None,
    changes: list[Change] | None = None,
    **payload: Any,
) -> AuditEntry:
    """Note that `by` (a person, an id, or None for the system) did this to `subject` (a row, or a pair of kind and id).

    `changes` is from what to what (see `changes.py`). What is personal goes into the payload, which can be erased, and the
    changes with it. Raises LookupError for a kind nobody registered.
    """
    entry = told(kind, by=by, at=at, subject=subject, on_behalf_of=on_behalf_of, changes=changes, **payload)
    entry.save(force_insert=True)
    return entry


def record_all(entries: Iterable[AuditEntry]) -> None:
    """What was done to many things in one go, each `told`. One INSERT."""
    AuditEntry.objects.bulk_create(entries)


def told(
    kind: str,
    *,
    by: Any,
    at: datetime | None = None,
    subject: Subject = None,
    on_behalf_of: Any = None,
    changes: list[Change] | None = None,
    **payload: Any,
) -> AuditEntry:
    """The row that `record` writes, not yet written."""
    known_kind(kind)
    subject_kind, subject_id = subject_pair(subject)
    entry = AuditEntry(
        at=at or timezone.now(), kind=kind, by=id_of(by), on_behalf_of=id_of(on_behalf_of),
        subject_kind=subject_kind, subject_id=subject_id,
    )  # fmt: skip
    if changes:
        payload["changes"] = changes
    if payload:
        entry.payload, entry.salt = canonical(payload), secrets.token_hex(16)
    entry.claim_school()
    entry.payload_digest = entry.salted()
    entry.digest = entry.computed_digest()
    return entry


@transaction.atomic
def erase_payload(entry: AuditEntry, *, by: Any, at: datetime) -> None:
    """Erase what a row says about a person; a signed row says that it was done, and by whom. The chain still verifies."""
    rows = AuditEntry._base_manager.filter(school_id=entry.school_id, pk=entry.pk).exclude(payload="").exclude(kind=ERASED)
    if rows.update(payload="", salt=""):
        key = current_key()
        record(ERASED, by=by, at=at, subject=entry, key=key, signature=sign(erasure(entry.pk, by=id_of(by)), key))
        entry.payload = entry.salt = ""


def erasure(pk: UUID, *, by: UUID | None) -> str:
    """What is signed when a row is erased."""
    return digest_of(("erased", active_school_id(), pk, by))
