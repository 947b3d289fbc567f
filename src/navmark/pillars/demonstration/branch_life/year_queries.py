"""Reading the year at a glance: kinds and units by months, what was asked for and what was held.

A viewer sees the meetings that are hers to see, and the duties that are hers to see (`cadence.access`): to a member without an
office the page says what was held and what is arranged, never which group is behind. Talks are in no row: `talks.py` counts them.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import pgettext

from navmark.foundation.activities import access as activities
from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.kinds import Kind
from navmark.foundation.activities.models import Activity, ActivityState, Part
from navmark.foundation.cadence.access import subjects_for
from navmark.foundation.cadence.coverage import Covered, coverage, owner_of
from navmark.foundation.cadence.models import Fulfilment
from navmark.foundation.cadence.spans import party_year_of
from navmark.foundation.people.models import Unit, UnitKind
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.records.models import Record, RecordState
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.year import MONTHS, Branch, Cell, Meeting, Row, Year

YEARLY = (kinds.LIFE_MEETING, kinds.REVIEW)  # belong to a 年度, which ends in the next spring
IN_HOUSE = ("committee", "clerk", "secretary")


def year_for(viewer: Viewer, year: int) -> Year:
    """The page's content for this viewer; as many queries for many branches and groups as for one."""
    units, seen = _units(viewer, year), set(subjects_for(viewer))
    shown = [kind for kind in kinds.KINDS if kind.code != kinds.TALK]
    owners = [owner_of(unit) for unit in units if unit.pk in seen]
    lines = coverage(owners, year, on=viewer.on, kinds=[kind.code for kind in shown])
    owed = {(line.cadence.activity_kind, line.owner.pk): line.cells for line in lines if line.cells}
    held = _meetings(viewer, year, [kind.code for kind in shown])
    branches = [unit for unit in units if unit.kind == UnitKind.BRANCH and unit.pk in viewer.branch_ids]

    def row(kind: Kind, unit: Unit) -> Row:
        covered = owed.get((kind.code, unit.pk))
        found = held[kind.code, unit.pk]
        cells = _covered_cells(covered, found, year) if covered else _plain_cells(kind.code, found, year)
        return Row(kind, unit, tuple(cells), owed=covered is not None)

    def rows(branch: Unit) -> Iterable[Row]:
        own = [branch, *(unit for unit in units if unit.parent_id == branch.pk)]
        seen_here = [kind for kind in shown if _may_see(viewer, kind, branch)]
        found = (row(kind, unit) for kind in seen_here for unit in own if kind.unit_kind == unit.kind)
        return (one for one in found if any(cell.meetings for cell in one.cells) or _knows_of(viewer, one.unit))

    return Year(year, tuple(Branch(branch, tuple(rows(branch))) for branch in branches))


def _may_see(viewer: Viewer, kind: Kind, branch: Unit) -> bool:
    return kind.expected != ("committee",) or viewer.is_in(branch, *IN_HOUSE)


def _knows_of(viewer: Viewer, unit: Unit) -> bool:
    """What another group held is not open to her: a row without meetings would say that there were none."""
    return unit.kind == UnitKind.BRANCH or viewer.is_in(unit, *IN_HOUSE) or unit.pk in viewer.homes_in("members", "group_leader")


def _units(viewer: Viewer, year: int) -> list[Unit]:
    """Branches and groups that were there at any time of the year, the older first."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    there = (unit for unit in viewer.units if (unit.from_day or first) <= last and (unit.to_day or last) >= first)
    shown = (unit for unit in there if unit.kind in (UnitKind.BRANCH, UnitKind.PARTY_GROUP))
    return sorted(shown, key=lambda unit: (unit.kind, unit.from_day or date.min, unit.number or 0, unit.pk))


def _meetings(viewer: Viewer, year: int, codes: list[str]) -> dict[tuple, list[tuple[str, Meeting]]]:
    """(kind, unit) -> [(key of the period it fulfilled or "", meeting)] in order of time. One query."""
    fulfilled = Fulfilment.objects.filter(source_id=OuterRef("pk"), duty__subject_id=OuterRef("activity__unit"))
    record = Record.objects.filter(school=OuterRef("school"), owner_kind=ACTIVITY, owner_id=OuterRef("activity"))
    rows = Part.objects.filter(Q(activity__day__year=year) | Q(kind__in=YEARLY, activity__day__year=year + 1))
    rows = rows.filter(kind__in=codes, activity__in=activities.visible_to(viewer).exclude(state=ActivityState.CANCELLED))
    rows = rows.annotate(period=Subquery(fulfilled.values("duty__period_key")[:1]), record=Subquery(record.values("state")[:1]))
    found: dict[tuple, list[tuple[str, Meeting]]] = defaultdict(list)
    for part in rows.select_related("activity").order_by("activity__starts_at", "activity_id"):
        meeting = Meeting(part.activity_id, part.activity.day, _state(part.activity, part.record))
        found[part.kind, part.activity.unit_id].append((part.period or "", meeting))
    return found


def _state(activity: Activity, record: str | None) -> str:
    if activity.state == ActivityState.PLANNED:
        return "planned"
    return {RecordState.LOCKED: "locked", RecordState.SUBMITTED: "recorded"}.get(RecordState(record or "open"), "held")


def _covered_cells(covered: Iterable[Covered], found: list[tuple[str, Meeting]], year: int) -> Iterable[Cell]:
    for one in covered:
        mine = [meeting for key, meeting in found if (key == one.span.key if key else _lies_in(meeting.day, one, year))]
        yield Cell(one.first_month, one.months, _labelled(mine, one.months, year), one.state, one.times, one.done)


def _lies_in(day: date, one: Covered, year: int) -> bool:
    if one.span.key.startswith("party-"):
        return party_year_of(day) == year
    return day.year == year and one.first_month <= day.month < one.first_month + one.months


def _plain_cells(code: str, found: list[tuple[str, Meeting]], year: int) -> Iterable[Cell]:
    """A row of which nothing is asked, or not before this viewer's eyes: what was held, month by month or in the 年度."""
    if code in YEARLY:
        mine = [one for key, one in found if (key or f"party-{party_year_of(one.day)}") == f"party-{year}"]
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
