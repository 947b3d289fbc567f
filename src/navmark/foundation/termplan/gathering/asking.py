"""What every source is asked: which weeks, before whose eyes."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from navmark.foundation.almanac.terms import SchoolCalendar, TermDates
from navmark.foundation.people.circles.named import STAFF
from navmark.foundation.people.models import Unit, UnitKind
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.termplan.columns import Columns
from navmark.foundation.termplan.weeks import TermWeek, week_at


@dataclass(frozen=True)
class PlanAsked:
    viewer: Viewer
    calendar: SchoolCalendar
    term: TermDates
    weeks: list[TermWeek]
    columns: Columns
    only: TermWeek | None = None  # the one week that will be looked at

    @property
    def span(self) -> tuple[date, date]:
        return self.weeks[0].starts, self.weeks[-1].ends

    @property
    def days_seen(self) -> tuple[date, date]:
        """From the first to the last day of which something is looked at."""
        return (self.only.starts, self.only.ends) if self.only else self.span

    def place_of(self, day: date) -> int:
        return week_at(self.weeks, day)

    def whose(self, unit_id: object) -> str:
        """The unit's name where several of its kind hold such things."""
        unit = self._units.get(unit_id)
        return name_on(unit, self.viewer.on) if unit is not None and unit.kind in self._told_apart else ""

    def how_many(self, unit_kind: str) -> int:
        """Units of a kind there are today."""
        return sum(unit.kind == unit_kind for unit in self.viewer.units_today)

    @cached_property
    def _units(self) -> dict[object, Unit]:
        return {unit.pk: unit for unit in self.viewer.units}

    @cached_property
    def _told_apart(self) -> set[str]:
        kinds = [unit.kind for unit in self.viewer.units_today if unit.kind != UnitKind.SCHOOL]
        return {kind for kind in kinds if kinds.count(kind) > 1}


def is_for_all(*readers: tuple[str, ...]) -> bool:
    """Whether the whole staff reads all of it, by the circles of each."""
    return all(STAFF in some for some in readers)
