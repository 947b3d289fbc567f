"""学生名册. 班级编号 1101 is grade 1 class 1 in the school year of the table; what is kept is the year of entry."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from navmark.foundation.people.importing import columns, facts
from navmark.foundation.people.importing.guardian_columns import guardian_columns, named_in
from navmark.foundation.people.importing.guardians import take_guardians
from navmark.foundation.people.importing.setting import Setting
from navmark.foundation.people.models import EngagementKind, Person, Unit
from navmark.foundation.people.naming import class_name_on
from navmark.foundation.tables import cells
from navmark.foundation.tables.cells import ClassName
from navmark.foundation.tables.headings import Column
from navmark.foundation.tables.preview import Change
from navmark.foundation.tables.refusals import CellProblem
from navmark.foundation.tables.rows import Row

EXAMPLE = {"example": "一年级(1)班"}
NUMBERS = ("学籍号", "全国学籍号", "学号", "学生编号", "教育ID", "学籍辅号")


def pupil_columns() -> tuple[Column, ...]:
    codes, classes = ("班级编号", "班级代码"), ("班级名称", "班级", "所在班级", "年级班级", "班", "班别", "班号")
    return (
        columns.serial(),
        Column("class_code", _("Class code"), codes, cells.class_name, fills_down=True),
        Column("grade", _("Grade"), ("年级", "所在年级", "年级名称"), cells.grade, fills_down=True),
        Column("class", _("Class"), classes, cells.class_or_number, fills_down=True),
        Column("pupil_number", _("Pupil number"), NUMBERS, cells.identifier),
        columns.name(),
        columns.sex(),
        columns.born(),
        columns.ethnic(),
        columns.id_number(),
        columns.address(),
        columns.phone(),
        *guardian_columns(),
    )


def check_pupil(setting: Setting, _candidates: Sequence[Person], row: Row) -> None:
    """Raises CellProblem when the row names no class, or two, or a guardian's phone without a name."""
    _class_of(setting, row)
    list(named_in(row))


def take_pupil(setting: Setting, person: Person, row: Row) -> list[Change]:
    changes = facts.engaged(setting.register, person, EngagementKind.PUPIL)
    changes += facts.place(setting.register, person, _class_of(setting, row), on=setting.on)
    return changes + take_guardians(setting, person, row)


def shown_pupil(setting: Setting, row: Row) -> dict[str, str]:
    """The class as it was understood, wherever it stands: in one column, in two, or in the name of the worksheet."""
    try:
        return {"class": class_name_on(_class_of(setting, row), setting.on)}
    except CellProblem:
        return {}


def _class_of(setting: Setting, row: Row) -> Unit:
    named = [setting.class_of(one) for one in _named(row)]
    if not named:
        raise CellProblem(_("no class stands in this row."))
    if named[0] is not named[-1]:
        raise CellProblem(_("the class code and the name of the class do not agree."))
    return named[0]


def _named(row: Row) -> Iterator[ClassName]:
    """The classes a row names; where it names none, the one that the worksheet or its title names."""
    own, grade = row.values.get("class"), row.values.get("grade")
    if own is not None and not own.is_whole:
        if grade is None:
            raise CellProblem(_("the grade of this class is missing; write the class like %(example)s.") % EXAMPLE)
        own = replace(own, grade=grade.grade, entry_year=grade.entry_year)
    elif own is not None and grade is not None and None not in (own.grade, grade.grade) and own.grade != grade.grade:
        raise CellProblem(_("the grade and the class do not agree."))
    found = [one for one in (own, row.values.get("class_code")) if one is not None]
    above = () if found else map(cells.class_in, (row.origin.worksheet, row.origin.title))
    yield from found or [one for one in above if one is not None][:1]
