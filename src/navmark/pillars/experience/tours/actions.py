"""Writing a tour: its slips, its list, its groups, its counts. Whoever calls has asked the door."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from navmark.foundation.audit.actions import record
from navmark.foundation.cadence import waiting
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.privacy.consenting import note_consents, withdraw
from navmark.foundation.privacy.models import ConsentPurpose
from navmark.foundation.registers.actions import locked
from navmark.foundation.statute.checks.tours import may_be_listed
from navmark.pillars.experience.tours import refusals
from navmark.pillars.experience.tours.models import CareNote, HeadCount, TourGroup, Traveller
from navmark.pillars.experience.tours.tour import Tour


@transaction.atomic
def record_slips(
    tour: Tour, unit: Unit, *, slips: int, missing: Collection[UUID], signed_on: date, by: Person, at: datetime
) -> int:
    """The slips of a class that lie there now: of all that are not yet recorded, but the missing ones. They are counted too, so
    that the pile and the list agree; how many there were. Raises SlipsDiffer, ListClosed."""
    _insist_open(tour)
    there = [one for one in tour.pupils_of(unit) if one.pk not in missing and one.pk not in tour.signed]
    if slips != len(there):
        raise refusals.SlipsDiffer(slips=slips, expected=len(there))
    purpose = ConsentPurpose.TAKING_PART
    count = note_consents(tour.entry, there, purpose=purpose, signed_on=signed_on, by=by, at=at)
    waiting.changed("entry", [tour.entry.pk], at=at)
    return count


@transaction.atomic
def list_classes(tour: Tour, units: Sequence[Unit], *, by: Person, at: datetime) -> tuple[int, list[Person]]:
    """Everybody of these classes whose slip is there goes on the list: (how many came on it, who could not). Raises
    ListClosed."""
    _insist_open(tour)
    known = {one.pupil_id: one for one in Traveller.objects.filter(tour=tour.entry)}
    fresh: list[Traveller] = []
    left_out: list[Person] = []
    for unit in units:
        pupils = {one.pk: one for one in tour.pupils_of(unit)}
        may, may_not = may_be_listed(list(pupils), signed=tour.signed)
        left_out += [pupils[pk] for pk in may_not]
        fresh += [Traveller(tour=tour.entry, pupil=pupils[pk], unit=unit) for pk in may if pk not in known]
        again = [known[pk].pk for pk in may if pk in known and known[pk].off_on]
        Traveller.objects.filter(pk__in=again).update(off_on=None, why="", group=None)
    Traveller.objects.bulk_create(fresh)
    record("tours.listed", by=by, at=at, subject=tour.entry, units=[str(unit.pk) for unit in units], rows=len(fresh))
    return len(fresh), left_out


@transaction.atomic
def take_off(tour: Tour, pupil: Person, *, why: str, on: date, is_withdrawn: bool, by: Person, at: datetime) -> None:
    """Off the list with a note; with the consent, where it was withdrawn, goes what care was noted too. Raises ListClosed after
    the tour, unless a consent is withdrawn: that is possible always."""
    if not is_withdrawn:
        _insist_open(tour)
    if is_withdrawn:
        withdraw(tour.entry, pupil, on=on, why=why, by=by, at=at)
        CareNote.objects.filter(tour=tour.entry, pupil=pupil).delete()
    for row in Traveller.objects.filter(tour=tour.entry, pupil=pupil, off_on__isnull=True):
        row.off_on, row.why, row.group = on, why, None
        row.save(update_fields=["off_on", "why", "group"])
        record("tours.taken_off", by=by, at=at, subject=tour.entry, pupil=str(pupil.pk), withdrawn=is_withdrawn)


@transaction.atomic
def divide(tour: Tour, *, most: int, by: Person, at: datetime) -> int:
    """Anew into groups of at most so many, class by class, so that groups of a class differ by one at most; led for now by who
    goes along, in turn. How many groups. Raises NobodyListed, ListClosed."""
    _insist_open(tour)
    locked(tour.entry.pk)
    if not tour.travellers:
        raise refusals.NobodyListed
    if HeadCount.objects.filter(group__in=tour.groups).exists():
        raise refusals.AlreadyCounted
    leaders = _leaders(tour, by)
    parts = [part for unit in tour.classes for part in _parts([one for one in tour.travellers if one.unit_id == unit.pk], most)]
    Traveller.objects.filter(tour=tour.entry).update(group=None)
    TourGroup.objects.filter(tour=tour.entry).delete()
    for number, part in enumerate(parts, start=1):
        group = TourGroup.objects.create(tour=tour.entry, number=number, leader=leaders[(number - 1) % len(leaders)])
        Traveller.objects.filter(pk__in=[one.pk for one in part]).update(group=group)
    record("tours.grouped", by=by, at=at, subject=tour.entry, groups=len(parts), most=most)
    waiting.changed("entry", [tour.entry.pk], at=at)
    return len(parts)


def _leaders(tour: Tour, by: Person) -> list[Person]:
    people = Person.objects.in_bulk(tour.teachers())
    helpers = [hand.person_id for hand in tour.entry.hands.all()]
    return [people[pk] for pk in dict.fromkeys((*helpers, tour.entry.owner_id)) if pk in people] or [by]


def _parts(rows: Sequence[Traveller], most: int) -> list[Sequence[Traveller]]:
    count = -(-len(rows) // most)
    return [rows[len(rows) * n // count : len(rows) * (n + 1) // count] for n in range(count)]


@transaction.atomic
def lead(tour: Tour, leaders: Mapping[UUID, Person], *, by: Person, at: datetime) -> None:
    """Who leads which group. Raises ListClosed."""
    _insist_open(tour)
    for group in tour.groups:
        if group.pk in leaders and group.leader_id != leaders[group.pk].pk:
            group.leader = leaders[group.pk]
            group.save(update_fields=["leader"])
            record("tours.led", by=by, at=at, subject=tour.entry, group=group.number, leader=str(group.leader_id))
    waiting.changed("entry", [tour.entry.pk], at=at)


@transaction.atomic
def move(tour: Tour, traveller: Traveller, group: TourGroup, *, by: Person, at: datetime) -> None:
    """Into another group. Raises ListClosed."""
    _insist_open(tour)
    traveller.group = group
    traveller.save(update_fields=["group"])
    record("tours.grouped", by=by, at=at, subject=tour.entry, pupil=str(traveller.pupil_id), group=group.number)


@transaction.atomic
def count(group: TourGroup, *, point: str, there: int, note: str, by: Person, at: datetime) -> HeadCount:
    """As it was counted; a second count at a point takes the place of the first, both stand in the trail. Raises MoreThanThere,
    SayWhatWasDone."""
    due = Traveller.objects.filter(group=group, off_on__isnull=True).count()
    if there > due:
        raise refusals.MoreThanThere(due)
    if there < due and not note.strip():
        raise refusals.SayWhatWasDone
    told = {"due": due, "there": there, "note": note.strip(), "by": by.pk, "at": at}
    made, _is_new = HeadCount.objects.update_or_create(group=group, point=point, defaults=told)
    record("tours.counted", by=by, at=at, subject=group, point=point, due=due, there=there)
    return made


@transaction.atomic
def note_care(tour: Tour, pupil: Person, words: str, *, is_signed: bool, by: Person, at: datetime) -> None:
    """What a guardian wrote on the slip, and signed that the leader may know it; it takes the place of what was there. Raises
    NoteWithoutConsent, ListClosed."""
    _insist_open(tour)
    if not is_signed:
        raise refusals.NoteWithoutConsent
    note_consents(tour.entry, [pupil], purpose=ConsentPurpose.CARE, signed_on=at.date(), by=by, at=at)
    told = {"words": words, "noted_by": by.pk, "noted_at": at}
    CareNote.objects.update_or_create(tour=tour.entry, pupil=pupil, defaults=told)
    record("tours.care_noted", by=by, at=at, subject=tour.entry, pupil=str(pupil.pk))


def _insist_open(tour: Tour) -> None:
    if not tour.may_change:
        raise refusals.ListClosed
