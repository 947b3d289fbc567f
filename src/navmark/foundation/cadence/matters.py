"""What waits, once a matter: a row that is hers by an office and in person, and a meeting that is due and has its record open."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from uuid import UUID

from navmark.foundation.cadence import sources
from navmark.foundation.cadence.models import Duty, Step
from navmark.foundation.cadence.queries import ORDER, SETTLED, Owed, with_states

RECORDS = (Step.RECORD, Step.LOCK)


def once_a_matter(owed: Iterable[Owed]) -> list[Owed]:
    """In their order; what was due with a record that she completes or signs is not listed beside its row, which has it in
    `asked`."""
    rows = list(owed)
    records = {one.duty.about_id for one in rows if one.duty.step in RECORDS}
    asked: dict[object, list[Owed]] = {key: [] for key in records}
    found: dict[tuple[object, ...], Owed] = {}
    for one in rows:
        duty = one.duty
        if duty.cadence_id is not None and duty.about_id in records:
            asked[duty.about_id].append(one)
        else:
            found.setdefault((duty.source_kind, duty.source_id) if duty.source_id else (duty.pk,), one)
    return [replace(one, asked=tuple(asked[one.duty.about_id])) if one.duty.step in RECORDS else one for one in found.values()]


def all_of(subjects: Iterable[UUID], *, on: date) -> list[Owed]:
    """Everything these subjects owe or owed, once a matter, with the most urgent of its states: late, to do, waiting, coming,
    each by day; then what is settled, newest first."""
    rows = Duty.objects.filter(subject_id__in=list(subjects), closed_at__isnull=True).exclude(source_kind__in=sources.beside())
    return sorted(map(_urgent, once_a_matter(sorted(with_states(rows, on), key=_place))), key=_place)


def _urgent(one: Owed) -> Owed:
    return replace(one, state=min((one.state, *(other.state for other in one.asked)), key=ORDER.index))


def _place(one: Owed) -> tuple[object, ...]:
    day = (one.due_on or date.max).toordinal()
    return (ORDER.index(one.state), -day if one.state in SETTLED else day, one.duty.opens_on, one.duty.pk)
