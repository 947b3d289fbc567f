"""Writing units, and who belongs to them."""

from datetime import date, datetime, timedelta

from django.db import transaction

from navmark.foundation.audit.actions import record
from navmark.foundation.audit.changes import Before
from navmark.foundation.people.models import Person, Unit, UnitKind, UnitMembership
from navmark.foundation.people.models.unit import GRADES, SEVERAL_PLACES
from navmark.foundation.people.naming import grade_name, group_name
from navmark.foundation.people.refusals import StillInUse, TitleTaken

DAY = timedelta(days=1)


@transaction.atomic
def create_school_units(*, name: str, by: Person | None, at: datetime) -> Unit:
    """The school itself and its six grades, as units; those that are there stay."""
    whole, _made = Unit.objects.get_or_create(kind=UnitKind.SCHOOL, defaults={"name": name})
    for number in range(1, GRADES + 1):
        Unit.objects.get_or_create(kind=UnitKind.GRADE, number=number, defaults={"name": grade_name(number)})
    record("people.unit", by=by, at=at, subject=whole, what=whole.kind, name=name)
    return whole


@transaction.atomic
def create_unit(*, kind: str, name: str, by: Person | None, at: datetime, from_day: date | None = None) -> Unit:
    """A subject group, a department, a studio, a club, a community. Raises TitleTaken."""
    if Unit.objects.filter(kind=kind, name=name, to_day__isnull=True).exists():
        raise TitleTaken(name)
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
    before = Before(unit, "name")
    unit.name = name
    unit.save(update_fields=["name"])
    record("people.unit_renamed", by=by, at=at, subject=unit, changes=before.changes(unit))
    return unit


@transaction.atomic
def close_unit(unit: Unit, *, last_day: date, by: Person, at: datetime) -> Unit:
    """Let a unit end on that day, with the offices and places in it. Raises StillInUse, EndsBeforeItBegins."""
    if within := unit.children.filter(to_day__isnull=True):
        raise StillInUse("、".join(one.name for one in within))
    for rows in (unit.posts, unit.memberships, unit.teaching):
        for row in rows.filter(to_day__isnull=True):
            row.end_before(last_day + DAY)
    record("people.unit_closed", by=by, at=at, subject=unit, changes=unit.end_on(last_day))
    return unit


@transaction.atomic
def leave_unit(place: UnitMembership, *, last_day: date, by: Person, at: datetime) -> UnitMembership:
    """The person belongs there until that day. Raises EndsBeforeItBegins."""
    changes = place.end_on(last_day)
    record("people.left_unit", by=by, at=at, subject=place.person, unit=place.unit_id, last_day=last_day, changes=changes)
    return place


def _noted(unit: Unit, *, by: Person | None, at: datetime) -> Unit:
    record("people.unit", by=by, at=at, subject=unit, what=unit.kind, name=unit.name)
    return unit


@transaction.atomic
def move(person: Person, *, to: Unit, from_day: date, by: Person | None, at: datetime) -> UnitMembership:
    """Put the person into a unit from that day; out of any other unit of the same kind on the eve, where one belongs to one."""
    places = UnitMembership.objects.filter(person=person, unit__kind=to.kind, to_day__isnull=True)
    own = places.filter(unit=to).first()
    if own is not None:
        return own
    for place in places if to.kind not in SEVERAL_PLACES else ():
        place.end_before(from_day)
    place = UnitMembership.objects.create(person=person, unit=to, from_day=from_day)
    record("people.moved", by=by, at=at, subject=person, unit=to.pk, from_day=from_day)
    return place
