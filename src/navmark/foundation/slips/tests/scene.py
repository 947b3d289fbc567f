"""An outing of grade 4 with two classes of three pupils, its owner, a class teacher, somebody who only reads."""

from datetime import datetime
from types import SimpleNamespace

from django.utils.timezone import get_current_timezone

from navmark.foundation.people.models import PostKind, Unit, UnitKind
from navmark.foundation.people.tests.factories import a_class, a_post, a_pupil, a_staff_member, a_unit
from navmark.foundation.printing.sheet import Labelled
from navmark.foundation.registers.actions import EntryHead, add
from navmark.foundation.registers.models import Entry
from navmark.foundation.registers.steps import Course, EntryState, EntryStep
from navmark.foundation.registers.tests.scene import make_register
from navmark.foundation.slips.asking import SlipsAsked, ask
from navmark.foundation.slips.pile import Pile

AT = datetime(2026, 11, 23, 9, tzinfo=get_current_timezone())
CODE = "outings"
PAPER = {"goes_on": {"type": "date", "label": "日期", "required": "before"}}
COURSE = Course(
    (EntryState("open", "收回执"), EntryState("over", "已结束", is_closed=True)),
    (EntryStep("end", ("open",), "over", "结束", ("owner",)),),
)
ask(SlipsAsked(CODE, day="goes_on", open_in=("open",), told_in="open", letter=lambda entry: [Labelled("地点", "纪念馆")]), "回执")


def an_outing() -> SimpleNamespace:
    register = make_register(
        CODE, COURSE, PAPER, unit_kind=UnitKind.GRADE, makers=["moral_head"], keepers=["owner"], readers=["staff"], years_kept=3
    )
    place = a_unit(UnitKind.GRADE, number=4)
    classes: list[Unit] = [a_class(entry_year=2023, number=number) for number in (1, 2)]
    pupils = {unit.pk: [a_pupil(unit) for _time in range(3)] for unit in classes}
    owner, teacher, stranger = (a_staff_member() for _time in range(3))
    a_post(teacher, PostKind.CLASS_TEACHER, unit=classes[0])
    entry = add(register, EntryHead(place, "参观", AT.date(), owner), {"goes_on": AT.date()}, by=owner, at=AT)
    return SimpleNamespace(entry=entry, classes=classes, pupils=pupils, owner=owner, teacher=teacher, stranger=stranger)


def pile_of(here: SimpleNamespace) -> Pile:
    """As it stands now."""
    return Pile(Entry.objects.select_related("unit", "edition", "register", "owner").get(pk=here.entry.pk))
