"""Who must come, who may vote, and what the numbers are: pure reading, from kinds and from people's status on the day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from navmark.foundation.activities import kinds
from navmark.foundation.activities.models import Activity, Attendance, Part, Presence
from navmark.foundation.people import queries as people
from navmark.foundation.people.circles import ids_in, people_in
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.tenancy.scope import read_once


def audience(kind: kinds.Kind, unit: Unit, day: date, chosen: Iterable[Person] = ()) -> list[Person]:
    """The people who must come to a part of this kind on `day`; nobody by name where only their number is kept."""
    if kind.is_counted:
        return []
    return list(people_in(kind.expected, unit, on=day)) if kind.expected else list(chosen)


@dataclass(frozen=True)
class Place:
    """One person's place at one part."""

    row: Attendance
    person: Person
    votes: bool
    is_apart: bool  # of the circle that the kind tells apart in its numbers: 正式党员


@dataclass(frozen=True)
class Roll:
    """The roll of one part. 应到 counts those expected; `entitled` those whose vote counts today."""

    places: tuple[Place, ...]
    observers: tuple[Place, ...]

    @property
    def expected(self) -> int:
        return len(self.places)

    @property
    def present(self) -> int:
        return sum(place.row.is_there for place in self.places)

    @property
    def unmarked(self) -> int:
        return sum(place.row.presence == Presence.UNKNOWN for place in self.places)

    @property
    def entitled(self) -> int:
        return sum(place.votes for place in self.places)

    @property
    def entitled_present(self) -> int:
        return sum(place.votes and place.row.is_there for place in self.places)

    @property
    def apart(self) -> int:
        return sum(place.is_apart for place in self.places)

    @property
    def apart_present(self) -> int:
        return sum(place.is_apart and place.row.is_there for place in self.places)

    @property
    def others(self) -> int:
        return self.expected - self.apart

    @property
    def away(self) -> tuple[Place, ...]:
        """Absent or on leave."""
        return tuple(place for place in self.places if place.row.presence in (Presence.LEAVE, Presence.ABSENT))

    @property
    def late(self) -> tuple[Place, ...]:
        return tuple(place for place in self.places if place.row.presence == Presence.LATE)


def _read(activity: Activity) -> tuple[list[Attendance], dict[tuple[str, ...], frozenset[UUID]]]:
    """Its rows in reading order, and who stands in which circles: nothing is known of that yet."""
    rows = list(activity.roll.select_related("person"))
    by_id = {row.person_id: row for row in rows}
    ordered = people.in_reading_order([row.person for row in rows], activity.day)
    return [by_id[person.pk] for person in ordered], {}


class Rolls:
    """The rolls of all parts of one activity, read with as many queries for 24 people as for three, and once a page."""

    def __init__(self, activity: Activity) -> None:
        self.activity = activity
        self._rows, self._ids = read_once(f"activities.rolls:{activity.pk}", lambda: _read(activity))
        self._cache: dict[tuple[tuple[str, ...], ...], Roll] = {}

    @property
    def people(self) -> list[Person]:
        """Everybody who stands on it, those expected first; whatever they are there as."""
        return [row.person for row in sorted(self._rows, key=lambda row: not row.expected)]

    def of(self, part: Part) -> Roll:
        kind = kinds.kind(part.kind)
        key = (kind.expected, kind.voters, kind.apart)
        if key not in self._cache:
            self._cache[key] = self._roll(kind)
        return self._cache[key]

    def whole(self) -> Roll:
        """Everybody expected at any part; nobody votes in a gathering as a whole."""
        return self._of_rows([row for row in self._rows if row.expected], frozenset(), self._who(self._apart(self._kinds)))

    def _roll(self, kind: kinds.Kind) -> Roll:
        mine = [row for row in self._rows if row.expected and self._is_due(row, kind)]
        return self._of_rows(mine, self._who(kind.voters), self._who(kind.apart))

    def _of_rows(self, mine: list[Attendance], may_vote: frozenset[UUID], apart: frozenset[UUID]) -> Roll:
        observers = [row for row in self._rows if not row.expected]
        return Roll(
            places=tuple(_place(row, may_vote, apart) for row in mine),
            observers=tuple(_place(row, frozenset(), apart) for row in observers),
        )

    def _is_due(self, row: Attendance, kind: kinds.Kind) -> bool:
        """As `audience` says."""
        return not kind.is_counted and (not kind.expected or row.person_id in self._who(kind.expected))

    def _who(self, circles: tuple[str, ...]) -> frozenset[UUID]:
        """Who stands in these circles that day. Whatever the parts may ask is asked for with the first question."""
        if circles and circles not in self._ids:
            asked = {circles, self._apart(self._kinds)}
            asked.update(named for kind in self._kinds for named in (kind.expected, kind.voters, kind.apart))
            self._ids |= ids_in(asked, self.activity.unit, on=self.activity.day)
        return self._ids.get(circles, frozenset())

    @cached_property
    def _kinds(self) -> list[kinds.Kind]:
        return [kinds.kind(part.kind) for part in self.activity.parts.all()]

    @staticmethod
    def _apart(asked: Iterable[kinds.Kind]) -> tuple[str, ...]:
        """Who is told apart in the numbers of a gathering with parts of these kinds."""
        return tuple(dict.fromkeys(circle for kind in asked for circle in kind.apart))


def _place(row: Attendance, may_vote: frozenset[UUID], apart: frozenset[UUID]) -> Place:
    votes = row.person_id in may_vote and not row.not_counted
    return Place(row=row, person=row.person, votes=votes, is_apart=row.person_id in apart)
