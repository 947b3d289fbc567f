"""A cadence asks for an entry; the entry of a month is the theme with which the lines of that month open."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.occasions.tests import scene as occasions
from navmark.foundation.cadence import waiting
from navmark.foundation.cadence.cadences import establish
from navmark.foundation.cadence.models import Duty
from navmark.foundation.cadence.specs import CadenceSpec, PeriodKind, Subject
from navmark.foundation.cadence.sweeping import counts_for, sweep
from navmark.foundation.people.tests.factories import a_viewer, signed_in
from navmark.foundation.registers import actions
from navmark.foundation.registers.actions import EntryHead
from navmark.foundation.registers.coverage import coverage
from navmark.foundation.registers.models import Entry
from navmark.foundation.registers.steps import Course, EntryState, EntryStep
from navmark.foundation.registers.tests.scene import make_register
from navmark.foundation.tenancy.models import School

AGREE = EntryStep("agree", ("draft",), "agreed", "定下", ("moral_head",))
COURSE = Course((EntryState("draft", "待定", tone="waiting"), EntryState("agreed", "已定", is_closed=True)), (AGREE,))
ASKED = {"question": {"type": "paragraph", "label": "讨论的问题", "label_en": "Questions"}}
LINES = {"topic": {"type": "line", "label": "主题", "required": "before", "default": "month:themes"}}


@pytest.fixture
def here(inside):
    """A theme a month is owed by the school, and counts once it is agreed."""
    made = occasions.make_school()
    made.themes = make_register(
        "themes", COURSE, ASKED, title="每月德育主题", makers=["moral_head"], keepers=["moral_head"], readers=["staff"],
        numbered=False, is_owed=True, owed_state="agreed",
    )  # fmt: skip
    spec = CadenceSpec("entry:themes", "每月德育主题", "entry:themes", PeriodKind.MONTH, Subject("unit:school"))
    establish([spec], active_from=timezone.localdate().replace(day=1))
    sweep(on=timezone.localdate(), at=timezone.now())
    made.duty = Duty.objects.filter(cadence__isnull=False).earliest("opens_on")
    return made


def a_theme(here, title="我看家乡新变化"):
    head = EntryHead(here.whole, title, timezone.localdate(), here.moral_head)
    return actions.add(here.themes, head, {}, by=here.moral_head, at=timezone.now())


def test_what_is_owed_waits_for_who_adds_to_it_and_is_done_once_it_stands_in_its_state(here):
    duty, head = here.duty, signed_in(here.moral_head)
    assert (duty.circles, duty.step, duty.action) == ("moral_head", "enter", reverse("registers:add_for_duty", args=[duty.pk]))
    to_add = head.get(duty.action)["Location"]
    page = head.get(to_add).content.decode()
    assert reverse("registers:add", args=["themes"]) in to_add and f'value="{timezone.localdate().isoformat()}"' in page

    entry = a_theme(here)
    assert not Duty.objects.get(pk=duty.pk).settled
    entry = actions.take(entry, AGREE, by=here.moral_head, at=timezone.now())
    done = Duty.objects.get(pk=duty.pk)
    assert (done.settled, done.page) == ("done", reverse("registers:entry", args=[entry.pk]))
    actions.undo(entry, by=here.moral_head, at=timezone.now())
    assert not Duty.objects.get(pk=duty.pk).settled and waiting.astray(on=timezone.localdate()) == 0


def test_the_theme_of_the_month_stands_above_the_lines_that_open_with_it_and_is_typed_once(here):
    occasions.make_kind("meeting", LINES, **{**occasions.LINE, "title": "主题班会"})
    address = reverse("activities:lines", args=["meeting"])
    head, teacher = signed_in(here.moral_head), signed_in(here.teacher)
    assert f"{reverse('registers:add', args=['themes'])}?day=" in head.get(address).content.decode()
    assert reverse("registers:add", args=["themes"]) not in teacher.get(address).content.decode()

    entry = a_theme(here)
    page = teacher.get(address).content.decode()
    assert reverse("registers:entry", args=[entry.pk]) in page and 'value="我看家乡新变化"' in page
    one, other = here.classes
    opened = {f"topic-{one.pk}": "我看家乡新变化", f"there-{one.pk}": "", f"day-{one.pk}": ""}
    head.post(address, {**opened, f"topic-{other.pk}": "我看家乡新变化", f"there-{other.pk}": "2"})

    held = Activity.objects.get()
    assert (held.unit, held.there_count, held.parts.get().topic) == (other, 2, "我看家乡新变化")


def test_a_month_without_its_own_theme_opens_with_none(here):
    entry = a_theme(here)
    Entry.objects.filter(pk=entry.pk).update(day=entry.day.replace(day=1) - timedelta(days=1))
    occasions.make_kind("meeting", LINES, **{**occasions.LINE, "title": "主题班会"})

    page = signed_in(here.teacher).get(reverse("activities:lines", args=["meeting"])).content.decode()
    assert "我看家乡新变化" not in page


def test_a_plan_of_the_holidays_is_that_of_the_term_that_it_is_for(here):
    """Due in the second week, it counts late and early."""
    School.objects.update(in_use_since=date(2026, 8, 1))
    told = {"title": "工作计划", "makers": ["moral_head"], "keepers": ["moral_head"], "coverage": "unit", "coverage_by": "term"}
    plans = make_register("plans", paper=ASKED, is_owed=True, **told)
    establish(
        [CadenceSpec("entry:plans", "工作计划", "entry:plans", PeriodKind.TERM, Subject("unit:school"), weeks=(2,))],
        active_from=date(2026, 8, 1),
    )
    sweep(on=date(2026, 11, 30), at=timezone.now())
    first, second = Duty.objects.filter(cadence__code="entry:plans").order_by("due_on")
    assert [counts_for(first, day) for day in (date(2026, 8, 28), date(2026, 11, 30), date(2027, 1, 25))] == [True, True, False]

    head = EntryHead(here.whole, "新学期怎么走", date(2026, 8, 28), here.moral_head)
    actions.add(plans, head, {}, by=here.moral_head, at=timezone.now())
    assert Duty.objects.get(pk=first.pk).settled == "done" and not Duty.objects.get(pk=second.pk).settled
    cells = {year: coverage(a_viewer(here.moral_head, on=date(2026, 11, 30)), plans, year)[1][0].cells for year in (2025, 2026)}
    assert cells == {2025: (False, False), 2026: (True, None)}
