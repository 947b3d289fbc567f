"""The navigation: places alone, at most seven lines, in the words of who reads them; it marks where one is."""

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from navmark.foundation.activities.register.views import open_kinds
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
from navmark.foundation.pledges.shelving import shelved as shelved_pledges
from navmark.foundation.programme.loading import establish_programme
from navmark.foundation.registers.shelving import shelved as shelved_registers
from navmark.foundation.rotas.shelving import shelved as shelved_rotas
from navmark.foundation.tenancy.models import School
from navmark.foundation.ui.tests.markup import tight
from navmark.project.finding import find
from navmark.project.nav import entries_for

A_THING_OF_EACH_SORT = {  # of the practice of the article
    "activities:register": "badge_reminder", "registers:list": "model_posts", "rotas:table": "model_speech",
    "pledges:list": "support",
}  # fmt: skip
SQL_OF_A_SHELF = 17


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

    assert labels(secretary) == ["今日", "示范", "待办与台账", "学校"]
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

    assert "<h1>示范</h1>" in tight(page) and reverse("branch_life:proposals") in page
    assert page.count("没有待办") == 1  # of what has kinds; what is due otherwise stands on Today
    assert signed_in(a_staff_member()).get(shelf).status_code == 404
    assert signed_in(secretary).get(reverse("shelf", args=["experience"])).status_code == 404


def test_every_heading_of_the_programme_is_a_line_and_each_thing_of_data_stands_under_one_alone(secretary, sql_of):
    establish_programme(at=timezone.now())
    desk, viewer = signed_in(secretary), a_viewer(secretary)
    pages = {code: desk.get(reverse("shelf", args=[code])).content.decode() for code, *_told in viewer.school.headings}

    assert labels(secretary) == ["今日", "示范", "实践", "体验", "服务", "待办与台账", "学校"]
    with override("en"):
        assert labels(secretary)[1:5] == ["Demonstration", "Practice", "Experience", "Service"]
    hers = [reverse("activities:register", args=[one.code]) for one in open_kinds(viewer)]
    hers += [reverse("registers:list", args=[one.register.code]) for one in shelved_registers(viewer)]
    hers += [reverse("rotas:table", args=[one.rota.code]) for one in shelved_rotas(viewer)]
    hers += [reverse("pledges:list", args=[one.kind.code]) for one in shelved_pledges(viewer)]
    assert {url: sum(f'"{url}"' in page for page in pages.values()) for url in hers} == dict.fromkeys(hers, 1)
    assert {name for name, code in A_THING_OF_EACH_SORT.items() if reverse(name, args=[code]) not in pages["practice"]} == set()
    assert {one.url for one in find(viewer, "标杆").places} >= {reverse("rotas:table", args=["model_speech"])}
    assert [one.url for one in find(viewer, "支委帮包").places] == [reverse("pledges:list", args=["support"])]
    assert signed_in(a_staff_member()).get(reverse("shelf", args=["practice"])).status_code == 404
    under = reverse("shelf", args=["practice"])
    assert [current(viewer, reverse(name, args=[code])) for name, code in A_THING_OF_EACH_SORT.items()] == [[under]] * 4
    assert current(viewer, reverse("rotas:shelf")) == [reverse("rotas:shelf")]
    counted = sql_of(lambda: desk.get(reverse("shelf", args=["practice"])))
    assert sql_of(lambda: desk.get(reverse("shelf", args=["demonstration"]))) == counted <= SQL_OF_A_SHELF


def test_a_programme_has_its_own_words_and_what_it_has_no_heading_for_stands_under_its_first(secretary):
    own = [["roots", "党建固本", "Roots"], ["field", "耕读育人", ""]]
    School.objects.update(headings=own)

    assert labels(secretary)[1:3] == ["党建固本", "耕读育人"]
    assert current(a_viewer(secretary), "/demonstration/branch-life/meetings/1/") == [reverse("branch_life:year")]
    assert reverse("branch_life:year") in signed_in(secretary).get(reverse("shelf", args=["roots"])).content.decode()
    assert "没有您经办" in signed_in(secretary).get(reverse("shelf", args=["field"])).content.decode()


def test_more_headings_than_stand_abreast_are_under_one_line(secretary):
    School.objects.update(headings=[[f"pillar_{number}", f"板块{number}", ""] for number in range(1, 6)])

    assert labels(secretary) == ["今日", "工作板块", "待办与台账", "学校"]
    assert current(a_viewer(secretary), reverse("branch_life:year")) == [reverse("shelf", args=["pillar_1"])]
    assert signed_in(secretary).get(reverse("shelf", args=["pillar_5"])).status_code == 200


def test_the_sheet_of_all_places_has_every_line(secretary):
    page = signed_in(secretary).get(reverse("places")).content.decode()

    assert all(reverse(name) in page for name in ("export", "rights", "branch_life:led", "people:units", "terms"))
