"""Reads about records that are more than a filter."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from navmark.foundation.audit.actions import subject_pair
from navmark.foundation.records.models import Record
from navmark.foundation.records.states import RecordState


def record_of(owner: Any) -> Record:
    """The owner's record; a not yet saved, empty one when nobody has written anything."""
    kind, pk = subject_pair(owner)
    known = Record.objects.filter(owner_kind=kind, owner_id=pk).first()
    return _about(owner, known or Record(school_id=owner.school_id, owner_kind=kind, owner_id=pk))


def records_of(owners: Iterable[Any]) -> dict[UUID, Record]:
    """Owner's id -> its record, as `record_of`. One query, or none. The owners are of one kind."""
    by_id = {owner.pk: owner for owner in owners}
    if not by_id:
        return {}
    kind, _pk = subject_pair(next(iter(by_id.values())))
    known = {row.owner_id: row for row in Record.objects.filter(owner_kind=kind, owner_id__in=by_id)}
    return {
        pk: _about(owner, known.get(pk) or Record(school_id=owner.school_id, owner_kind=kind, owner_id=pk))
        for pk, owner in by_id.items()
    }


def has_record(owner_kind: str, *states: RecordState) -> Exists:
    """A condition on owners of this kind: that their record is in one of these states."""
    return Exists(
        Record.objects.filter(school=OuterRef("school"), owner_kind=owner_kind, owner_id=OuterRef("pk"), state__in=states)
    )


def _about(owner: Any, record: Record) -> Record:
    record.owner = owner
    return record
