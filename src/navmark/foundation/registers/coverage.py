"""Who has none yet: units, or people of a circle, by months or terms of a school year. A hint to keepers, and no ranking: it is
read in the order of the units or of the names, and nobody's are added up."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from navmark.foundation.almanac.arithmetic import add_months, month_end
from navmark.foundation.papers.queries import answers_to
from navmark.foundation.people.by_name import told_apart
from navmark.foundation.people.circles import people_in
from navmark.foundation.people.models import Unit, UnitKind
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access, known
from navmark.foundation.registers.files import ENTRY
from navmark.foundation.registers.models import Entry, Register
from navmark.foundation.registers.owing import due_days
from navmark.foundation.ui.dates import cn_month

PERSON, UNIT = "person", "unit"
Span = tuple[date, date]  # the first and the last day
HOLIDAYS = timedelta(days=92)  # in which what is owed in a school year may be written already
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
        words = [_("First term"), _("Second term")][number] if by_term else cn_month(first.month)
        found.append(PeriodOfYear(words, first, month_end(add_months(first, months - 1))))
        first = add_months(first, months)
    return found


def is_open_to(viewer: Viewer, one: Register) -> bool:
    """Whether it is shown to her: the lines of the units that she keeps by an office, and all where she keeps every one."""
    if not one.coverage or not access.keeps_some(viewer, one):
        return False
    return _keeps_all(viewer, one) or bool(not _of_people(one) and _kept_units(viewer, one))


def sorts(viewer: Viewer, one: Register) -> tuple[str, ...]:
    """By which kinds of unit it may be looked at, that which the register says first: whose classes are told, grades may be
    told too, where all are hers."""
    if _of_people(one):
        return ()
    kind = _unit_kind(one)
    wider = [UnitKind.GRADE.value] if kind == UnitKind.CLASS and _keeps_all(viewer, one) else []
    return (kind, *(code for code in wider if any(unit.kind == code for unit in viewer.units_today)))


def asked(one: Register, of: str = "") -> str:
    """Of what sort the lines are, as their heading."""
    return str(_("Name") if _of_people(one) else UnitKind(of or _unit_kind(one)).label)


def coverage(viewer: Viewer, one: Register, year: int, *, of: str = "") -> tuple[list[PeriodOfYear], list[CoverageRow]]:
    """`of`: one of its `sorts`, else the first. As many queries for many units and entries as for few."""
    of = of or _unit_kind(one)
    columns = periods(one, year)
    first, last = columns[0].first, columns[-1].last
    still = Q(day__lt=first) & (Q(closed_at__isnull=True) | Q(closed_at__date__gte=first)) if _stands(one) else Q(pk__in=[])
    earliest = first - HOLIDAYS if one.is_owed else first
    rows = access.visible_to(viewer, one).filter(Q(day__range=(earliest, last)) | still)
    spans = _spans_of(one, list(rows.select_related(None).prefetch_related("hands")), viewer.on)
    if of == UnitKind.GRADE:
        _into_grades(viewer, spans)
    found = [
        CoverageRow(name, tuple(_cell(spans[key], column, viewer.on) for column in columns))
        for key, name in _rows(viewer, one, of)
    ]
    return columns, found


def _cell(spans: Iterable[Span], column: PeriodOfYear, on: date) -> bool | None:
    if any(first <= column.last and column.first <= last for first, last in spans):
        return True
    return None if on < column.first else False


def _of_people(one: Register) -> bool:
    return one.coverage.startswith(PERSON)


def _unit_kind(one: Register) -> str:
    return one.unit_kind if one.coverage == UNIT else one.coverage


def _keeps_all(viewer: Viewer, one: Register) -> bool:
    holding = {unit.pk for unit in viewer.units_today if unit.kind == one.unit_kind}
    return holding <= access.units_kept_by_office(viewer, one)


def _into_grades(viewer: Viewer, spans: dict[str, set[Span]]) -> None:
    """What stands in a class stands in the grade that it was in on that day."""
    grades = {unit.number: str(unit.pk) for unit in viewer.units_today if unit.kind == UnitKind.GRADE}
    for unit in viewer.units_today:
        if unit.kind == UnitKind.CLASS:
            for span in spans[str(unit.pk)]:
                spans[grades.get(unit.grade_on(span[0]), "")].add(span)


def _kept_units(viewer: Viewer, one: Register, of: str = "") -> list[Unit]:
    hers, whole = access.units_kept_by_office(viewer, one), _keeps_all(viewer, one)
    return [unit for unit in viewer.units_today if unit.kind == (of or _unit_kind(one)) and (whole or unit.pk in hers)]


def _rows(viewer: Viewer, one: Register, of: str) -> list[tuple[str, str]]:
    """(id, name) of whom it is asked, in their order."""
    if _of_people(one):
        return [(who.id, f"{who.name} {who.mark}".strip()) for who in _apart(viewer, one.coverage.partition(":")[2])]
    return [(str(unit.pk), name_on(unit, viewer.on)) for unit in _kept_units(viewer, one, of)]


def _stands(one: Register) -> bool:
    """Whether its entries rest in an open state: things that are there (a corner) until they are closed, not what happened."""
    course = known.newest(one).course
    return any(not state.is_closed and course.rests_in(state.key) for state in course.states)


def _apart(viewer: Viewer, circle: str) -> Sequence[Any]:
    return told_apart(people_in([circle], None, on=viewer.on).only("pk", "name", "staff_number"), viewer.on)


def _spans_of(one: Register, entries: Sequence[Entry], on: date) -> dict[str, set[Span]]:
    """Unit or person -> from when to when the entries count in which they stand: by the head, or in an answer that everybody
    reads. What did what was owed counts in the period in which that was due."""
    papers, found, stands = answers_to(ENTRY, [entry.pk for entry in entries]), defaultdict[str, set[Span]](set), _stands(one)
    due = due_days([entry.pk for entry in entries]) if one.is_owed else {}
    for entry in entries:
        until = (localdate(entry.closed_at) if entry.closed_at else on) if stands else entry.day
        counts = due.get(entry.pk, entry.day)
        span = counts, max(until, counts)
        for key in (entry.unit_id, entry.owner_id, *(hand.person_id for hand in entry.hands.all())):
            found[str(key)].add(span)
        paper = papers.get(entry.pk)
        for field in paper.edition.description.fields if paper else ():
            if field.is_asked and not field.is_sealed and paper and paper.values.get(field.key) is not None:
                for _kind, pk in field.ids_in(paper.values[field.key]):
                    found[pk].add(span)
    return found
