"""Reading the year at a glance: kinds and units by months, what was asked for and what was held.

A viewer sees the occasions that are hers to see, and the duties that are hers to see (`cadence.access`): to whoever has no office
the page says what was held and what is arranged, never which unit is behind. What two keep between them is in no row.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import pgettext

from navmark.foundation.activities import access, kinds
from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.kinds import Kind
from navmark.foundation.activities.models import Activity, ActivityState, Part
from navmark.foundation.activities.shelves import Shelf, readers_of
from navmark.foundation.activities.year.shape import MONTHS, Block, Cell, Meeting, Year, YearRow
from navmark.foundation.almanac.periods import yearly_key
from navmark.foundation.cadence.access import subjects_for
from navmark.foundation.cadence.coverage import Covered, coverage, owner_of
from navmark.foundation.cadence.models import Fulfilment
from navmark.foundation.cadence.spans import party_year_of
from navmark.foundation.people.models import Unit
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.records.models import Record, RecordState

Found = dict[tuple[str, UUID], list[tuple[str, Meeting]]]  # (kind, unit) -> (key of the period it fulfilled, or "", meeting)


def year_for(viewer: Viewer, shelf: Shelf, year: int) -> Year:
    """The page's content for this viewer; as many queries for many units and kinds as for one."""
    units = _units(viewer, shelf, year)
    dues = _dues(viewer, shelf, units)
    owners = [owner_of(unit) for unit in units if unit.pk in {pk for _kind, pk in dues}]
    lines = coverage(owners, year, on=viewer.on, kinds=[kind.code for kind in shelf.open])
    covers = {(line.cadence.activity_kind, line.owner.pk): line.cells for line in lines if line.cells}
    owed = {key: cells for key, cells in covers.items() if key in dues}
    held = _meetings(viewer, shelf.open, year)

    def row(kind: Kind, unit: Unit, top: Unit | None) -> YearRow:
        covered, found = owed.get((kind.code, unit.pk)), held[kind.code, unit.pk]
        cells = _covered_cells(covered, found, year) if covered else _plain_cells(kind, found, year)
        name = name_on(unit, min(viewer.on, date(year, 12, 31)))
        what, whose = (str(kind.title), "" if unit == top else name) if top else (name, "")
        return YearRow(kind, unit, tuple(cells), owed=covered is not None, what=what, whose=whose)

    def rows(top: Unit | None, own: list[Unit]) -> Iterator[YearRow]:
        found = (row(kind, unit, top) for kind in shelf.open for unit in own if kind.unit_kind == unit.kind)
        # A row without meetings would say that there were none: of what is not open to her it says nothing.
        return (one for one in found if any(cell.meetings for cell in one.cells) or _reads(viewer, one))

    return Year(year, tuple(Block(top.name if top else "", tuple(rows(top, own))) for top, own in _blocks(viewer, shelf, units)))


def _dues(viewer: Viewer, shelf: Shelf, units: list[Unit]) -> set[tuple[str, UUID]]:
    """(kind, unit) of which she sees what is asked for: of her own units, and of a kind that is in her charge or watched."""
    seen = set(subjects_for(viewer))
    held = ((kind, unit) for kind in shelf.open for unit in units if kind.unit_kind == unit.kind)
    return {(kind.code, unit.pk) for kind, unit in held if unit.pk in seen or viewer.is_in(unit, *kind.in_charge, *kind.watching)}


def _blocks(viewer: Viewer, shelf: Shelf, units: list[Unit]) -> list[tuple[Unit | None, list[Unit]]]:
    """Of one kind its units, line by line. Of several each unit that is hers, with those below it."""
    if len(shelf.kinds) == 1:
        return [(None, units)]
    held_in = {unit.pk for unit in units}
    tops = [unit for unit in units if unit.parent_id not in held_in]
    below = {top.pk: [top, *(unit for unit in units if unit.parent_id == top.pk)] for top in tops}
    return [(top, below[top.pk]) for top in tops if any(_reads_of(viewer, shelf, unit) for unit in below[top.pk])]


def _reads_of(viewer: Viewer, shelf: Shelf, unit: Unit) -> bool:
    return any(kind.unit_kind == unit.kind and viewer.is_in(unit, *readers_of(kind)) for kind in shelf.open)


