"""任课表: who teaches what in which class, as offices have it: a row a class, a column a subject, names in the cells.

The long form (班级, 学科, 教师) is read too. Names are those of the staff; whoever is not on record is told at the cell, and
nothing is stored before every cell is understood.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from navmark.foundation.almanac.arithmetic import school_year_of
from navmark.foundation.people.circles import people_in
from navmark.foundation.people.circles.named import STAFF
from navmark.foundation.people.models import Person, Teaching, Unit
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.queries import classes_on
from navmark.foundation.tables.cells.classes import class_name
from navmark.foundation.tables.cells.words import person_name
from navmark.foundation.tables.refusals import CellProblem
from navmark.foundation.tables.table import Table

CLASS_HEADINGS = ("班级", "班别", "班", "班级名称", "年级班级")
SUBJECT_HEADINGS, TEACHER_HEADINGS = ("学科", "科目", "课程"), ("教师", "任课教师", "姓名", "教师姓名")
NO_SUBJECTS = ("序号", "编号", "年级", "班主任", "副班主任", "人数", "学生数", "教室", "备注")
BETWEEN_NAMES = re.compile(r"[、,，/;；\n]+")
LONGEST_SUBJECT = Teaching._meta.get_field("subject").max_length or 0


@dataclass(frozen=True)
class TeachingCell:
    """One class and subject of the table, with the names that stand there."""

    place: str
    klass: str
    subject: str
    names: str


@dataclass
class TeachingTable:
    """What was read: (class, subject) -> teachers, and what no cell could be made of. `ready`: all of it was understood."""

    wanted: dict[tuple[Unit, str], list[Person]] = field(default_factory=lambda: defaultdict(list))
    problems: list[str] = field(default_factory=list)

    @property
    def ready(self) -> bool:
        return bool(self.wanted) and not self.problems


def read_teaching(table: Table, *, on: date) -> TeachingTable:
    """Two queries, however long the table."""
    found = TeachingTable()
    cells = list(_cells(table))
    if not cells:
        found.problems.append(_("No heading says 班级: a row a class, a column a subject, names in the cells."))
    classes = {(unit.entry_year, unit.number): unit for unit in classes_on(on)}
    staff: dict[str, list[Person]] = defaultdict(list)
    for person in people_in((STAFF,), None, on=on):
        staff[person.name].append(person)
    for cell in cells:
        try:
            unit = _class_of(cell, classes, on)
            found.wanted[unit, cell.subject[:LONGEST_SUBJECT]] += [_teacher(name, staff) for name in _names_in(cell)]
        except CellProblem as problem:
            found.problems.append(f"{cell.place}：{problem}")
    return found


def _cells(table: Table) -> Iterator[TeachingCell]:
    for top, row in enumerate(table.rows):
        heads = [re.sub(r"\s+", "", cell) for cell in row]
        column = next((place for place, head in enumerate(heads) if head in CLASS_HEADINGS), None)
        if column is not None:
            below = list(enumerate(table.rows))[top + 1 :]
            long = _columns_of(heads, SUBJECT_HEADINGS), _columns_of(heads, TEACHER_HEADINGS)
            for index, cells in below:
                if klass := cells[column].strip():
                    yield from _of_row(table.place_of(index), klass, heads, cells, column, *long)
            return


def _columns_of(heads: list[str], names: tuple[str, ...]) -> int | None:
    return next((place for place, head in enumerate(heads) if head in names), None)


def _of_row(
    number: str, klass: str, heads: list[str], cells: list[str], column: int, subject: int | None, teacher: int | None
) -> Iterator[TeachingCell]:
    place = _("row %(row)s") % {"row": number}
    if subject is not None and teacher is not None:
        if cells[subject].strip():
            yield TeachingCell(place, klass, cells[subject].strip(), cells[teacher])
        return
    for at, head in enumerate(heads):
        if at != column and head and head not in NO_SUBJECTS:
            yield TeachingCell(f"{place} · {head}", klass, head, cells[at])


def _class_of(cell: TeachingCell, classes: dict[tuple[int | None, int | None], Unit], on: date) -> Unit:
    named = class_name(cell.klass)
    entry = None if named is None else named.entry_year or school_year_of(on) - (named.grade or 0) + 1
    unit = classes.get((entry, named.number)) if named else None
    if unit is None:
        raise CellProblem(_("there is no class “%(class)s”; import the pupils' table first.") % {"class": cell.klass})
    return unit


def _names_in(cell: TeachingCell) -> Iterator[str]:
    for part in BETWEEN_NAMES.split(cell.names):
        if part.strip(" —-/\u3000"):
            yield person_name(part)


def _teacher(name: str, staff: dict[str, list[Person]]) -> Person:
    found = staff.get(name, [])
    if not found:
        raise CellProblem(
            _("nobody on the staff is called “%(name)s”; correct the name, or add the person first.") % {"name": name}
        )
    if len(found) > 1:
        words = _("%(count)s colleagues are called “%(name)s”; tell them apart first.")
        raise CellProblem(words % {"count": len(found), "name": name})
    return found[0]


@dataclass(frozen=True)
class TaughtChange:
    """One line of the preview."""

    unit: Unit
    name: str
    subject: str
    before: str
    after: str


def changes_of(table: TeachingTable, *, on: date) -> list[TaughtChange]:
    """What the table would change, in its order; one query."""
    held: dict[tuple, list[Person]] = defaultdict(list)
    units = {unit.pk for unit, _subject in table.wanted}
    for row in Teaching.objects.on(on).filter(unit__in=units).select_related("person"):
        held[row.unit_id, row.subject].append(row.person)
    found = []
    for (unit, subject), people in table.wanted.items():
        before, after = held[unit.pk, subject], people
        if {one.pk for one in before} != {one.pk for one in after}:
            words = ("、".join(sorted(one.name for one in some)) for some in (before, after))
            found.append(TaughtChange(unit, name_on(unit, on), subject, *words))
    return found


def grid_of(on: date) -> tuple[list[str], list[tuple[Unit, str, list[tuple[str, str]]]]]:
    """The table as it stands: subjects, and a line a class with (subject, names) for each; two queries."""
    rows = list(Teaching.objects.on(on).select_related("person").order_by("subject", "person__sort_key"))
    subjects = list(dict.fromkeys(row.subject for row in sorted(rows, key=lambda row: _usual(row.subject))))
    names: dict[tuple, list[str]] = defaultdict(list)
    for row in rows:
        names[row.unit_id, row.subject].append(row.person.name)
    classes = classes_on(on)
    lines = [
        (unit, name_on(unit, on), [(subject, "、".join(names[unit.pk, subject])) for subject in subjects]) for unit in classes
    ]
    return subjects, lines


USUAL = ("语文", "数学", "英语", "道德与法治", "科学", "体育与健康", "体育", "音乐", "美术", "信息科技", "劳动", "综合实践")


def _usual(subject: str) -> tuple[int, str]:
    return (USUAL.index(subject) if subject in USUAL else len(USUAL), subject)
