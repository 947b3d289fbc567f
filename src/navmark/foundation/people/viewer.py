"""The person before the screen: account, person, school, and what she is to the school today."""

from datetime import date
from itertools import chain
from uuid import UUID

from django.db.models import QuerySet
from django.utils.functional import cached_property

from navmark.foundation.people.circles import all_circles, circle
from navmark.foundation.people.circles.around import Reach, Spot, stands
from navmark.foundation.people.circles.named import CLERK, COMMITTEE, GROUP_LEADER, MEMBERS
from navmark.foundation.people.circles.standing import CircleStanding, Home
from navmark.foundation.people.models import PartyStatus, Person, Post, SchoolAccount, Unit, UnitKind
from navmark.foundation.tenancy.prepared import lasting


class SchoolOn:
    """The school on a day: its units, whoever looks at them, or the machine at the command line."""

    def __init__(self, on: date) -> None:
        self.on = on

    @cached_property
    def units(self) -> list[Unit]:
        """All of the school in their order, each with its parent; also those that are closed: what was written there is still
        read. One query, for whatever a page asks of them."""
        return list(self.units_by_pk.values())

    @cached_property
    def units_by_pk(self) -> dict[UUID, Unit]:
        known = {unit.pk: unit for unit in _units()}
        for unit in known.values():
            unit.parent = known[unit.parent_id] if unit.parent_id else None
        return known

    @cached_property
    def units_today(self) -> list[Unit]:
        """Those of them that are there today."""
        return [unit for unit in self.units if unit.is_true_on(self.on)]


class Viewer(SchoolOn):
    """`is_in`, `units_in` and `people_in` (of `circles`) always agree. What she is costs one query, the units one more."""

    def __init__(self, seat: SchoolAccount, *, on: date) -> None:
        super().__init__(on)
        self.seat = seat
        self.person: Person = seat.person
        self.school = seat.school
        self._held: dict[str, list[tuple[Home, Reach]]] = {}
        self._around: dict[tuple[Home, Reach], frozenset[UUID]] = {}
        self._units_in: dict[tuple[str, ...], frozenset[UUID]] = {}

    @cached_property
    def standing(self) -> CircleStanding:
        return CircleStanding.of(self.person, on=self.on)

    @property
    def has_branch(self) -> bool:
        """Whether the school has a Party branch today; without one no page speaks of it, but to whoever may make one."""
        return any(unit.kind == UnitKind.BRANCH for unit in self.units_today)

    def is_in(self, unit: Spot | None, *codes: str) -> bool:
        """Whether she stands in any of these circles around the unit today; None: around any unit at all.

        Circles around a thing (its host, whom it is about) are for the room of the thing. Raises UnknownCircle.
        """
        held = chain.from_iterable(map(self._held_by, codes))
        return any(unit is None or stands(home, unit, reach=reach, on=self.on) for home, reach in held)

    def _held_by(self, code: str) -> list[tuple[Home, Reach]]:
        if code not in self._held:
            one = circle(code)
            self._held[code] = [(home, one.reach) for home in self.standing.homes_in(one)]
        return self._held[code]

    def has(self, *codes: str) -> bool:
        """Whether she stands in any of these circles, wherever."""
        return any(map(self._held_by, codes))

    @cached_property
    def circles(self) -> tuple[str, ...]:
        """The codes of all in which she stands somewhere."""
        return tuple(one.code for one in all_circles() if self.standing.homes_in(one))

    def units_in(self, *codes: str) -> frozenset[UUID]:
        """The units around which she stands in any of these circles, for a list: `unit__in`."""
        if codes not in self._units_in:
            held = set(chain.from_iterable(map(self._held_by, codes)))
            self._units_in[codes] = frozenset().union(*(self._units_around(home, reach) for home, reach in held))
        return self._units_in[codes]

    def _units_around(self, home: Home, reach: Reach) -> frozenset[UUID]:
        if (home, reach) not in self._around:
            self._around[home, reach] = frozenset(unit.pk for unit in self.units if stands(home, unit, reach=reach, on=self.on))
        return self._around[home, reach]

    def homes_in(self, *codes: str) -> frozenset[UUID]:
        """The units in which she holds any of these circles herself: her own branch, not the school around it."""
        return frozenset(home.pk for code in codes for home, _reach in self._held_by(code) if home.pk)

    @cached_property
    def posts(self) -> list[Post]:
        return list(Post.objects.on(self.on).filter(person=self.person).select_related("unit"))

    @cached_property
    def status(self) -> PartyStatus | None:
        return PartyStatus.objects.on(self.on).filter(person=self.person).first()

    @property
    def branch_ids(self) -> frozenset[UUID]:
        """The branches that are hers: as a member, or by an office in the branch or in one of its groups."""
        held = chain.from_iterable(map(self._held_by, (MEMBERS, COMMITTEE, CLERK, GROUP_LEADER)))
        return frozenset(key for home, _reach in held if (key := home.parent_id or home.pk))


@lasting
def _units() -> QuerySet[Unit]:
    return Unit.objects.all()
