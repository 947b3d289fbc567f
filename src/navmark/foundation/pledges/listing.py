"""The list of a kind: every object of today with who holds it; whom nobody has stands first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from navmark.foundation.cadence.models import Duty
from navmark.foundation.pledges.about import Thing, things_of
from navmark.foundation.pledges.actions.taking import PLEDGE
from navmark.foundation.pledges.models import Pledge, PledgeKind, PledgeState
from navmark.foundation.pledges.queries import strangers
from navmark.foundation.tables.writing import Field, Worksheet


@dataclass(frozen=True)
class HeldBy:
    """One who holds it, or was asked. `due_on`: until when she owes a word; for the keepers and herself."""

    pledge: Pledge
    is_stranger: bool
    due_on: date | None

    @property
    def is_asked(self) -> bool:
        return self.pledge.state == PledgeState.OFFERED


@dataclass(frozen=True)
class CoveredThing:
    """One object, and who holds it."""

    thing: Thing
    held: tuple[HeldBy, ...]

    @property
    def order(self) -> int:
        """Nobody first, then whose holder is gone, then the others."""
        if not any(not one.is_asked for one in self.held):
            return 0
        return 1 if any(one.is_stranger for one in self.held) else 2

    @property
    def has_nobody(self) -> bool:
        return self.order == 0


class PledgeList:
    """Of one kind on a day: a query for each sort of object it names, four more, and one for each unit that keeps some."""

    def __init__(self, kind: PledgeKind, *, on: date) -> None:
        self.kind, self.on = kind, on

    @cached_property
    def lines(self) -> list[CoveredThing]:
        held = self._held()
        things = {one.pk: one for one in things_of(self.kind, self.on)}
        things |= {thing.pk: thing for thing, _some in held.values() if thing.pk not in things}  # closed since, and still held
        return sorted(
            (CoveredThing(one, tuple(held[pk][1]) if pk in held else ()) for pk, one in things.items()), key=lambda one: one.order
        )

    def _held(self) -> dict[UUID, tuple[Thing, list[HeldBy]]]:
        rows = Pledge.objects.filter(kind=self.kind).exclude(state=PledgeState.ENDED).order_by("from_day", "pk")
        pledges = list(rows.select_related("kind", "unit", "holder", "about_unit", "about_person", "about_entry"))
        gone, due = strangers(pledges, self.on), self._due(pledges)
        found: dict[UUID, tuple[Thing, list[HeldBy]]] = {}
        for one in pledges:
            thing = Thing.of(one, self.on)
            found.setdefault(thing.pk, (thing, []))[1].append(HeldBy(one, one.pk in gone, due.get(one.pk)))
        return found

    def _due(self, pledges: list[Pledge]) -> dict[UUID, date]:
        """pledge -> the day of the word that is due first."""
        rows = Duty.objects.filter(source_kind=PLEDGE, about_id__in=[one.pk for one in pledges], closed_at__isnull=True)
        rows = rows.filter(due_on__isnull=False).order_by("-due_on")
        return dict(rows.values_list("about_id", "due_on"))

    @property
    def without(self) -> int:
        """How many objects nobody holds."""
        return sum(1 for one in self.lines if one.has_nobody)

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """As they are exported and printed: object, holder, since, basis; in the order of the programme."""
        names = {one.pk: place for place, one in enumerate(things_of(self.kind, self.on))}
        for one in sorted(self.lines, key=lambda line: names.get(line.thing.pk, len(names))):
            taken = [holding.pledge for holding in one.held if not holding.is_asked]
            yield from ((one.thing.name, pledge.holder.name, pledge.from_day, pledge.basis) for pledge in taken)
            if not taken:
                yield one.thing.name, "", None, ""

    @property
    def head(self) -> list[Field]:
        """In the school's language."""
        with override(settings.LANGUAGE_CODE):
            return [Field(_("Object")), Field(self.kind.holder_words), Field(_("Since"), "date"), Field(_("Basis"))]

    def worksheet(self, title: str) -> Worksheet:
        return Worksheet(title, self.head, list(self.rows()), title=title)