def _reads(viewer: Viewer, row: YearRow) -> bool:
    return viewer.is_in(row.unit, *readers_of(row.kind))


def _units(viewer: Viewer, shelf: Shelf, year: int) -> list[Unit]:
    """The units that hold these kinds and were there at any time of the year, the older first."""
    first, last, asked = date(year, 1, 1), date(year, 12, 31), {kind.unit_kind for kind in shelf.open}
    there = (unit for unit in viewer.units if (unit.from_day or first) <= last and (unit.to_day or last) >= first)
    shown = (unit for unit in there if unit.kind in asked)
    return sorted(shown, key=_in_order)


def _in_order(unit: Unit) -> tuple:
    """Classes from the youngest, everything else from the oldest."""
    return unit.kind, -(unit.entry_year or 0), unit.from_day or date.min, unit.number or 0, unit.pk


def _meetings(viewer: Viewer, shown: Iterable[Kind], year: int) -> Found:
    """In order of time. One query."""
    fulfilled = Fulfilment.objects.filter(source_id=OuterRef("pk"), duty__subject_id=OuterRef("activity__unit"))
    record = Record.objects.filter(school=OuterRef("school"), owner_kind=ACTIVITY, owner_id=OuterRef("activity"))
    codes, yearly = [kind.code for kind in shown], [kind.code for kind in shown if kind.is_yearly]
    rows = Part.objects.filter(Q(activity__day__year=year) | Q(kind__in=yearly, activity__day__year=year + 1))
    rows = rows.filter(kind__in=codes, activity__in=access.visible_to(viewer).exclude(state=ActivityState.CANCELLED))
    rows = rows.annotate(period=Subquery(fulfilled.values("duty__period_key")[:1]), record=Subquery(record.values("state")[:1]))
    found: Found = defaultdict(list)
    for part in rows.select_related("activity").order_by("activity__starts_at", "activity_id"):
        page = reverse(kinds.kind(part.kind).page, args=[part.activity_id])
        meeting = Meeting(part.activity_id, page, part.activity.day, _state(part.activity, part.record))
        found[part.kind, part.activity.unit_id].append((part.period or "", meeting))
    return found


def _state(activity: Activity, record: str | None) -> str:
    if activity.state == ActivityState.PLANNED:
        return "planned"
    if record is None and activity.completed_at is not None:  # of what needs no second signature
        return "locked"
    return {RecordState.LOCKED: "locked", RecordState.SUBMITTED: "recorded"}.get(RecordState(record or "open"), "held")


def _covered_cells(covered: Iterable[Covered], found: list[tuple[str, Meeting]], year: int) -> Iterable[Cell]:
    for one in covered:
        mine = [meeting for key, meeting in found if (key == one.span.key if key else _lies_in(meeting.day, one, year))]
        yield Cell(one.first_month, one.months, _labelled(mine, one.months, year), one.state, one.times, one.done)


def _lies_in(day: date, one: Covered, year: int) -> bool:
    if one.span.key == yearly_key(year):
        return party_year_of(day) == year
    return day.year == year and one.first_month <= day.month < one.first_month + one.months


def _plain_cells(kind: Kind, found: list[tuple[str, Meeting]], year: int) -> Iterable[Cell]:
    """A row of which nothing is asked, or not before this viewer's eyes: what was held, month by month or in the 年度."""
    if kind.is_yearly:
        mine = [one for key, one in found if (key or yearly_key(party_year_of(one.day))) == yearly_key(year)]
        yield Cell(1, 12, _labelled(mine, 12, year))
        return
    for month in MONTHS:
        mine = [one for _key, one in found if (one.day.year, one.day.month) == (year, month)]
        yield Cell(month, 1, _labelled(mine, 1, year))


def _labelled(meetings: Iterable[Meeting], months: int, year: int) -> tuple[Meeting, ...]:
    return tuple(replace(one, label=_label(one.day, months, year)) for one in meetings)


def _label(day: date, months: int, year: int) -> str:
    """12日 in a month's cell, 3月12日 in a wider one, with the year when it is another."""
    numbers = {"year": day.year, "month": day.month, "day": day.day}
    if day.year != year:
        return pgettext("matrix", "%(day)s/%(month)s/%(year)s") % numbers
    return (pgettext("matrix", "%(day)s") if months == 1 else pgettext("matrix", "%(day)s/%(month)s")) % numbers
