"""A cadence asks for an entry; the entry of a month is the theme with which the lines of that month open."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.occasions.tests import scene as occasions
from navmark.foundation.cadence import waiting
from navmark.foundation.cadence.cadences import establish
from navmark.foundation.cadence.models import Duty
from navmark.foundation.cadence.specs import CadenceSpec, PeriodKind, Subject
from navmark.foundation.cadence.sweeping import sweep
from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.registers import actions
from navmark.foundation.registers.actions import EntryHead
from navmark.foundation.registers.models import Entry
from navmark.foundation.registers.steps import Course, EntryState, EntryStep
from navmark.foundation.registers.tests.scene import make_register

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
