"""From open to submitted to locked: two signatures by two people; afterwards only dated amendments.

The codes of the trail begin with the room where records stood first; a code is for ever.
"""

from datetime import datetime
from typing import Any

from django.db import transaction

from navmark.foundation.audit.actions import record as note_in_trail
from navmark.foundation.audit.changes import Before
from navmark.foundation.people.models import Person
from navmark.foundation.records import selfcheck
from navmark.foundation.records.actions.opening import open_record, record_for_update
from navmark.foundation.records.kinds import record_kind
from navmark.foundation.records.models import Amendment, Record, Waiver
from navmark.foundation.records.refusals import Locked, NotSubmitted, OnlyLockedIsAmended, SamePerson
from navmark.foundation.records.states import RecordState, turn_all


@transaction.atomic
def submit(record: Record, *, by: Person, at: datetime, on_behalf_of: Person | None = None) -> Record:
    """The recorder says: this is the record.

    Raises StillBlocked while the self-check has a blocking finding that nobody lifted, Completed, Locked.
    """
    record = open_record(record.owner)
    selfcheck.require_settled(record)
    _turn(record, RecordState.SUBMITTED, by=by, at=at, submitted_by=by.pk, submitted_at=at)
    note_in_trail("proceedings.submitted", by=by, at=at, subject=record.owner, on_behalf_of=on_behalf_of)
    return record


@transaction.atomic
def send_back(record: Record, *, reason: str, by: Person, at: datetime) -> Record:
    """The second person found something: the record is open again, with the reason in its history."""
    if not record.is_submitted:
        raise NotSubmitted
    record = _opened(record, by=by, at=at)
    note_in_trail("proceedings.sent_back", by=by, at=at, subject=record.owner, reason=reason)
    return record


@transaction.atomic
def reopen(record: Record, *, by: Person, at: datetime) -> Record:
    """Whoever keeps the record takes its completion back, to write on. Raises NotSubmitted, Locked."""
    if record.is_open:
        raise NotSubmitted
    record = _opened(record, by=by, at=at)
    note_in_trail("proceedings.reopened", by=by, at=at, subject=record.owner)
    return record


def _opened(record: Record, *, by: Person, at: datetime) -> Record:
    record = record_for_update(record.owner)
    _turn(record, RecordState.OPEN, by=by, at=at, submitted_by=None, submitted_at=None)
    return record


@transaction.atomic
def lock(record: Record, *, by: Person, at: datetime, snapshot: dict[str, Any] | None = None) -> Record:
    """A second person locks the submitted record; `snapshot` is what is printed from now on; not given, its kind makes it.

    Raises NotSubmitted, SamePerson, Locked, StillBlocked.
    """
    row = Record.objects.select_for_update().get(pk=record.pk)
    row.owner = record.owner
    if row.is_locked:
        raise Locked
    if not row.is_submitted:
        raise NotSubmitted
    if row.submitted_by == by.pk:
        raise SamePerson
    selfcheck.require_settled(row)  # what it is about may have been changed after it was submitted
    facts = record_kind(row.owner_kind).snapshot(row.owner) if snapshot is None else snapshot
    _turn(row, RecordState.LOCKED, by=by, at=at, locked_by=by.pk, locked_at=at, snapshot=facts)
    note_in_trail("proceedings.locked", by=by, at=at, subject=row.owner)
    return row


def _turn(record: Record, state: RecordState, *, by: Person, at: datetime, **values: Any) -> None:
    """The one place where a record's state changes; whoever asked to be told (`states.when_turned`) follows at once."""
    record.state = state
    for name, value in values.items():
        setattr(record, name, value)
    record.save(update_fields=["state", *values])
    turn_all(record.owner_kind, record.owner, state, by=by, at=at)


@transaction.atomic
def amend(record: Record, *, text: str, by: Person, at: datetime) -> Amendment:
    """Add a dated amendment to a locked record. Raises OnlyLockedIsAmended."""
    if not record.is_locked:
        raise OnlyLockedIsAmended
    amendment = Amendment.objects.create(record=record, text=text, by=by.pk, by_name=by.name, at=at)
    note_in_trail("proceedings.amended", by=by, at=at, subject=record.owner)
    return amendment


@transaction.atomic
def waive(record: Record, *, finding: str, reason: str, by: Person, at: datetime) -> Waiver:
    """A second person, not the recorder, lifts one blocking finding, with a reason. Raises SamePerson or NotLiftable."""
    record = record_for_update(record.owner)
    recorder = next(iter(record_kind(record.owner_kind).writers(record.owner)), None)
    if by == recorder:
        raise SamePerson
    selfcheck.require_liftable(record, finding)
    waiver = Waiver.objects.create(record=record, finding=finding, reason=reason, by=by.pk, at=at)
    note_in_trail("proceedings.waived", by=by, at=at, subject=record.owner, finding=finding, reason=reason)
    return waiver


@transaction.atomic
def note_separate_record(record: Record, *, number: str, by: Person, at: datetime) -> Record:
    """另册记录: a sealed matter is written elsewhere, on paper; here stands only its number."""
    record = open_record(record.owner)
    before = Before(record, "separate_number")
    record.separate_number = number.strip()
    record.save(update_fields=["separate_number"])
    note_in_trail("proceedings.separate", by=by, at=at, subject=record.owner, changes=before.changes(record))
    return record
