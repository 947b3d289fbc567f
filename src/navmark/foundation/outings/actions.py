"""Writing an outing: its groups and its counts. Whoever calls has asked the door."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from navmark.foundation.audit.actions import record
from navmark.foundation.cadence import waiting
from navmark.foundation.outings import refusals
from navmark.foundation.outings.models import HeadCount, OutingGroup, Traveller
from navmark.foundation.outings.outing import Outing
from navmark.foundation.people.models import Person
from navmark.foundation.registers.actions import locked
from navmark.foundation.slips.actions import insist_open


@transaction.atomic
def divide(outing: Outing, *, most: int, by: Person, at: datetime) -> int:
    """Anew into groups of at most so many, class by class, so that groups of a class differ by one at most; led for now by who
    goes along, in turn. How many groups. Raises NobodyListed, AlreadyCounted, ListClosed."""
    insist_open(outing)
    locked(outing.entry.pk)
    if not outing.signed:
        raise refusals.NobodyListed
    if HeadCount.objects.filter(group__in=outing.groups).exists():
        raise refusals.AlreadyCounted
    leaders = outing.teachers() or [by]
    parts = [part for unit in outing.classes for part in _parts(outing.of(unit)[0], most)]
    OutingGroup.objects.filter(entry=outing.entry).delete()
    groups = [OutingGroup(entry=outing.entry, number=n + 1, leader=leaders[n % len(leaders)]) for n in range(len(parts))]
    rows = [
        Traveller(entry=outing.entry, group=group, pupil=one) for group, part in zip(groups, parts, strict=True) for one in part
    ]
    OutingGroup.objects.bulk_create(groups)
    Traveller.objects.bulk_create(rows)
    record("outings.grouped", by=by, at=at, subject=outing.entry, groups=len(parts), most=most)
    waiting.changed("entry", [outing.entry.pk], at=at)
    return len(parts)


def _parts(pupils: Sequence[Person], most: int) -> list[Sequence[Person]]:
    count = -(-len(pupils) // most)
    return [pupils[len(pupils) * n // count : len(pupils) * (n + 1) // count] for n in range(count)]


@transaction.atomic
def lead(outing: Outing, leaders: Mapping[UUID, Person], *, by: Person, at: datetime) -> None:
    """Who leads which group. Raises ListClosed."""
    insist_open(outing)
    for group in outing.groups:
        if group.pk in leaders and group.leader_id != leaders[group.pk].pk:
            group.leader = leaders[group.pk]
            group.save(update_fields=["leader"])
            record("outings.led", by=by, at=at, subject=outing.entry, group=group.number, leader=str(group.leader_id))
    waiting.changed("entry", [outing.entry.pk], at=at)


@transaction.atomic
def move(outing: Outing, traveller: Traveller, group: OutingGroup, *, by: Person, at: datetime) -> None:
    """Into another group. Raises ListClosed."""
    insist_open(outing)
    traveller.group = group
    traveller.save(update_fields=["group"])
    record("outings.grouped", by=by, at=at, subject=outing.entry, pupil=str(traveller.pupil_id), group=group.number)


@transaction.atomic
def count(outing: Outing, group: OutingGroup, *, point: str, there: int, note: str, by: Person, at: datetime) -> HeadCount:
    """As it was counted; a second count at a point takes the place of the first, both stand in the trail. Raises MoreThanThere,
    SayWhatWasDone."""
    due = len(outing.within(group))
    if there > due:
        raise refusals.MoreThanThere(due)
    if there < due and not note.strip():
        raise refusals.SayWhatWasDone
    told = {"due": due, "there": there, "note": note.strip(), "by": by.pk, "at": at}
    made, _is_new = HeadCount.objects.update_or_create(group=group, point=point, defaults=told)
    record("outings.counted", by=by, at=at, subject=group, point=point, due=due, there=there)
    return made
