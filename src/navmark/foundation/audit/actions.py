"""Writing the trail: one INSERT a deed."""

import secrets
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.utils import timezone

from navmark.foundation.audit.digest import payload_text, row_digest
from navmark.foundation.audit.kinds import kind as known_kind
from navmark.foundation.audit.models import AuditEntry


def _id(one: Any) -> UUID | None:
    return getattr(one, "pk", one)


def _subject(subject: Any) -> tuple[str, UUID | None]:
    if subject is None:
        return ("", None)
    if isinstance(subject, models.Model):
        return (subject._meta.label_lower, subject.pk)
    return subject


def record(
    kind: str, *, by: Any, at: datetime | None = None, subject: Any = None, on_behalf_of: Any = None, **payload: Any
) -> AuditEntry:
    """Note that `by` (a person, an id, or None for the system) did this to `subject` (a row, or a pair of kind and id).

    What is personal goes into the payload, which can be erased. Raises LookupError for a kind nobody registered.
    """
    known_kind(kind)
    subject_kind, subject_id = _subject(subject)
    entry = AuditEntry(
        at=at or timezone.now(), kind=kind, by=_id(by), on_behalf_of=_id(on_behalf_of), subject_kind=subject_kind,
        subject_id=subject_id, payload=payload_text(payload) if payload else "", salt=secrets.token_hex(8),
    )  # fmt: skip
    fixed = (entry.id, entry.at.isoformat(), kind, entry.by, entry.on_behalf_of, subject_kind, subject_id)
    entry.digest = row_digest(fixed=fixed, salt=entry.salt, payload=entry.payload)
    entry.save(force_insert=True)
    return entry
