"""A year in numbers and who has none yet: for whoever keeps the register, and nobody else."""

import io
from datetime import UTC, date, datetime, timedelta

import openpyxl
import pytest
from django.urls import reverse

from navmark.foundation.people.models import PostKind, UnitKind
from navmark.foundation.people.tests.factories import a_class, a_post, a_staff_member, a_unit, a_viewer, signed_in
from navmark.foundation.registers.counting import YearCount, tallies
from navmark.foundation.registers.coverage import asked, coverage, is_open_to, periods
from navmark.foundation.registers.facts import register_facts
from navmark.foundation.registers.filtering import Wanted
from navmark.foundation.registers.models import Entry, Register
from navmark.foundation.registers.steps import Course, EntryState, EntryStep
from navmark.foundation.registers.tests.scene import ANSWERS, AT, an_entry, make_register, make_school, took

YEAR, NONE = 2026, 404
PAPER = {
    "level": {"type": "choice", "label": "级别", "choices": ["国家级", "省级"]},
    "kinds": {"type": "choices", "label": "类别", "choices": ["论文", "课例"]},
    "klass": {"type": "class", "label": "班级"},
}


@pytest.fixture
def here(inside):
    scene = make_school()
    scene.classes = [a_class(number=number) for number in (1, 2)]
    return scene


def test_it_counts_states_and_choices_of_the_year(here):
    here.register = make_register("honours", paper=PAPER, count_by=["level", "kinds"], title="荣誉")
    an_entry(here, level="省级", kinds=("论文", "课例"))
    an_entry(here, "乙", level="省级")
    an_entry(here, "丙", kinds=("论文",))
    found = tallies(a_viewer(here.head), here.register, Wanted(YEAR))

    assert [(one.title, one.counts) for one in found] == [
        ("状态", (("待认领", 3),)),
        ("级别", (("省级", 2), ("国家级", 0), ("未填", 1))),
        ("类别", (("论文", 2), ("课例", 1), ("未填", 1))),
    ]
    desk = signed_in(here.head)
    assert "省级 2" in desk.get(reverse("registers:list", args=["honours"])).content.decode()
    book = openpyxl.load_workbook(io.BytesIO(desk.get(reverse("registers:table", args=["honours"])).getvalue()))
    assert ("级别", "省级", 2) in list(book.worksheets[1].values)
    assert "省级 2" not in signed_in(here.owner).get(reverse("registers:list", args=["honours"])).content.decode()


def test_what_is_no_fact_of_the_school_yet_is_not_counted_by_choices(here):
    here.register = make_register("articles", paper=PAPER, count_by=["level"], facts=["articles:mending"])
    an_entry(here, level="国家级")
    took(an_entry(here, "乙", level="省级"), "accept", by=here.owner)

    assert tallies(a_viewer(here.head), here.register, Wanted(YEAR))[1] == YearCount(
        "级别（整改中）", (("省级", 1), ("国家级", 0))
    )


def test_it_says_which_class_has_none_in_which_month(here):
    here.register = make_register("visits", paper=PAPER, coverage="class", title="家访")
    an_entry(here, klass=str(here.classes[0].pk))
    columns, rows = coverage(a_viewer(here.head), here.register, YEAR)

    assert [row.has_none for row in rows] == [False, True]
    assert dict(zip([one.words for one in columns], rows[0].cells, strict=True))["11月"] is True
    assert rows[1].cells[:3] == (False, False, False) and rows[1].cells[-1] is None
    page = signed_in(here.head).get(reverse("registers:coverage", args=["visits"])).content.decode()
    assert "1个还没有" in page
    assert signed_in(here.owner).get(reverse("registers:coverage", args=["visits"])).status_code == NONE


