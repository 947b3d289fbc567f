"""A school that has no branch yet, or no longer: every page opens for those who may open it."""

from datetime import date

import pytest
from django.urls import reverse

from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import (
    a_class,
    a_post,
    a_staff_member,
    a_unit,
    an_administrator,
    signed_in,
)

PAGES = (
    "today", "cadence:list", "notices:inbox", "people:list", "people:units", "people:add", "people:add-unit", "people:teaching",
    "people:import", "people:codes", "people:account", "activities:own_attendance", "branch_life:choose", "export", "terms",
    "holidays", "people:add-branch",
)  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_it_opens_for_the_administrator_of_a_school_without_a_branch(inside, page):
    a_staff_member()

    assert signed_in(an_administrator()).get(reverse(page)).status_code == 200


@pytest.mark.parametrize("kind", [PostKind.PRINCIPAL, PostKind.MORAL_HEAD, PostKind.CLASS_TEACHER, PostKind.GRADE_HEAD])
@pytest.mark.parametrize("page", ["today", "cadence:list", "people:list", "people:units", "branch_life:choose"])
def test_it_opens_for_an_officer_of_the_school(inside, kind, page):
    person = a_staff_member()
    homes = {PostKind.CLASS_TEACHER: a_class(), PostKind.GRADE_HEAD: a_unit("grade", "一年级", number=1)}
    a_post(person, kind, unit=homes.get(kind), from_day=date(2026, 9, 1))

    assert signed_in(person).get(reverse(page)).status_code == 200
