"""A school that has no branch yet, or no longer: every page opens for those who may open it, and none speaks of a branch."""

import re
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import (
    a_class,
    a_post,
    a_pupil,
    a_staff_member,
    a_unit,
    an_administrator,
    signed_in,
)
from navmark.foundation.programme.loading import establish_programme

PAGES = (
    "today", "cadence:list", "notices:inbox", "people:list", "people:units", "people:add", "people:add-unit", "people:teaching",
    "people:import", "people:codes", "people:account", "activities:own_attendance", "activities:choose", "export", "terms",
    "holidays", "people:add-branch",
)  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_it_opens_for_the_administrator_of_a_school_without_a_branch(inside, page):
    a_staff_member()

    assert signed_in(an_administrator()).get(reverse(page)).status_code == 200


@pytest.mark.parametrize("kind", [PostKind.PRINCIPAL, PostKind.MORAL_HEAD, PostKind.CLASS_TEACHER, PostKind.GRADE_HEAD])
@pytest.mark.parametrize("page", ["today", "cadence:list", "people:list", "people:units", "activities:choose"])
def test_it_opens_for_an_officer_of_the_school(inside, kind, page):
    person = a_staff_member()
    homes = {PostKind.CLASS_TEACHER: a_class(), PostKind.GRADE_HEAD: a_unit("grade", "一年级", number=1)}
    a_post(person, kind, unit=homes.get(kind), from_day=date(2026, 9, 1))

    assert signed_in(person).get(reverse(page)).status_code == 200


OFFICES = [PostKind.CLASS_TEACHER, PostKind.GRADE_HEAD, PostKind.MORAL_HEAD, PostKind.AUDITOR, PostKind.ADMINISTRATOR]
OF_THE_PARTY = re.compile("党|支部|支委|书记")
READ = (
    "today", "cadence:list", "notices:inbox", "places", "people:list", "people:account", "activities:own_attendance",
    "activities:feed_address", "activities:shelf", "rights", "people:codes", "export", "terms",
)  # fmt: skip


@pytest.mark.parametrize("kind", OFFICES)
def test_no_page_speaks_of_a_branch(inside, kind):
    establish_programme(at=timezone.now())
    home = {PostKind.CLASS_TEACHER: a_class, PostKind.GRADE_HEAD: lambda: a_unit("grade", number=1)}.get(kind, lambda: None)
    a_post(person := a_staff_member(), kind, unit=home(), from_day=date(2026, 9, 1))
    browser = signed_in(person)
    pages = READ if kind == PostKind.ADMINISTRATOR else (*READ, "people:units")  # whoever may make a branch finds there how

    said = {page: OF_THE_PARTY.findall(browser.get(reverse(page)).content.decode()) for page in pages}
    assert not {page: words for page, words in said.items() if words}


def test_a_teacher_finds_her_colleagues_in_the_list_that_opens(inside):
    colleague = a_staff_member()

    assert colleague.name in signed_in(a_staff_member()).get(reverse("people:list")).content.decode()


def test_neither_does_a_page_about_children(inside):
    keeper, auditor, child = an_administrator(), a_staff_member(), a_pupil(a_class())
    a_post(auditor, PostKind.AUDITOR, from_day=date(2026, 9, 1))
    browser, list_of_pupils = signed_in(keeper), reverse("people:list") + "?tab=pupils"
    purpose, sealed = reverse("privacy:purpose", args=[child.pk]), reverse("people:sealed", args=[child.pk])
    asked = [reverse("privacy:purpose-list"), purpose, reverse("privacy:purpose-sealed", args=[child.pk])]

    pages = [browser.get(page).content.decode() for page in (*asked, reverse("privacy:term"))]
    for page in asked:
        assert browser.post(page, {"purpose": "correction"}).status_code == 302
    pages += [browser.get(page).content.decode() for page in (list_of_pupils, reverse("people:person", args=[child.pk]), sealed)]
    pages.append(signed_in(auditor).get(reverse("privacy:log")).content.decode())

    assert [OF_THE_PARTY.findall(page) for page in pages] == [[]] * 8
    assert all("系统管理员" in page for page in pages[4:7])
