"""The navigation: places alone, at most seven lines, in the words of who reads them; it marks where one is."""

import pytest
from django.urls import reverse

from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import (
    a_branch,
    a_class,
    a_post,
    a_staff_member,
    a_viewer,
    an_administrator,
    holder,
    signed_in,
)
from navmark.foundation.ui.tests.markup import tight
from navmark.project.nav import entries_for


@pytest.fixture
def secretary(inside):
    a_branch()
    return holder(PostKind.SECRETARY)


def current(viewer, path):
    rows = entries_for(viewer, path)
    return [str(one.url) for entry in rows for one in (entry, *entry.places) if one.current]


def labels(person, path="/"):
    return [str(entry.label) for entry in entries_for(a_viewer(person), path)]


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("/", "today"),
        ("/demonstration/branch-life/meetings/1/", "branch_life:year"),
        ("/activities/plan/talk/", "branch_life:year"),
        ("/activities/kinds/branch_life/", "branch_life:year"),
        ("/people/import/", "people:import"),
        ("/people/units/", "people:units"),
        ("/people/branch/1/", "people:units"),
        ("/calendar/holidays/", "terms"),
        ("/registers/rectification/", "registers:shelf"),
    ],
)
def test_the_longest_address_wins_and_a_mechanisms_pages_belong_to_its_first_line(secretary, path, line):
    assert current(a_viewer(secretary), path) == [reverse(line)]


@pytest.mark.parametrize("path", ["/notices/", "/my/attendance/", "/people/account/", "/rules/A22/", "/no-such-page/"])
def test_pages_without_a_line_do_not_pretend_to_be_today(secretary, path):
    assert current(a_viewer(secretary), path) == []


def test_who_leads_reads_pillars_a_teacher_her_class_and_the_administrator_the_system(secretary):
    teacher = a_staff_member()
    a_post(teacher, PostKind.CLASS_TEACHER, unit=a_class())

    assert labels(secretary) == ["今日", "示范", "人员与组织", "待办与台账", "归档与数据"]
    assert labels(teacher) == ["今日", "我的班", "人员与组织", "待办与台账"]
    assert labels(an_administrator()) == ["今日", "人员与组织", "待办与台账", "归档与数据"]
    a_post(teacher, PostKind.CLASS_TEACHER, unit=a_class(number=2))
    assert labels(teacher) == ["今日", "我的组织", "人员与组织", "待办与台账"]
    assert labels(holder(PostKind.GROUP_LEADER)) == ["今日", "我的", "人员与组织", "待办与台账"]
    assert labels(a_staff_member()) == ["今日", "人员与组织", "待办与台账"]


def test_only_the_open_line_unfolds(secretary):
    page = signed_in(secretary).get(reverse("people:units")).content.decode()

    assert reverse("people:list") in page and reverse("branch_life:led") not in page


def test_without_javascript_the_navigation_is_there_and_a_phone_has_four_places(secretary):
    page = signed_in(secretary).get("/").content.decode()

    assert '<nav class="side-nav"' in page and "<summary>菜单" not in page
    foot = page.partition('<nav class="at-the-foot"')[2].partition("</nav>")[0]
    assert foot.count("<li>") == 4 and reverse("places") in foot


def test_a_shelf_says_how_each_mechanism_stands_and_is_only_for_whom_it_holds_something(secretary):
    shelf = reverse("shelf", args=["demonstration"])
    page = signed_in(secretary).get(shelf).content.decode()

    assert "<h1>示范</h1>" in tight(page) and "没有待办" in page and reverse("branch_life:proposals") in page
    assert signed_in(a_staff_member()).get(shelf).status_code == 404
    assert signed_in(secretary).get(reverse("shelf", args=["experience"])).status_code == 404


def test_the_sheet_of_all_places_has_every_line(secretary):
    page = signed_in(secretary).get(reverse("places")).content.decode()

    assert all(reverse(name) in page for name in ("export", "rights", "branch_life:led", "people:units", "terms"))
