"""Everything the school has on record about people, loaded in ten queries, and what an import would write.

A row that is noted as new can be found at once by the rows below it, so that a table may name a Party group it creates itself.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import chain
from typing import Any, TypeVar

from django.db.models import Max

from navmark.foundation.people.importing.bulk import MANY, many_came, rare_collections, wide_inserts
from navmark.foundation.people.models import (
    Absence,
    Engagement,
    Guardianship,
    ImportAnswer,
    Leaving,
    PartyStatus,
    Person,
    Post,
    Unit,
    UnitKind,
    UnitMembership,
)
from navmark.foundation.people.models.post import ONE_HOLDER
from navmark.foundation.tenancy.models import SchoolOwned

Row = TypeVar("Row", bound=SchoolOwned)
WRITTEN = (
    Person,
    Unit,
    Engagement,
    PartyStatus,
    UnitMembership,
    Post,
    Absence,
    Guardianship,
    ImportAnswer,
)  # what others point to comes first
KEPT = ("id", "school", "created_at")
AT_ONCE = 2000  # rows a statement; one of ten thousand persons, with its list of values, takes 65 MB


class KnownPeople:
    def __init__(self, *, in_use_since: date) -> None:
        self.in_use_since = in_use_since
        self.persons: dict[Any, Person] = {}
        self.by_name: dict[str, list[Person]] = defaultdict(list)
        self.by_number: dict[tuple[str, str], Person] = {}
        self.branches: list[Unit] = []
        self.groups: dict[tuple[Any, int | None], Unit] = {}
        self.classes: dict[tuple[int | None, int | None], Unit] = {}
        self.grades: dict[int | None, Unit] = {}
        self.named: dict[tuple[str, str], Unit] = {}  # subject groups and departments that are open, by kind and name
        self.claims: dict[tuple[str, Any], Person] = {}  # who holds an office of one by this table
        self.vacated: dict[tuple[str, Any], Person] = {}  # who no longer holds one by this table
        self.handovers: list[str] = []  # the offices of one that change hands, in words
        self._new: dict[type, list[Any]] = defaultdict(list)
        self._changed: dict[type, dict[Any, Any]] = defaultdict(dict)
        self._removed: dict[type, list[Any]] = defaultdict(list)
        self._load()

    def _load(self) -> None:
        for person in Person.objects.order_by():
            self._index(person)
        for unit in Unit.objects.order_by("from_day", "id"):
            self._index_unit(unit)
        self.engagements = self._by_person(Engagement.objects.order_by("id"))
        self.statuses = self._by_person(PartyStatus.objects.filter(to_day__isnull=True))
        self.posts = self._by_person(Post.objects.filter(to_day__isnull=True).select_related("unit"))
        over = Post.objects.filter(kind__in=ONE_HOLDER, to_day__isnull=False).order_by()
        self.held_until = {(kind, unit): last for kind, unit, last in over.values_list("kind", "unit").annotate(Max("to_day"))}
        self.places = self._by_person(UnitMembership.objects.filter(to_day__isnull=True).select_related("unit"))
        self.absences = self._by_person(Absence.objects.order_by("id"))
        self.guardianships: dict[Any, list[Guardianship]] = defaultdict(list)
        for row in Guardianship.objects.order_by("id"):
            self.guardianships[row.child_id].append(row)
        self.answers = dict(ImportAnswer.objects.values_list("fingerprint", "person"))

    @staticmethod
    def _by_person(rows: Iterable[Any]) -> dict[Any, list[Any]]:
        found: dict[Any, list[Any]] = defaultdict(list)
        for row in rows:
            found[row.person_id].append(row)
        return found

    def _index(self, person: Person) -> None:
        self.persons[person.pk] = person
        self.by_name[person.name].append(person)
        self._index_numbers(person)

    def _index_numbers(self, person: Person) -> None:
        for field in ("staff_number", "pupil_number", "id_index"):
            if value := getattr(person, field):
                self.by_number[field, value] = person

    def _index_unit(self, unit: Unit) -> None:
        if unit.kind == UnitKind.BRANCH:
            self.branches.append(unit)
        elif unit.kind == UnitKind.PARTY_GROUP:
            self.groups[unit.parent_id, unit.number] = unit
        elif unit.kind == UnitKind.CLASS:
            self.classes[unit.entry_year, unit.number] = unit
        elif unit.kind == UnitKind.GRADE:
            self.grades[unit.number] = unit
        elif unit.to_day is None:
            self.named[unit.kind, unit.name] = unit

    def add_person(self, person: Person) -> None:
        self._index(person)
        self._new[Person].append(person)

    def change_person(self, person: Person) -> None:
        """Note changed details of somebody on record; rows below find the numbers this row told."""
        self._index_numbers(person)
        self.change(person)

    def add_unit(self, unit: Unit) -> Unit:
        self._index_unit(unit)
        self._new[Unit].append(unit)
        return unit

    def add(self, row: Row) -> Row:
        """Note a new row."""
        self._new[type(row)].append(row)
        return row

    def change(self, row: SchoolOwned) -> None:
        """Note that a row on record was changed in memory; a row that is itself new needs no note."""
        if not row._state.adding:
            self._changed[type(row)][row.pk] = row

    def remove(self, row: SchoolOwned) -> None:
        """Note that a row would never have been true."""
        if row._state.adding:
            self._new[type(row)].remove(row)
        else:
            self._changed[type(row)].pop(row.pk, None)
            self._removed[type(row)].append(row.pk)

    def holders(self, kind: str, unit: Unit | None) -> list[Post]:
        """Whoever holds this office now, those noted by this import included."""
        where = (kind, unit and unit.pk)
        return [post for post in chain.from_iterable(self.posts.values()) if (post.kind, post.unit_id) == where]

    def leavers(self) -> list[Person]:
        """Who leaves with this import and does not stay as a retired colleague."""
        noted = [*self._changed[Engagement].values(), *self._new[Engagement]]
        return [row.person for row in noted if row.leaving and row.leaving != Leaving.RETIRED]

    def write(self) -> None:
        """Write what was noted, a few statements a table. What ends is written before what begins."""
        with wide_inserts(), rare_collections():
            for model in WRITTEN:
                fields = [field.name for field in model._meta.concrete_fields if field.name not in KEPT]
                if removed := self._removed[model]:
                    model.objects.filter(pk__in=removed).delete()
                if changed := list(self._changed[model].values()):
                    model.objects.bulk_create(changed, AT_ONCE, update_conflicts=True, unique_fields=["id"], update_fields=fields)
                if new := self._new[model]:
                    model.objects.bulk_create(new, AT_ONCE)
        many_came(model for model in WRITTEN if len(self._new[model]) >= MANY)
