"""学生名册. 班级编号 1101 is grade 1 class 1 in the school year of the table; what is kept is the year of entry."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from navmark.foundation.people.importing import columns, facts
from navmark.foundation.people.importing.setting import Setting
from navmark.foundation.people.models import EngagementKind, Person, Unit
from navmark.foundation.tables import cells
from navmark.foundation.tables.headings import Column
from navmark.foundation.tables.preview import Change
from navmark.foundation.tables.refusals import CellProblem
from navmark.foundation.tables.rows import Row

NUMBERS = ("学籍号", "全国学籍号", "学号", "学生编号", "教育ID", "学籍辅号")


def pupil_columns() -> tuple[Column, ...]:
    codes, classes = ("班级编号", "班级代码"), ("班级名称", "班级", "所在班级", "年级班级")
    return (
        columns.serial(),
        Column("class_code", _("Class code"), codes, cells.class_name, fills_down=True),
        Column("class", _("Class"), classes, cells.class_name, fills_down=True),
        Column("pupil_number", _("Pupil number"), NUMBERS, cells.identifier),
        columns.name(),
        columns.sex(),
        columns.born(),
        columns.ethnic(),
        columns.id_number(),
        columns.address(),
        columns.phone(),
    )


def check_pupil(setting: Setting, _candidates: Sequence[Person], row: Row) -> None:
    """Raises CellProblem when the row names no class, or two."""
    _class_of(setting, row)


def take_pupil(setting: Setting, person: Person, row: Row) -> list[Change]:
    changes = facts.engaged(setting.register, person, EngagementKind.PUPIL)
    return changes + facts.place(setting.register, person, _class_of(setting, row), on=setting.on)


def _class_of(setting: Setting, row: Row) -> Unit:
    named = [setting.class_of(row.values[key]) for key in ("class", "class_code") if key in row.values]
    if not named:
        raise CellProblem(_("no class stands in this row."))
    if named[0] is not named[-1]:
        raise CellProblem(_("the class code and the name of the class do not agree."))
    return named[0]
