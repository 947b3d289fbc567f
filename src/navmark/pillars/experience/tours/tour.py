"""A tour as its pages see it: its classes, who belongs to them, whose slip lies there, who is listed, in which group."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from navmark.foundation.papers.description import Values
from navmark.foundation.papers.queries import answers_of
from navmark.foundation.people.circles.tables import PUPILS
from navmark.foundation.people.models import Person, Unit, UnitKind
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.queries import classes_on
from navmark.foundation.privacy.models import ConsentPurpose
from navmark.foundation.privacy.queries import consents_to
from navmark.foundation.registers.models import Entry
from navmark.pillars.experience.tours.models import TourGroup, Traveller

CODE = "study_tours"  # of the register
BEFORE, BACK = ("plan", "assessed", "filed", "ready"), "back"  # its states: as long as it has not set out; since it is back
POINTS = ("集合上车", "到达", "午餐", "返程上车", "返校")  # where nothing else is written


@dataclass(frozen=True)
class ClassLine:
    """A class in numbers: nobody's name."""

    unit: Unit
    name: str
    pupils: int
    signed: int
    listed: int

    @property
    def open(self) -> int:
        """How many slips are not there."""
        return self.pupils - self.signed


class Tour:
    """Each answer is read when it is asked for, and once."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry

    @cached_property
    def values(self) -> Values:
        answers = answers_of(self.entry)
        return answers.values if answers else {}

    @property
    def day(self) -> date:
        return self.values.get("goes_on") or self.entry.day

    @property
    def points(self) -> tuple[str, ...]:
        """Where it is counted, in this order."""
        written = (line.strip() for line in (self.values.get("points") or "").splitlines())
        return tuple(line[:40] for line in written if line) or POINTS

    @property
    def may_change(self) -> bool:
        """Whether its list and groups may still be changed: until it is back."""
        return self.entry.state in BEFORE

    @cached_property
    def classes(self) -> list[Unit]:
        """Of its grade on its day; of a tour of one class, that one; of the whole school, all."""
        unit = self.entry.unit
        if unit.kind == UnitKind.CLASS:
            return [unit]
        every = classes_on(self.day)
        return [one for one in every if one.grade_on(self.day) == unit.number] if unit.kind == UnitKind.GRADE else every

    @cached_property
    def roll(self) -> dict[UUID, list[UUID]]:
        """Class -> its pupils on that day. One query."""
        found: dict[UUID, list[UUID]] = {unit.pk: [] for unit in self.classes}
        for unit, person in PUPILS.rows(self.day).filter(unit__in=found, person__engagements__kind="pupil").values_list(
            "unit", "person"
        ):  # fmt: skip
            if person not in found[unit]:
                found[unit].append(person)
        return found

    @cached_property
    def signed(self) -> set[UUID]:
        """The pupils whose guardians have signed."""
        return set(consents_to(self.entry, ConsentPurpose.TAKING_PART).values_list("person", flat=True))

    @cached_property
    def travellers(self) -> list[Traveller]:
        """Those who go, by class and name."""
        rows = Traveller.objects.filter(tour=self.entry, off_on__isnull=True).select_related("pupil", "unit", "group")
        return sorted(rows, key=lambda one: (one.unit.grade_on(self.day) or 0, one.unit.number or 0, one.pupil.sort_key))

    @cached_property
    def groups(self) -> list[TourGroup]:
        return list(TourGroup.objects.filter(tour=self.entry).select_related("leader").prefetch_related("counts"))

    def lines(self, units: Collection[UUID] | None = None) -> list[ClassLine]:
        listed: dict[UUID, int] = defaultdict(int)
        for one in self.travellers:
            listed[one.unit_id] += 1
        return [
            ClassLine(
                unit, name_on(unit, self.day), len(self.roll[unit.pk]),
                len(self.signed.intersection(self.roll[unit.pk])), listed[unit.pk],
            )
            for unit in self.classes
            if units is None or unit.pk in units
        ]  # fmt: skip

    def pupils_of(self, unit: Unit) -> list[Person]:
        """By name. One query."""
        return list(Person.objects.filter(pk__in=self.roll[unit.pk]).order_by("sort_key", "pk").only("pk", "name", "sort_key"))

    def teachers(self) -> set[UUID]:
        """Who goes along: the owner, those named on the entry, the leaders of groups."""
        hands = {hand.person_id for hand in self.entry.hands.all()}
        return {one for one in (self.entry.owner_id, *hands, *(group.leader_id for group in self.groups)) if one}
