"""A tour of grade 4 with two classes of three pupils, its owner, a class teacher, a teacher who goes along."""

from datetime import datetime
from types import SimpleNamespace

from django.utils.timezone import get_current_timezone

from navmark.foundation.outings import actions
from navmark.foundation.outings.outing import Outing
from navmark.foundation.people.models import PostKind, Unit, UnitKind
from navmark.foundation.people.tests.factories import a_class, a_post, a_pupil, a_staff_member, a_unit
from navmark.foundation.registers.actions import EntryHead, add
from navmark.foundation.registers.models import Entry
from navmark.foundation.registers.steps import Course, EntryState, EntryStep
from navmark.foundation.registers.tests.scene import make_register
from navmark.foundation.slips.actions import record_slips

AT = datetime(2026, 11, 23, 9, tzinfo=get_current_timezone())
PAPER = {
    "goes_on": {"type": "date", "label": "出行日期", "required": "before"},
    "risks": {"type": "paragraph", "label": "风险与应对"},
    "insured": {"type": "yes_no", "label": "已办保险"},
}
COURSE = Course(
    (EntryState("filed", "已报备"), EntryState("ready", "回执已齐"), EntryState("back", "已返回", is_closed=True)),
    (
        EntryStep("collect", ("filed",), "ready", "回执已齐", ("owner",)),
        EntryStep("go", ("ready",), "back", "登记返回", ("owner",)),
    ),
)


def a_tour(*, grade: int = 4) -> SimpleNamespace:
    register = make_register(
        "study_tours", COURSE, PAPER, unit_kind=UnitKind.GRADE, makers=["moral_head"], keepers=["owner"], readers=["staff"]
    )
    place = a_unit(UnitKind.GRADE, number=grade)
    classes: list[Unit] = [a_class(entry_year=2026 - grade + 1, number=number) for number in (1, 2)]
    pupils = {unit.pk: [a_pupil(unit) for _time in range(3)] for unit in classes}
    owner, helper, teacher = (a_staff_member() for _time in range(3))
    a_post(teacher, PostKind.CLASS_TEACHER, unit=classes[0])
    given = {"goes_on": AT.date(), "risks": "乘车", "insured": True}
    entry = add(register, EntryHead(place, "研学", AT.date(), owner), given, hands={"helper": [helper]}, by=owner, at=AT)
    return SimpleNamespace(
        entry=entry, classes=classes, pupils=pupils, owner=owner, helper=helper, teacher=teacher, stranger=a_staff_member()
    )


def tour_of(here: SimpleNamespace) -> Outing:
    """As it stands now."""
    return Outing(Entry.objects.select_related("unit", "edition", "register", "owner").get(pk=here.entry.pk))


def with_slips(here: SimpleNamespace, *, missing: int = 1) -> None:
    """All but so many of the first class, then divided into groups of two."""
    for place, unit in enumerate(here.classes):
        lack = {one.pk for one in tour_of(here).pupils[unit.pk][: 0 if place else missing]}
        record_slips(tour_of(here), unit, slips=3 - len(lack), missing=lack, signed_on=AT.date(), by=here.owner, at=AT)
    actions.divide(tour_of(here), most=2, by=here.owner, at=AT)
