"""Who has none yet: units, or people of a circle, by months or terms of a school year. A hint to keepers, and no ranking: it is
read in the order of the units or of the names, and nobody's are added up."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from navmark.foundation.almanac.arithmetic import add_months, month_end
from navmark.foundation.papers.queries import answers_to
from navmark.foundation.people.by_name import told_apart
from navmark.foundation.people.circles import people_in
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access
from navmark.foundation.registers.files import ENTRY
from navmark.foundation.registers.models import Entry, Register

PERSON, UNIT = "person", "unit"
MONTHS, TERMS = (1,) * 12, (5, 7)  # how many months each period has, from September on


@dataclass(frozen=True)
class PeriodOfYear:
    """Some months of a school year, as the heading calls them."""

    words: str
    first: date
    last: date


@dataclass(frozen=True)
class CoverageRow:
    """A unit or a person, and for each period whether there is something: None where it has not begun."""

    name: str
    cells: tuple[bool | None, ...]

    @property
    def has_none(self) -> bool:
        return not any(self.cells)


def periods(one: Register, year: int) -> list[PeriodOfYear]:
    """Of the school year that begins in September of `year`."""
    found, first = [], date(year, 9, 1)
    by_term = one.coverage_by == "term"
    for number, months in enumerate(TERMS if by_term else MONTHS):
        words = [_("First term"), _("Second term")][number] if by_term else _("M%(month)s") % {"month": first.month}
        found.append(PeriodOfYear(words, first, month_end(add_months(first, months - 1))))
        first = add_months(first, months)
    return found


def coverage(viewer: Viewer, one: Register, year: int) -> tuple[list[PeriodOfYear], list[CoverageRow]]:
    """As many queries for many units and entries as for few."""
    columns = periods(one, year)
    rows = access.visible_to(viewer, one).filter(day__range=(columns[0].first, columns[-1].last))
    days = _days_of(list(rows.select_related(None).prefetch_related("hands")))
    found = [
        CoverageRow(name, tuple(_cell(days[key], column, viewer.on) for column in columns)) for key, name in _rows(viewer, one)
    ]
    return columns, found


def _cell(days: Iterable[date], column: PeriodOfYear, on: date) -> bool | None:
    if any(column.first <= day <= column.last for day in days):
        return True
    return None if on < column.first else False


def _rows(viewer: Viewer, one: Register) -> list[tuple[str, str]]:
    """(id, name) of whom it is asked, in their order."""
    kind, _colon, circle = one.coverage.partition(":")
    if kind == PERSON:
        return [(who.id, f"{who.name} {who.mark}".strip()) for who in _apart(viewer, circle)]
    wanted = one.unit_kind if kind == UNIT else kind
    return [(str(unit.pk), name_on(unit, viewer.on)) for unit in viewer.units_today if unit.kind == wanted]


def _apart(viewer: Viewer, circle: str) -> Sequence[Any]:
    return told_apart(people_in([circle], None, on=viewer.on).only("pk", "name", "staff_number"), viewer.on)


def _days_of(entries: Sequence[Entry]) -> dict[str, set[date]]:
    """Unit or person -> the days of the entries in which they stand: by the head, or in an answer that everybody reads."""
    papers, found = answers_to(ENTRY, [entry.pk for entry in entries]), defaultdict[str, set[date]](set)
    for entry in entries:
        found[str(entry.unit_id)].add(entry.day)
        for person in (entry.owner_id, *(hand.person_id for hand in entry.hands.all())):
            found[str(person)].add(entry.day)
        paper = papers.get(entry.pk)
        for field in paper.edition.description.fields if paper else ():
            if field.is_asked and not field.is_sealed and paper and paper.values.get(field.key) is not None:
                for _kind, pk in field.ids_in(paper.values[field.key]):
                    found[pk].add(entry.day)
    return found
