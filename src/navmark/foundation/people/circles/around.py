"""What "around a unit" means, said once: for one pair of units, and as a condition in a query.

Units contain one another: the school everything, a grade its classes of the day, a branch its Party groups. Somebody has a
circle at a *home*, the unit of her post or place (None in a row is the school). Around a unit she has it

- at the unit itself, always;
- within her home, where the circle reaches down as an office does: the head of a grade for each of its classes;
- around what contains her home, where the circle is gathered: around a grade stand the class teachers of all its classes.
"""

from datetime import date
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from django.db.models import Q

from navmark.foundation.almanac.arithmetic import school_year_of
from navmark.foundation.people.models import UnitKind


class Reach(StrEnum):
    OFFICE = "office"  # here, down into what the home contains, and gathered by what contains the home
    PLACE = "place"  # here, and gathered: a member of the branch is no member of each of its groups
    HERE = "here"  # here alone: whoever heads the school does not head each class


class Spot(Protocol):
    """As much of a unit as the rule needs."""

    @property
    def pk(self) -> UUID | None: ...
    @property
    def kind(self) -> str: ...
    @property
    def parent_id(self) -> UUID | None: ...
    @property
    def number(self) -> int | None: ...
    @property
    def entry_year(self) -> int | None: ...


def contains(wide: Spot, narrow: Spot, *, on: date) -> bool:
    """Whether `narrow` lies within `wide`, and is another unit, on that day."""
    if UnitKind.SCHOOL in (wide.kind, narrow.kind):
        return wide.kind != narrow.kind and wide.kind == UnitKind.SCHOOL
    if wide.kind == UnitKind.GRADE:
        return narrow.kind == UnitKind.CLASS and narrow.entry_year == entry_year_of(wide.number or 0, on)
    return narrow.parent_id is not None and narrow.parent_id == wide.pk


def stands(home: Spot, unit: Spot, *, reach: Reach, on: date) -> bool:
    """Whether who has a circle of this reach at `home` stands around `unit`."""
    if home.pk == unit.pk or home.kind == unit.kind == UnitKind.SCHOOL:
        return True
    if reach == Reach.OFFICE and contains(home, unit, on=on):
        return True
    return reach != Reach.HERE and contains(unit, home, on=on)


def homes_around(unit: Spot, *, reach: Reach, on: date, path: str) -> Q:
    """The same as `stands`, as a condition on rows whose home is reached over `path` ("unit", "branch")."""
    whole = Q(**{f"{path}__isnull": True}) | Q(**{f"{path}__kind": UnitKind.SCHOOL})
    here = whole if unit.kind == UnitKind.SCHOOL else Q(**{path: unit.pk})
    if reach == Reach.HERE:
        return here
    if unit.kind == UnitKind.SCHOOL:
        return Q()  # it gathers everybody
    here |= _inside(unit, on=on, path=path)
    return here | whole | _above(unit, on=on, path=path) if reach == Reach.OFFICE else here


def _inside(unit: Spot, *, on: date, path: str) -> Q:
    if unit.kind == UnitKind.GRADE:
        return Q(**{f"{path}__kind": UnitKind.CLASS, f"{path}__entry_year": entry_year_of(unit.number or 0, on)})
    return Q(**{f"{path}__parent": unit.pk})


def _above(unit: Spot, *, on: date, path: str) -> Q:
    if unit.kind == UnitKind.CLASS:
        return Q(**{f"{path}__kind": UnitKind.GRADE, f"{path}__number": school_year_of(on) - (unit.entry_year or 0) + 1})
    return Q(**{path: unit.parent_id}) if unit.parent_id else Q(pk__in=[])


def entry_year_of(grade: int, on: date) -> int:
    """In which year the classes of this grade entered the school."""
    return school_year_of(on) - grade + 1
