"""Who takes turns in a rota of a unit, in the order of its list; and who is away when."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from navmark.foundation.people.circles import people_in
from navmark.foundation.people.models import Absence, Engagement, EngagementKind, Person, Unit, UnitKind
from navmark.foundation.people.naming import name_on, order_on_lists
from navmark.foundation.people.queries import classes_on
from navmark.foundation.rotas.models import Away, Rota, RotaChoice, RotaName
from navmark.foundation.rotas.models.rota import LIST


@dataclass(frozen=True)
class Holder:
    """Somebody who takes turns: a person, or a unit for which its head stands."""

    pk: UUID
    name: str
    person: Person | None = None
    unit: Unit | None = None


def of_person(person: Person) -> Holder:
    return Holder(person.pk, person.name, person=person)


def of_unit(unit: Unit, on: date) -> Holder:
    return Holder(unit.pk, name_on(unit, on), unit=unit)


class RotaCircle:
    """One rota of one unit on a day: who takes turns there, by which order. Four queries, however many people."""

    def __init__(self, rota: Rota, unit: Unit, *, on: date) -> None:
        self.rota, self.unit, self.on = rota, unit, on

    @cached_property
    def order(self) -> str:
        chosen = RotaChoice.objects.filter(rota=self.rota, unit=self.unit).first()
        return chosen.order if chosen else self.rota.order

    @cached_property
    def names(self) -> list[RotaName]:
        """What its keepers have said of the list."""
        rows = RotaName.objects.filter(rota=self.rota, unit=self.unit)
        return list(rows.select_related("person", "holder_unit"))

    @cached_property
    def holders(self) -> dict[UUID, Holder]:
        """Whoever takes turns today, by id, in the order of the list; whoever is new comes last."""
        there = {one.pk: one for one in self.meant()}
        said = {row.person_id or row.holder_unit_id: row for row in self.names}
        ordered = [pk for pk, row in said.items() if pk in there and not row.out]
        return {pk: there[pk] for pk in (*ordered, *(pk for pk in there if pk not in said))}

    def meant(self) -> list[Holder]:
        """Whom the rota means, listed or not."""
        kind = self.rota.of_units
        if kind:
            return [of_unit(one, self.on) for one in self.units(kind)]
        if self.rota.among == LIST:
            return self._listed()
        people = people_in([self.rota.among], self.unit, on=self.on).order_by("sort_key", "pk")
        return [of_person(one) for one in people]

    def units(self, kind: str) -> list[Unit]:
        if kind == UnitKind.CLASS:
            return classes_on(self.on)
        return sorted(Unit.objects.on(self.on).filter(kind=kind), key=order_on_lists)

    def _listed(self) -> list[Holder]:
        """Of a list that is kept by hand: whoever is still at work here."""
        people = [row.person_id for row in self.names if row.person_id]
        here = set(Engagement.objects.on(self.on).filter(person__in=people).values_list("person", flat=True)) if people else set()
        found = []
        for row in self.names:
            if row.person and row.person_id in here:
                found.append(of_person(row.person))
            elif row.holder_unit and row.holder_unit.is_true_on(self.on):
                found.append(of_unit(row.holder_unit, self.on))
        return found

    def offered(self) -> list[Person]:
        """Who may be named beside them: the staff of the school stands in for anybody."""
        return list(
            Person.objects.filter(engagements__in=Engagement.objects.on(self.on).filter(kind=EngagementKind.STAFF)).distinct()
        )


class Absences:
    """Who is away when, within a span of days. Two queries."""

    def __init__(self, people: Iterable[UUID], starts: date, ends: date) -> None:
        self._rows: dict[UUID, list[Absence | Away]] = defaultdict(list)
        ids = list(people)
        touches = Q(from_day__isnull=True) | Q(from_day__lte=ends)
        touches &= Q(to_day__isnull=True) | Q(to_day__gte=starts)
        for model in (Absence, Away) if ids else ():
            for row in model.objects.filter(touches, person__in=ids):
                self._rows[row.person_id].append(row)

    def reason(self, person: UUID, starts: date, ends: date) -> str:
        """Why she is away on any of these days; empty if she is there."""
        for row in self._rows.get(person, ()):
            if (row.from_day is None or row.from_day <= ends) and (row.to_day is None or row.to_day >= starts):
                return _words(row)
        return ""

    def away(self, starts: date, ends: date) -> set[UUID]:
        return {pk for pk in self._rows if self.reason(pk, starts, ends)}


def _words(row: Absence | Away) -> str:
    """What a colleague may read of it: never the note of a leave, nor that somebody is ill."""
    return _("on leave") if isinstance(row, Absence) else row.note or _("asked to be passed over")