def test_what_a_class_has_its_grade_has_too(here):
    numbers = here.classes[0].grade_on(AT.date()), 6
    for number in numbers:
        a_unit(UnitKind.GRADE, f"{number}年级", number=number)
    here.register = make_register("lessons", paper=PAPER, coverage="class", title="课例")
    an_entry(here, klass=str(here.classes[0].pk))

    found = coverage(a_viewer(here.head), here.register, YEAR, of="grade")[1]
    assert [(row.name, row.has_none) for row in found] == [(f"{numbers[0]}年级", False), ("6年级", True)]
    page = signed_in(here.head).get(reverse("registers:coverage", args=["lessons"]), {"of": "grade"}).content.decode()
    assert "按年级" in page and "按班级" in page and "of=class" in page


def test_a_class_teacher_sees_her_class_alone_and_no_list_of_people(here):
    teacher = a_staff_member()
    a_post(teacher, PostKind.CLASS_TEACHER, unit=here.classes[0])
    told = {"paper": PAPER, "unit_kind": "class", "keepers": ["class_teacher", "office_head"]}
    corners = make_register("corners", coverage="class", **told)
    talks = make_register("talks", coverage="person:staff", **told)

    shown = {who: [row.name for row in coverage(a_viewer(who), corners, YEAR)[1]] for who in (teacher, here.head)}
    assert [len(names) for names in shown.values()] == [1, 2] and shown[teacher][0] == shown[here.head][0]
    opens = {who: (is_open_to(a_viewer(who), corners), is_open_to(a_viewer(who), talks)) for who in shown}
    assert opens == {teacher: (True, False), here.head: (True, True)}
    assert asked(corners) == "班级" and asked(talks) == "姓名"


def test_what_stands_counts_until_it_is_closed(here):
    rests = EntryStep("stop", ("open",), "gone", "停用", ("office_head",), waits=False)
    course = Course((EntryState("open", "开放"), EntryState("gone", "已停用", is_closed=True)), (rests,))
    here.register = make_register("corners", course, PAPER, coverage="class", coverage_by="term")
    old = an_entry(here, klass=str(here.classes[0].pk))
    Entry.objects.update(day=date(2025, 10, 1))
    cells = lambda: [row.cells for row in coverage(a_viewer(here.head), here.register, YEAR)[1]]  # noqa: E731

    assert cells() == [(True, None), (False, None)]
    Entry.objects.update(state="gone", closed_at=datetime(2026, 6, 1, tzinfo=UTC))
    assert cells() == [(False, None), (False, None)] and old.pk


def test_people_stand_by_their_names_by_terms_and_nothing_is_added_up(here):
    here.register = make_register("talks", coverage="person:staff", coverage_by="term", title="讲座")
    took(an_entry(here), "accept", ANSWERS, by=here.owner)
    columns, rows = coverage(a_viewer(here.head), here.register, YEAR)

    assert [(one.first.month, one.last.month) for one in columns] == [(9, 1), (2, 8)]
    assert [row.name for row in rows] == sorted(row.name for row in rows)
    assert {row.name: row.cells[0] for row in rows}[here.owner.name] is True and sum(row.has_none for row in rows) == len(
        rows
    ) - 1


def test_a_school_year_has_twelve_months_from_september():
    found = periods(Register(coverage_by="month"), YEAR)

    assert [one.first.month for one in found] == [9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8]
    assert (found[0].first.year, found[-1].last.isoformat()) == (YEAR, "2027-08-31")


def test_it_gives_the_school_the_numbers_that_it_names(here):
    here.register = make_register("mends", facts=["faults", "faults_open:open", "mending:mending"])
    entries = [an_entry(here, title) for title in ("甲", "乙", "丙")]
    took(entries[0], "accept", ANSWERS, by=here.owner)
    Entry.objects.filter(pk=entries[1].pk).update(state="closed", closed_at=entries[1].made_at)

    assert register_facts(AT.date()) == {"faults": 3, "faults_open": 2, "mending": 1}
    assert register_facts(AT.date() - timedelta(days=365)) == {
        "faults": 0,
        "faults_open": 0,
        "mending": 0,
    }  # what lies ahead is none
