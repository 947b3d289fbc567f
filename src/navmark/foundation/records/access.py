"""The only door to a record is its owner's: whoever sees the owner reads it, whoever keeps the owner writes it, and whoever
oversees the owner signs it as the second person."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from navmark.foundation.people.viewer import Viewer
from navmark.foundation.records.kinds import RecordKind, record_kind
from navmark.foundation.records.models import Record
from navmark.foundation.records.queries import record_of


def record_seen_by(viewer: Viewer, owner_kind: str, owner_id: UUID) -> Record:
    return record_of(_known(owner_kind).seen_by(viewer, owner_id))


def record_to_write(viewer: Viewer, owner_kind: str, owner_id: UUID) -> Record:
    """The record, for whoever keeps its owner: 404 if not even visible, 403 if only visible."""
    return record_of(_known(owner_kind).kept_by(viewer, owner_id))


def record_to_lock(viewer: Viewer, owner_kind: str, owner_id: UUID) -> Record:
    record = record_seen_by(viewer, owner_kind, owner_id)
    if not may_lock(viewer, record):
        raise PermissionDenied
    return record


def may_lock(viewer: Viewer, record: Record) -> bool:
    """The second signature is that of whoever oversees it, never of who submitted it."""
    return viewer.person.pk != record.submitted_by and record_kind(record.owner_kind).is_overseen_by(viewer, record.owner)


def _known(owner_kind: str) -> RecordKind:
    try:
        return record_kind(owner_kind)
    except LookupError:
        raise Http404 from None
