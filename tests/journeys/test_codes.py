"""Whom to print a code for, among a whole staff: found by name, ticked, printed together."""

import pytest
from django.urls import reverse

from navmark.foundation.people.code_views import AT_FIRST
from navmark.foundation.people.tests.factories import a_staff_member
from navmark.foundation.tenancy.scope import within
from tests.journeys.cast import a_school_at_work, log_in, secretary

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FIND, ROWS = "#find", "#people tbody tr:visible"


@pytest.fixture
def staff(school):
    with within(school):
        a_school_at_work(school)
        for _time in range(AT_FIRST):
            a_staff_member()
        return [a_staff_member(name=name) for name in ("欧阳晓", "欧阳春", "司马光")]


def opens(page, school):
    with within(school):
        log_in(page, secretary())
    page.goto(reverse("people:codes"))


def test_people_are_found_by_name_and_who_is_ticked_stays(school, staff, page):
    opens(page, school)
    assert page.locator(ROWS).count() == AT_FIRST
    page.click("#everybody")
    everybody = page.locator(ROWS).count()
    assert everybody > AT_FIRST and not page.is_visible("#everybody")

    page.fill(FIND, "欧阳")
    assert sorted(page.locator(ROWS + " th").all_inner_texts()) == ["欧阳春", "欧阳晓"]
    page.check(f"#p-{staff[0].pk}")
    page.fill(FIND, "司马")
    assert sorted(page.locator(ROWS + " th").all_inner_texts()) == ["司马光", "欧阳晓"]
    page.check(f"#p-{staff[2].pk}")
    page.fill(FIND, "没有的人")
    assert "没有这个姓名" in page.inner_text("[role=status][data-none]")
    page.fill(FIND, "")
    assert page.locator(ROWS).count() == everybody

    page.click("button:has-text('生成纸条')")
    slips = page.inner_text("main")
    assert "欧阳晓" in slips and "司马光" in slips and "欧阳春" not in slips


def test_without_a_script_the_whole_list_stands(school, staff, open_window):
    page = open_window(java_script_enabled=False)
    opens(page, school)

    assert not page.is_visible(FIND)
    assert page.locator(ROWS).count() > len(staff)
