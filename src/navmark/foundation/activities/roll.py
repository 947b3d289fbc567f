"""Who must come, who may vote, and what the numbers are: pure reading, from kinds and from people's status on the day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from navmark.foundation.activities import kinds
from navmark.foundation.activities.models import Activity, Attendance, Part, Presence
from navmark.foundation.people import queries as people
from navmark.foundation.people.circles import people_in
from navmark.foundation.people.models import Person, Unit


def audience(kind: kinds.Kind, unit: Unit, day: date, chosen: Iterable[Person] = ()) -> list[Person]:
    """The people who must come to a part of this kind on `day`; nobody by name where only their number is kept."""
    if kind.is_counted:
        return []
    return list(people_in(kind.expected, unit, on=day)) if kind.expected else list(chosen)


def voters(kind: kinds.Kind, unit: Unit, day: date) -> frozenset[UUID]:
    """Ids of those who may vote in a part of this kind on `day`; C18 is a separate, per-meeting fact on the roll."""
    return frozenset(people_in(kind.voters, unit, on=day).values_list("pk", flat=True)) if kind.voters else frozenset()


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


class Rolls:
    """The rolls of all parts of one activity, read with as many queries for 24 people as for three."""

    def __init__(self, activity: Activity) -> None:
        self.activity = activity
        rows = list(activity.roll.select_related("person"))
        by_id = {row.person_id: row for row in rows}
        ordered = people.in_reading_order([row.person for row in rows], activity.day)
        self._rows = [by_id[person.pk] for person in ordered]
        self._told_apart: dict[tuple[str, ...], frozenset[UUID]] = {}
        self._cache: dict[tuple[tuple[str, ...], ...], Roll] = {}

    def of(self, part: Part) -> Roll:
        kind = kinds.kind(part.kind)
        key = (kind.expected, kind.voters, kind.apart)
        if key not in self._cache:
            self._cache[key] = self._roll(kind)
        return self._cache[key]

    def whole(self) -> Roll:
        """Everybody expected at any part; nobody votes in a gathering as a whole."""
        apart = self._apart(*(circle for part in self.activity.parts.all() for circle in kinds.kind(part.kind).apart))
        return self._of_rows([row for row in self._rows if row.expected], frozenset(), apart)

    def _roll(self, kind: kinds.Kind) -> Roll:
        activity = self.activity
        may_vote = voters(kind, activity.unit, activity.day)
        due = self._due(kind)
        mine = [row for row in self._rows if row.expected and row.person_id in due]
        return self._of_rows(mine, may_vote, self._apart(*kind.apart))

    def _of_rows(self, mine: list[Attendance], may_vote: frozenset[UUID], apart: frozenset[UUID]) -> Roll:
        observers = [row for row in self._rows if not row.expected]
        return Roll(
            places=tuple(_place(row, may_vote, apart) for row in mine),
            observers=tuple(_place(row, frozenset(), apart) for row in observers),
        )

    def _apart(self, *circles: str) -> frozenset[UUID]:
        """Who is told apart in the numbers; asked for once for the same circles."""
        wanted = tuple(sorted(set(circles)))
        if wanted not in self._told_apart:
            found = people_in(wanted, self.activity.unit, on=self.activity.day).values_list("pk", flat=True)
            self._told_apart[wanted] = frozenset(found) if wanted else frozenset()
        return self._told_apart[wanted]

    def _due(self, kind: kinds.Kind) -> frozenset[UUID]:
        if not kind.expected:
            return frozenset(row.person_id for row in self._rows)
        return frozenset(person.pk for person in audience(kind, self.activity.unit, self.activity.day))


def _place(row: Attendance, may_vote: frozenset[UUID], apart: frozenset[UUID]) -> Place:
    votes = row.person_id in may_vote and not row.not_counted
    return Place(row=row, person=row.person, votes=votes, is_apart=row.person_id in apart)
