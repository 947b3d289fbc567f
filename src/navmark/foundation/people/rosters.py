"""The rosters out of the product, with the headings under which its own import reads them: what went in comes out."""

from collections.abc import Iterable
from datetime import date

from navmark.foundation.almanac.arithmetic import school_year_of
from navmark.foundation.people.dated import true_on
from navmark.foundation.people.importing.words import PARTY_POST_WORDS, STATUS_WORDS
from navmark.foundation.people.models import (
    EngagementKind,
    PartyStatus,
    Person,
    PostKind,
    Precision,
    Status,
    UnitKind,
    UnitMembership,
)
from navmark.foundation.people.models.post import PARTY_POSTS
from navmark.foundation.people.models.status import MEMBER_STATUSES
from navmark.foundation.people.naming import class_name_on, group_name
from navmark.foundation.people.queries import in_reading_order, posts_of
from navmark.foundation.tables.writing import Field, Worksheet

WRITTEN = {Precision.DAY: "%Y-%m-%d", Precision.MONTH: "%Y.%m", Precision.YEAR: "%Y"}
SEXES = {"m": "男", "f": "女"}


def _engaged(kind: str, on: date) -> list[Person]:
    condition = true_on(on, path="engagements__")
    return list(Person.objects.filter(condition, engagements__kind=kind).distinct().order_by("sort_key", "id"))


def _born(person: Person) -> str:
    return _written(person.born, person.born_precision)


def _begun(row: PartyStatus) -> str:
    return _written(row.from_day, row.from_precision)


def _written(day: date | None, precision: str) -> str:
    return day.strftime(WRITTEN[Precision(precision or Precision.DAY)]) if day else ""


def _fields(labels: Iterable[str]) -> tuple[Field, ...]:
    numbers = ("工号", "身份证号", "手机号码", "联系电话", "学籍号")
    return tuple(Field(label, "identifier" if label in numbers else "text") for label in labels)


def staff(on: date) -> Worksheet:
    """教职工花名册 of those engaged on `on`."""
    people = _engaged(EngagementKind.STAFF, on)
    posts = posts_of(people, on)
    rows = []
    for one in people:
        led = [post.unit for post in posts.get(one.pk, ()) if post.kind == PostKind.CLASS_TEACHER and post.unit]
        classes = "、".join(class_name_on(unit, on) for unit in led)
        own = (one.staff_number, one.name, SEXES.get(one.sex, ""), _born(one), one.id_number, one.phone, one.ethnicity)
        rows.append((*own, one.education, one.subject, one.job, classes, one.address))
    head = (
        "工号",
        "姓名",
        "性别",
        "出生日期",
        "身份证号",
        "手机号码",
        "民族",
        "学历",
        "任教学科",
        "职务",
        "班主任班级",
        "家庭住址",
    )
    return Worksheet("教职工", _fields(head), rows)


def members(on: date) -> Worksheet:
    """党员名册 of the full and probationary members on `on`."""
    statuses = PartyStatus.objects.filter(true_on(on), status__in=MEMBER_STATUSES).select_related("person", "branch")
    now = {row.person_id: row for row in statuses}
    people = in_reading_order([row.person for row in now.values()], on)
    posts = posts_of(people, on)
    since = {(row.person_id, row.status): _begun(row) for row in PartyStatus.objects.filter(person__in=people)}
    placed = UnitMembership.objects.filter(true_on(on), unit__kind=UnitKind.PARTY_GROUP, person__in=people).select_related("unit")
    groups = {row.person_id: group_name(row.unit.number) for row in placed if row.unit.number}
    rows = []
    for one in people:
        row = now[one.pk]
        held = [PARTY_POST_WORDS[PostKind(post.kind)][0] for post in posts.get(one.pk, ()) if post.kind in PARTY_POSTS]
        own = (one.name, one.id_number, SEXES.get(one.sex, ""), one.ethnicity, _born(one), one.education)
        days = (since.get((one.pk, Status.PROBATIONARY), ""), since.get((one.pk, Status.FULL), ""))
        kind = STATUS_WORDS[Status(row.status)][0]
        rows.append((*own, kind, row.branch.name, *days, one.phone, "、".join(held), groups.get(one.pk, "")))
    head = (
        "姓名",
        "身份证号",
        "性别",
        "民族",
        "出生日期",
        "学历",
        "人员类别",
        "所在党支部",
        "加入党组织日期",
        "转为正式党员日期",
    )
    return Worksheet("党员", _fields((*head, "联系电话", "党内职务", "党小组")), rows)


def pupils(on: date) -> Worksheet:
    """学生名册 of those engaged on `on`, class by class."""
    people = _engaged(EngagementKind.PUPIL, on)
    placed = UnitMembership.objects.filter(true_on(on), unit__kind=UnitKind.CLASS).select_related("unit")
    classes = {row.person_id: row.unit for row in placed}
    rows = []
    for one in sorted(people, key=lambda one: _class_order(classes.get(one.pk))):
        unit = classes.get(one.pk)
        own = (
            one.pupil_number,
            one.name,
            SEXES.get(one.sex, ""),
            _born(one),
            one.ethnicity,
            one.id_number,
            one.address,
            one.phone,
        )
        rows.append((class_name_on(unit, on) if unit else "", *own))
    head = ("班级", "学籍号", "姓名", "性别", "出生日期", "民族", "身份证号", "家庭住址", "联系电话")
    return Worksheet(f"{school_year_of(on)}学年学生", _fields(head), rows)


def _class_order(unit) -> tuple[int, int]:
    return (-(unit.entry_year or 0), unit.number or 0) if unit else (1, 0)
