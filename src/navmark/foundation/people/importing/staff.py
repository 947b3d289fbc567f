"""教职工花名册."""

from django.utils.translation import gettext as _

from navmark.foundation.people.importing import columns, facts
from navmark.foundation.people.importing.offices import take_posts
from navmark.foundation.people.importing.remarks import take_remark
from navmark.foundation.people.importing.setting import Setting
from navmark.foundation.people.importing.words import (
    GRADE_HEAD_WORD,
    SCHOOL_POST_WORDS,
    SCHOOL_POSTS,
    STATUS_WORDS,
    SUBJECT_HEAD_WORD,
    meaning,
    parts_of,
)
from navmark.foundation.people.models import EngagementKind, Person, PostKind, Status, Unit, UnitKind
from navmark.foundation.tables import cells
from navmark.foundation.tables.cells import ClassName
from navmark.foundation.tables.headings import Column
from navmark.foundation.tables.preview import Change
from navmark.foundation.tables.rows import Row

BEFORE_JOINING = (Status.APPLICANT, Status.ACTIVIST, Status.TARGET)


def staff_columns() -> tuple[Column, ...]:
    return (
        columns.serial(),
        columns.staff_number(),
        columns.name(),
        columns.sex(),
        columns.born(),
        columns.id_number(),
        columns.phone(),
        columns.ethnic(),
        columns.education(),
        Column("standing", _("Political standing"), ("政治面貌", "政治身份"), cells.text(30)),
        columns.subject(),
        Column("job", _("Position"), ("职务", "行政职务", "校内职务", "岗位"), cells.text(60)),
        Column("subject_group", _("Subject group"), ("教研组", "所在教研组", "学科组"), cells.text(100)),
        Column("department", _("Department"), ("部门", "所在部门", "科室", "处室"), cells.text(100)),
        Column("class", _("Class teacher of"), ("班主任班级", "担任班主任", "班主任", "所带班级"), cells.class_name),
        columns.address(),
        columns.remark(),
    )


def take_staff(setting: Setting, person: Person, row: Row) -> list[Change]:
    register, values = setting.register, row.values
    changes = facts.engaged(register, person, EngagementKind.STAFF)
    leaves = take_remark(register, person, values.get("remark", ""), on=setting.on)
    changes += leaves + _take_standing(setting, person, values.get("standing", ""))
    if facts.has_left(register, person):
        # A list often still shows the class of somebody who has retired; an office needs somebody who is there.
        passed_over = [Change(_("Not appointed, has left"), "", row.texts["class"])] if leaves and "class" in values else []
        ended = take_posts(register, person, [], (*SCHOOL_POSTS, PostKind.CLASS_TEACHER), on=setting.on)
        return changes + passed_over + ended
    if job := values.get("job"):
        kinds = [kind for part in parts_of(job) if (kind := meaning(part, SCHOOL_POST_WORDS))]
        changes += take_posts(register, person, [(kind, None) for kind in kinds], SCHOOL_POSTS, on=setting.on)
    if named := values.get("class"):
        led: list[tuple[str, Unit | None]] = [(PostKind.CLASS_TEACHER, setting.class_of(named))]
        changes += take_posts(register, person, led, (PostKind.CLASS_TEACHER,), on=setting.on)
    return changes + _take_units(setting, person, row)


def _take_units(setting: Setting, person: Person, row: Row) -> list[Change]:
    """Where she works, and what she heads there by the words of her position. Whom the table calls otherwise keeps the office."""
    values, register, changes = row.values, setting.register, []
    group = setting.unit_of_work(UnitKind.SUBJECT_GROUP, name) if (name := values.get("subject_group")) else None
    department = setting.unit_of_work(UnitKind.DEPARTMENT, name) if (name := values.get("department")) else None
    for unit in filter(None, (group, department)):
        changes += facts.place(register, person, unit, on=setting.on)
    heads: list[tuple[str, Unit | None]] = []
    for word in parts_of(values.get("job") or ""):
        if group is not None and SUBJECT_HEAD_WORD.fullmatch(word):
            heads.append((PostKind.SUBJECT_HEAD, group))
        if (found := GRADE_HEAD_WORD.fullmatch(word)) and (grade := _grade_of(setting, found[1], values.get("class"))):
            heads.append((PostKind.GRADE_HEAD, grade))
    return changes + take_posts(register, person, heads, (), on=setting.on)


def _grade_of(setting: Setting, number: str | None, own: ClassName | None) -> Unit | None:
    if number is not None:
        return setting.register.grades.get(cells.grade(number).grade)
    return setting.register.grades.get(setting.class_of(own).grade_on(setting.on)) if own is not None else None


def _take_standing(setting: Setting, person: Person, standing: str) -> list[Change]:
    """Who is on the way into the Party stands in the staff table only; who is a member, in the members' table."""
    wanted, branch = meaning(standing, STATUS_WORDS), setting.branch()
    if wanted not in BEFORE_JOINING or branch is None:
        return []
    return facts.status(setting.register, person, branch, wanted, since=None, on=setting.on)
