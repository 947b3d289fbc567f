"""What one person is to do: from a decision, a promise, a notice; once a source."""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from navmark.foundation.audit.actions import record
from navmark.foundation.cadence.models import Duty, Fulfilment
from navmark.foundation.cadence.moments import first_notice_on, set_due
from navmark.foundation.cadence.renewing import renew
from navmark.foundation.people.models import Person

Source = tuple[str, UUID]


@transaction.atomic
def one_off(*, title: str, owner: Person, due_on: date, source: Source, by: Person, at: datetime) -> Duty:
    """A task of one person, from a decision, a promise, a notice; once a source. The title and day follow the source."""
    values = {"title": title, "subject_kind": "person", "subject_id": owner.pk, "opens_on": min(at.date(), due_on)}
    duty, _made = Duty.objects.update_or_create(
        school_id=owner.school_id, source_kind=source[0], source_id=source[1], defaults=values
    )
    set_due(duty, due_on, grace_days=0)
    duty.next_notice_on = first_notice_on(duty)
    duty.save()
    return duty


def withdraw(kind: str, ids: Iterable[UUID]) -> None:
    """Remove the one-offs of sources that are no more, unless they were done already."""
    Duty.objects.filter(source_kind=kind, source_id__in=list(ids), fulfilments__isnull=True).delete()


@transaction.atomic
def complete(duty: Duty, *, on: date, by: Person, at: datetime, on_behalf_of: Person | None = None) -> None:
    """A one-off is done. Twice is once."""
    Fulfilment.objects.get_or_create(
        school_id=duty.school_id, duty=duty, source_kind="said", source_id=duty.pk,
        defaults={"done_on": on, "noted_by": by.pk, "noted_at": at},
    )  # fmt: skip
    renew(Duty.objects.filter(pk=duty.pk))
    record("cadence.completed", by=by, at=at, subject=duty, on_behalf_of=on_behalf_of)


def complete_source(source: Source, *, on: date, by: Person, at: datetime, on_behalf_of: Person | None = None) -> None:
    """Complete the one-off of this source, if there is one."""
    duty = _open_one(source)
    if duty is not None:
        complete(duty, on=on, by=by, at=at, on_behalf_of=on_behalf_of)


def _open_one(source: Source) -> Duty | None:
    """Of its one-offs that of whom it is now: one that was another's before is closed."""
    return Duty.objects.filter(source_kind=source[0], source_id=source[1], closed_at__isnull=True).first()


@transaction.atomic
def reopen(duty: Duty, *, by: Person, at: datetime, on_behalf_of: Person | None = None) -> None:
    """Take back that a one-off is done. What was not said to be done stays as it is."""
    said = Fulfilment.objects.filter(duty=duty, source_kind="said", source_id=duty.pk)
    if said.delete()[0]:
        renew(Duty.objects.filter(pk=duty.pk))
        record("cadence.reopened", by=by, at=at, subject=duty, on_behalf_of=on_behalf_of)


def reopen_source(source: Source, *, by: Person, at: datetime, on_behalf_of: Person | None = None) -> None:
    """Reopen the one-off of this source, if there is one."""
    duty = _open_one(source)
    if duty is not None:
        reopen(duty, by=by, at=at, on_behalf_of=on_behalf_of)
