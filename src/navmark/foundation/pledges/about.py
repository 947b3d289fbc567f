"""What a pledge may be about: a unit of a kind, a person of a circle, an open entry of a register."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Self
from uuid import UUID

from navmark.foundation.people.circles import people_in
from navmark.foundation.people.models import Unit
from navmark.foundation.people.naming import name_on, order_on_lists
from navmark.foundation.pledges.models import Pledge, PledgeKind
from navmark.foundation.registers.models import Entry

UNIT, PERSON, ENTRY = "unit", "person", "entry"
ALL = (UNIT, PERSON, ENTRY)


@dataclass(frozen=True)
class Thing:
    """One thing that is or may be taken on. `kind`: unit, person or entry."""

    kind: str
    pk: UUID
    name: str

    @classmethod
    def of(cls, pledge: Pledge, on: date) -> Self:
        """As it is called on that day."""
        if pledge.about_unit is not None:
            return cls(UNIT, pledge.about_unit.pk, name_on(pledge.about_unit, on))
        row: Any = pledge.about_person or pledge.about_entry
        return cls(PERSON if pledge.about_person else ENTRY, row.pk, str(row))

    @property
    def columns(self) -> dict[str, UUID]:
        """As a pledge names it."""
        return {f"about_{self.kind}_id": self.pk}


def parted(about: Iterable[str]) -> Iterator[tuple[str, str]]:
    """("unit", "grade") of "unit:grade"."""
    for one in about:
        kind, _colon, of = one.partition(":")
        yield kind, of


def things_of(kind: PledgeKind, on: date) -> list[Thing]:
    """Everything of that day that this kind may be about, in the order of the programme. One query for each that it names."""
    return [thing for what, of in parted(kind.about) for thing in _READ[what](of, on)]


def thing_of(kind: PledgeKind, pk: UUID, on: date) -> Thing | None:
    return next((one for one in things_of(kind, on) if one.pk == pk), None)


def _units(of: str, on: date) -> Iterator[Thing]:
    rows = sorted(Unit.objects.on(on).filter(kind=of), key=order_on_lists)
    yield from (Thing(UNIT, one.pk, name_on(one, on)) for one in rows)


def _people(of: str, on: date) -> Iterator[Thing]:
    rows = people_in([of], None, on=on).order_by("sort_key", "pk").values_list("pk", "name")
    yield from (Thing(PERSON, pk, name) for pk, name in rows)


def _entries(of: str, _on: date) -> Iterator[Thing]:
    """Those that are still open; a closed one asks for nobody."""
    rows = Entry.objects.filter(register__code=of, closed_at__isnull=True).order_by("day", "number", "pk")
    yield from (Thing(ENTRY, pk, title) for pk, title in rows.values_list("pk", "title"))


_READ = {UNIT: _units, PERSON: _people, ENTRY: _entries}
