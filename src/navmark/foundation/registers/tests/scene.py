"""A school with a register of problems to mend, and those who mend them."""

from datetime import datetime
from types import SimpleNamespace
from typing import Any

from django.utils.timezone import get_current_timezone

from navmark.foundation.papers.describing import described
from navmark.foundation.papers.knowing import exists_here
from navmark.foundation.papers.making import make_edition as make_paper
from navmark.foundation.people.models import Person, PostKind, UnitKind
from navmark.foundation.people.tests.factories import a_post, a_staff_member, a_unit
from navmark.foundation.registers import actions, known
from navmark.foundation.registers.actions import EntryHead, make_edition
from navmark.foundation.registers.models import Entry, Register
from navmark.foundation.registers.steps import Course, EntryState, EntryStep

AT = datetime(2026, 11, 23, 9, tzinfo=get_current_timezone())  # a Monday
PAPER: dict[str, Any] = {
    "problem": {"type": "paragraph", "label": "问题表现", "required": "before"},
    "measure": {"type": "paragraph", "label": "整改措施", "required": "step:accept"},
    "due": {"type": "date", "label": "完成时限", "required": "step:accept"},
    "child": {"type": "person", "of": "pupils", "label": "涉及学生"},
}
STATES = (
    EntryState("new", "待认领", tone="waiting"),
    EntryState("mending", "整改中"),
    EntryState("to_check", "待复核", tone="waiting"),
    EntryState("closed", "已销号", is_closed=True),
)
STEPS = (
    EntryStep("accept", ("new",), "mending", "认领整改", ("owner",), within=5, within_unit="workdays"),
    EntryStep("report", ("mending",), "to_check", "报告结果", ("owner",), by_field="due"),
    EntryStep("close", ("to_check",), "closed", "销号", ("another:office_head",), note="required"),
    EntryStep("back", ("to_check",), "mending", "退回", ("another:office_head",), note="required", tells=("owner",)),
)
COURSE = Course(STATES, STEPS)
ANSWERS = {"measure": "换灯", "due": AT.date().replace(day=30)}


def make_register(code: str = "mending", course: Course = COURSE, paper: dict[str, Any] = PAPER, **fields: Any) -> Register:
    make_paper(f"register.{code}", described(paper, exists=exists_here(["accept"])), title="整改台账", by=None, at=AT)
    defaults = {
        "title": "整改台账", "title_en": "Mending", "unit_kind": "school", "makers": ["office_head"], "keepers": ["office_head"],
        "readers": ["participants"], "roles": ["helper"], "numbered": True, "paper": f"register.{code}",
    }  # fmt: skip
    one = Register.objects.create(code=code, **{**defaults, **fields})
    make_edition(one, course, by=None, at=AT)
    known.renew()
    return one


def make_school() -> SimpleNamespace:
    """A register, the school, two who head the office, one who mends and one who only works there."""
    whole = a_unit(UnitKind.SCHOOL, "启明实验小学")
    people = [a_staff_member() for _time in range(4)]
    a_post(people[0], PostKind.OFFICE_HEAD), a_post(people[1], PostKind.OFFICE_HEAD)
    names = ("head", "second", "owner", "colleague")
    return SimpleNamespace(register=make_register(), whole=whole, **dict(zip(names, people, strict=True)))


def an_entry(here: SimpleNamespace, title: str = "走廊灯不亮", **given: Any) -> Entry:
    head = EntryHead(here.whole, title, AT.date(), here.owner)
    return actions.add(here.register, head, given or {"problem": "东侧两盏"}, by=here.head, at=AT)


def step(key: str) -> EntryStep:
    found = COURSE.step(key)
    assert found is not None
    return found


def took(entry: Entry, key: str, given: Any = None, *, by: Person, at: datetime = AT, note: str = "") -> Entry:
    return actions.take(entry, step(key), given, note=note, by=by, at=at)
