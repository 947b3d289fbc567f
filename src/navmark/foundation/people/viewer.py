"""The person before the screen: account, person, school, and what she is to the school today."""

from datetime import date
from uuid import UUID

from django.utils.functional import cached_property

from navmark.foundation.people.circles import all_circles, circle
from navmark.foundation.people.circles.around import Spot, stands
from navmark.foundation.people.circles.named import CLERK, COMMITTEE, GROUP_LEADER, MEMBERS
from navmark.foundation.people.circles.standing import Home, Standing
from navmark.foundation.people.models import PartyStatus, Person, Post, SchoolAccount, Unit


class Viewer:
    """`is_in`, `units_in` and `people_in` (of `circles`) always agree. What she is costs one query, the units one more."""

    def __init__(self, seat: SchoolAccount, *, on: date) -> None:
        self.seat = seat
        self.person: Person = seat.person
        self.school = seat.school
        self.on = on
        self._units_in: dict[tuple[str, ...], frozenset[UUID]] = {}

    @cached_property
    def standing(self) -> Standing:
        return Standing.of(self.person, on=self.on)

    @cached_property
    def _all_units(self) -> list[Home]:
        """Also those that are closed: what was written there is still read."""
        return [Home(*row) for row in Unit.objects.order_by().values_list("pk", "kind", "parent_id", "number", "entry_year")]

    def is_in(self, unit: Spot | None, *codes: str) -> bool:
        """Whether she stands in any of these circles around the unit today; None: around any unit at all.

        Circles around a thing (its host, whom it is about) are for the room of the thing. Raises UnknownCircle.
        """
        for one in map(circle, codes):
            homes = self.standing.homes_in(one)
            if any(unit is None or stands(home, unit, reach=one.reach, on=self.on) for home in homes):
                return True
        return False

    def has(self, *codes: str) -> bool:
        """Whether she stands in any of these circles, wherever."""
        return self.is_in(None, *codes)

    @cached_property
    def circles(self) -> tuple[str, ...]:
        """The codes of all in which she stands somewhere."""
        return tuple(one.code for one in all_circles() if self.standing.homes_in(one))

    def units_in(self, *codes: str) -> frozenset[UUID]:
        """The units around which she stands in any of these circles, for a list: `unit__in`."""
        if codes not in self._units_in:
            found = frozenset(unit.pk for unit in self._all_units if unit.pk and self.is_in(unit, *codes))
            self._units_in[codes] = found
        return self._units_in[codes]

    def homes_in(self, *codes: str) -> frozenset[UUID]:
        """The units in which she holds any of these circles herself: her own branch, not the school around it."""
        homes = (home for code in codes for home in self.standing.homes_in(circle(code)))
        return frozenset(home.pk for home in homes if home.pk)

    @cached_property
    def posts(self) -> list[Post]:
        return list(Post.objects.on(self.on).filter(person=self.person).select_related("unit"))

    @cached_property
    def status(self) -> PartyStatus | None:
        return PartyStatus.objects.on(self.on).filter(person=self.person).first()

    @property
    def branch_ids(self) -> frozenset[UUID]:
        """The branches that are hers: as a member, or by an office in the branch or in one of its groups."""
        circles = map(circle, (MEMBERS, COMMITTEE, CLERK, GROUP_LEADER))
        homes = (home for one in circles for home in self.standing.homes_in(one))
        return frozenset(key for home in homes if (key := home.parent_id or home.pk))
