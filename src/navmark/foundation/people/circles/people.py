"""Who: the people of circles around a unit on a day."""

from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import or_
from types import SimpleNamespace
from uuid import UUID

from django.db.models import IntegerField, Q, QuerySet, Value

from navmark.foundation.people.circles.around import Reach, Spot, homes_around, stands
from navmark.foundation.people.circles.registry import Circle, circle
from navmark.foundation.people.circles.tables import Holding
from navmark.foundation.people.models import Person, Unit, UnitKind

WHOLE: Spot = SimpleNamespace(pk=None, kind=UnitKind.SCHOOL, parent_id=None, number=None, entry_year=None)


def people_in(codes: Iterable[str], unit: Unit | None, *, on: date) -> QuerySet[Person]:
    """Everybody who stands in any of these circles around the unit on that day; around None, anywhere. One query.

    Circles around a thing have nobody here: ask the room of the thing. Raises UnknownCircle.
    """
    return Person.objects.filter(holders_around(codes, unit, on=on))


def ids_in(asked: Iterable[tuple[str, ...]], unit: Unit, *, on: date) -> dict[tuple[str, ...], frozenset[UUID]]:
    """The ids of the people in each of these sets of circles around the unit. One query, however many; none for empty ones."""
    found: dict[tuple[str, ...], set[UUID]] = {codes: set() for codes in asked}
    named = [codes for codes in found if codes]
    rows = [_numbered(place, people_in(codes, unit, on=on)) for place, codes in enumerate(named)]
    for place, pk in rows[0].union(*rows[1:], all=True) if rows else ():
        found[named[place]].add(pk)
    return {codes: frozenset(ids) for codes, ids in found.items()}


def _numbered(place: int, people: QuerySet[Person]) -> QuerySet:
    return people.order_by().annotate(place=Value(place, IntegerField())).values_list("place", "pk")


def holders_around(codes: Iterable[str], unit: Spot | None, *, on: date) -> Q:
    """The same as a condition on Person."""
    return reduce(or_, (_of_circle(circle(code), unit, on) for code in codes), Q(pk__in=[]))


def _of_circle(one: Circle, unit: Spot | None, on: date) -> Q:
    if one.of_thing or not one.holdings:
        return Q(pk__in=[])
    held = reduce(or_, (_of_holding(holding, unit, one.reach, on) for holding in one.holdings))
    for holding in one.unless:
        held &= ~_of_holding(holding, None, one.reach, on)
    return held


def _of_holding(holding: Holding, unit: Spot | None, reach: Reach, on: date) -> Q:
    table = holding.table
    if unit is not None and not table.where and not stands(WHOLE, unit, reach=reach, on=on):
        return Q(pk__in=[])
    rows = table.rows(on)
    if holding.codes:
        rows = rows.filter(**{f"{table.what}__in": holding.codes})
    if unit is not None and table.where:
        rows = rows.filter(homes_around(unit, reach=reach, on=on, path=table.where))
    return Q(pk__in=rows.order_by().values(table.who))
