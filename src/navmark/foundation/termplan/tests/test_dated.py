"""What waits by a day that somebody has named: where it stands in the plan, before whom, and what goes to the wall."""

from datetime import date

import pytest
from django.urls import reverse

from navmark.foundation.almanac.periods import PeriodKind
from navmark.foundation.cadence.models import Cadence, Duty
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_post, a_viewer, signed_in
from navmark.foundation.pledges import actions as pledges
from navmark.foundation.pledges.tests import scene as taking_on
from navmark.foundation.registers import actions as registers
from navmark.foundation.registers.actions import EntryHead
from navmark.foundation.registers.tests import scene as mending
from navmark.foundation.rotas.tests.scene import AT, make_school
from navmark.foundation.termplan import actions
from navmark.foundation.termplan.actions import ColumnSpec
from navmark.foundation.termplan.plan import SQL_OF_TERM, plan_of
from navmark.foundation.termplan.tests.test_plan import TODAY, often, said

DUE, NEXT, LAST = date(2026, 12, 4), "2026-2027-1-W14", "2026-2027-1-W21"
KEPT = {"makers": ["moral_head"], "keepers": ["moral_head"], "roles": []}
LAMP = "报告结果：走廊灯不亮"


def an_entry(here, register, title, *, due=DUE):
    """Taken on, to be reported by that day."""
    entry = registers.add(
        register, EntryHead(here.whole, title, TODAY, here.teacher), {"problem": "两盏"}, by=here.moral_head, at=AT
    )
    return mending.took(entry, "accept", {"measure": "换灯", "due": due}, by=here.teacher)


@pytest.fixture
def here(inside):
    made = make_school(classes=1)
    made.mending = mending.make_register(readers=["participants"], **KEPT)
    there = {"registers": ["mending", "open", "about", "pupils"], "pledges": ["support"]}
    actions.establish([ColumnSpec("work", "实践", "", ["research"], [], **there)], programme="own", at=AT)
    return made


def due_in(here, person, key=NEXT, *, for_all=False):
    plan = plan_of(a_viewer(person, on=TODAY))
    return said(plan.for_all() if for_all else plan, key).get("实践", [])


def test_a_step_by_a_day_stands_in_its_week_for_who_takes_it_and_who_reads_its_register(here):
    an_entry(here, here.mending, "走廊灯不亮")

    for person in (here.teacher, here.moral_head):
        assert due_in(here, person) == [f"{LAMP}（12月4日前）"]
        assert due_in(here, person, for_all=True) == []
    assert due_in(here, here.colleague) == []
    row = plan_of(a_viewer(here.teacher, on=TODAY)).row_of(NEXT)
    assert [item.url for cell in row.filled for entry in cell.entries for item in entry.items] == [Duty.objects.get().page]


def test_what_the_staff_reads_goes_to_the_wall_but_nothing_about_a_person_and_of_a_pupil_nothing_stands_at_all(here):
    an_entry(here, mending.make_register("open", readers=["staff"], **KEPT), "公开")
    an_entry(here, mending.make_register("about", readers=["staff"], **{**KEPT, "roles": ["about"]}), "有关某人")
    an_entry(here, mending.make_register("pupils", readers=["staff"], about_children=True, **KEPT), "有关学生")

    assert due_in(here, here.colleague) == ["报告结果：公开、报告结果：有关某人（12月4日前）"]
    assert due_in(here, here.colleague, for_all=True) == ["报告结果：公开（12月4日前）"]


def test_a_step_that_is_due_so_long_after_the_last_is_no_matter_of_the_plan(here):
    registers.add(
        here.mending, EntryHead(here.whole, "待认领", TODAY, here.teacher), {"problem": "两盏"}, by=here.moral_head, at=AT
    )

    assert Duty.objects.get().due_on and not any(row.filled for row in plan_of(a_viewer(here.teacher, on=TODAY)).rows)


def test_many_of_one_register_in_a_week_are_one_item_and_the_page_costs_the_same(here, sql_of):
    page, desk = reverse("termplan:plan") + "?term=2026-2027-1", signed_in(here.moral_head)
    an_entry(here, here.mending, "第一件")
    desk.get(page)  # what a process asks once is asked
    one = sql_of(lambda: desk.get(page))
    for number in range(3):
        an_entry(here, here.mending, f"事项{number}")

    assert due_in(here, here.moral_head) == ["整改台账（4项到期）"]
    assert sql_of(lambda: desk.get(page)) == one <= SQL_OF_TERM


def test_a_word_of_what_was_taken_on_stands_once_a_kind_until_everybody_has_told(here):
    a_post(here.head, PostKind.TEACHING_HEAD)
    made = taking_on.make_kind(keepers=["moral_head"], takers=["teaching_head", "moral_head"], sole=False)
    here.kind, here.maths = made, here.group
    first, second = (
        pledges.take(taking_on.taking(here, holder), by=here.moral_head, at=AT) for holder in (here.head, here.moral_head)
    )

    assert due_in(here, here.colleague, LAST, for_all=True) == ["帮包教研组：填写记录（1月20日前）"]
    for one in (first, second):
        pledges.write(one, {"done": "听课两节"}, day=TODAY, by=one.holder, at=AT)
    assert due_in(here, here.colleague, LAST) == []


def test_what_a_cadence_asks_of_each_for_herself_stands_before_her_alone(here):
    often("research", PeriodKind.HALF, "member")
    cadence = Cadence.objects.get(code="research")
    due = {"opens_on": date(2026, 7, 1), "due_on": date(2026, 12, 31), "subject_kind": "person", "period_key": "2026-H2"}
    Duty.objects.create(cadence=cadence, subject_id=here.head.pk, **due)

    assert due_in(here, here.head, "2026-2027-1-W18") == ["教研活动（12月31日前）"]
    assert due_in(here, here.head, "2026-2027-1-W18", for_all=True) == due_in(here, here.moral_head, "2026-2027-1-W18") == []
