"""Writing units, and who belongs to them."""

from datetime import date, datetime

from django.db import transaction

from navmark.foundation.audit.actions import record
from navmark.foundation.people.models import Person, Unit, UnitKind, UnitMembership
from navmark.foundation.people.naming import group_name


@transaction.atomic
def create_unit(*, kind: str, name: str, by: Person | None, at: datetime, from_day: date | None = None) -> Unit:
    """A subject group, a department, a community."""
    return _noted(Unit.objects.create(kind=kind, name=name, from_day=from_day), by=by, at=at)


@transaction.atomic
def create_branch(*, name: str, by: Person | None, at: datetime, from_day: date | None = None) -> Unit:
    """A branch by its full name (中共…支部委员会)."""
    return create_unit(kind=UnitKind.BRANCH, name=name, by=by, at=at, from_day=from_day)


@transaction.atomic
def create_group(branch: Unit, *, number: int, by: Person | None, at: datetime, from_day: date | None = None) -> Unit:
    """第一党小组, 第二党小组: the group of that number; the one that is there already if there is one."""
    group, made = Unit.objects.get_or_create(
        kind=UnitKind.PARTY_GROUP,
        parent=branch,
        number=number,
        school_id=branch.school_id,
        defaults={"name": group_name(number), "from_day": from_day},
    )
    return _noted(group, by=by, at=at) if made else group


@transaction.atomic
def create_class(*, entry_year: int, number: int, by: Person | None, at: datetime) -> Unit:
    """A class for the six years it lasts; its grade and its name follow from the day."""
    klass, made = Unit.objects.get_or_create(
        kind=UnitKind.CLASS, entry_year=entry_year, number=number, defaults={"from_day": date(entry_year, 9, 1)}
    )
    return _noted(klass, by=by, at=at) if made else klass


@transaction.atomic
def rename_unit(unit: Unit, *, name: str, by: Person, at: datetime) -> Unit:
    unit.name = name
    unit.save(update_fields=["name"])
    record("people.unit_renamed", by=by, at=at, subject=unit, name=name)
    return unit


def _noted(unit: Unit, *, by: Person | None, at: datetime) -> Unit:
    record("people.unit", by=by, at=at, subject=unit, what=unit.kind, name=unit.name)
    return unit


@transaction.atomic
def move(person: Person, *, to: Unit, from_day: date, by: Person | None, at: datetime) -> UnitMembership:
    """Put the person into a unit from that day; out of any other unit of the same kind on the eve."""
    places = UnitMembership.objects.filter(person=person, unit__kind=to.kind, to_day__isnull=True)
    own = places.filter(unit=to).first()
    if own is not None:
        return own
    for place in places:
        place.end_before(from_day)
    place = UnitMembership.objects.create(person=person, unit=to, from_day=from_day)
    record("people.moved", by=by, at=at, subject=person, unit=to.pk, from_day=from_day)
    return place
