"""What one person is to the school on a day, read in one query whatever the number of circles.

Every page asks it, so it is a prepared question: building it costs more than the rest of a plain page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, Self
from uuid import UUID

from django.db.models import CharField, F, IntegerField, QuerySet, UUIDField, Value

from navmark.foundation.people.circles.registry import Circle
from navmark.foundation.people.circles.tables import (
    CONTACTS,
    ENGAGEMENTS,
    GROUP_PLACES,
    GUARDIANS,
    PLACES,
    POSTS,
    PUPILS,
    STATUSES,
    SUSPENSIONS,
    TEACHING,
    CircleTable,
    Holding,
)
from navmark.foundation.people.models import EngagementKind, Person, UnitKind
from navmark.foundation.tenancy.prepared import prepared

READ = (POSTS, STATUSES, PLACES, GUARDIANS, TEACHING, ENGAGEMENTS, SUSPENSIONS)
ENGAGED_IN = (
    (PUPILS, UnitKind.CLASS, EngagementKind.PUPIL),
    (CONTACTS, UnitKind.COMMUNITY, EngagementKind.COMMUNITY),
)
_AN_ID = UUIDField()


class Home(NamedTuple):
    """Where a fact holds; the school as a whole where `pk` is None."""

    pk: UUID | None
    kind: str
    parent_id: UUID | None
    number: int | None
    entry_year: int | None


class CircleFact(NamedTuple):
    table: str
    code: str
    home: Home


@dataclass(frozen=True)
class CircleStanding:
    facts: tuple[CircleFact, ...]

    @classmethod
    def of(cls, person: Person, *, on: date) -> Self:
        read = [_fact(*row) for row in _facts_of(person.pk, on)]
        return cls((*read, *_derived(read)))

    def homes_in(self, one: Circle) -> list[Home]:
        """Where this person stands in the circle."""
        if any(self._meets(holding) for holding in one.unless):
            return []
        return [home for holding in one.holdings for home in self._meets(holding)]

    def _meets(self, holding: Holding) -> list[Home]:
        mine = (fact for fact in self.facts if fact.table == holding.table.name)
        return [fact.home for fact in mine if not holding.codes or fact.code in holding.codes]


def _derived(read: list[CircleFact]) -> Iterator[CircleFact]:
    """What `tables` joins for many follows for one from what was read already: place and status, place and engagement."""
    engaged = {fact.code for fact in read if fact.table == ENGAGEMENTS.name}
    for place in (fact for fact in read if fact.table == PLACES.name):
        for table, unit_kind, engagement in ENGAGED_IN:
            if place.code == unit_kind and engagement in engaged:
                yield CircleFact(table.name, engagement, place.home)
        if place.code == UnitKind.PARTY_GROUP:
            held = (fact for fact in read if fact.table == STATUSES.name and fact.home.pk == place.home.parent_id)
            yield from (CircleFact(GROUP_PLACES.name, status.code, place.home) for status in held)


@prepared
def _facts_of(person: UUID, on: date) -> QuerySet:
    first, *others = (_facts_in(table, person, on) for table in READ)
    return first.union(*others, all=True)


def _facts_in(table: CircleTable, person: UUID, on: date) -> QuerySet:
    rows = table.rows(on).filter(**{table.who: person}).order_by()
    columns: dict[str, Any] = {"a_table": Value(table.name, CharField()), "b_code": F(table.what)}
    if table.where:
        columns |= {"c_home": F(f"{table.where}_id"), "d_kind": F(f"{table.where}__kind")}
        columns |= {"e_parent": F(f"{table.where}__parent_id"), "f_number": F(f"{table.where}__number")}
        columns |= {"g_year": F(f"{table.where}__entry_year")}
    else:
        columns |= {"c_home": Value(None, UUIDField()), "d_kind": Value(None, CharField())}
        columns |= {"e_parent": Value(None, UUIDField()), "f_number": Value(None, IntegerField())}
        columns |= {"g_year": Value(None, IntegerField())}
    return rows.annotate(**columns).values_list(*columns)


def _fact(table: str, code: str, home: Any, kind: str | None, parent: Any, *rest: Any) -> CircleFact:
    return CircleFact(table, code, Home(_AN_ID.to_python(home), kind or UnitKind.SCHOOL, _AN_ID.to_python(parent), *rest))
