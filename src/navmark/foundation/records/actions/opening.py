"""The one check before any write to a record, or to what stands in it."""

from typing import Any

from navmark.foundation.audit.actions import subject_pair
from navmark.foundation.records.models import Record
from navmark.foundation.records.refusals import Completed, Locked


def open_record(owner: Any) -> Record:
    """The owner's record, locked for this transaction and made when there is none.

    Raises Locked or Completed: nothing but reopening opens a complete record.
    """
    record = record_for_update(owner)
    if record.is_submitted:
        raise Completed
    return record


def record_for_update(owner: Any) -> Record:
    """The same, complete or not. Raises Locked."""
    kind, pk = subject_pair(owner)
    record, _created = Record.objects.select_for_update().get_or_create(school_id=owner.school_id, owner_kind=kind, owner_id=pk)
    record.owner = owner
    if record.is_locked:
        raise Locked
    return record
