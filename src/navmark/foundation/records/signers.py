"""Who may sign a record as the second person: named, so that nobody completes what then nobody may lock."""

from datetime import date

from navmark.foundation.people.models import Person
from navmark.foundation.records.kinds import record_kind
from navmark.foundation.records.models import Record


def signers(record: Record, *, on: date) -> list[Person]:
    """Everybody who may lock the record, whoever completes it, as `access.may_lock` says."""
    return record_kind(record.owner_kind).overseers(record.owner, on)


def second_signers(record: Record, *, first: Person, on: date) -> list[Person]:
    """Whom the record waits for, once `first` has completed it or whoever did."""
    by = record.submitted_by or first.pk
    return [one for one in signers(record, on=on) if one.pk != by]


def who_leaves_a_second(record: Record, *, first: Person, on: date) -> list[Person]:
    """Where nobody could lock after `first`: those who answer for the record and leave somebody to lock it."""
    may_lock = {one.pk for one in signers(record, on=on)}
    writers = record_kind(record.owner_kind).writers(record.owner)
    others = [one for one in writers if one is not None and one.pk != first.pk]
    return [one for one in others if may_lock - {one.pk}] if may_lock <= {first.pk} else []
