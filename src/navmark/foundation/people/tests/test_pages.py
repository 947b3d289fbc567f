"""The lists: as many queries for thirty people as for one, and pupils only for those who manage people."""

from itertools import chain, repeat

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import (
    a_branch,
    a_class,
    a_group,
    a_member,
    a_person,
    a_post,
    a_pupil,
    a_staff_member,
    a_unit,
    an_administrator,
    signed_in,
)
from navmark.foundation.ui.tests.markup import tight


@pytest.fixture
def branch(inside):
    return a_branch(members=0, probationary=0, committee=0, groups=0, clerk=False)


@pytest.fixture
def group(branch):
    return a_group(branch, 1)


@pytest.fixture
def manager(inside):
    return signed_in(an_administrator())


@pytest.fixture
def opened(manager):
    """Who has named what the pupils' list is opened for."""
    manager.post(reverse("privacy:purpose-list"), {"purpose": "safety"})
    return manager


def queries(client, page: str, must_show: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        answer = client.get(page)
    assert must_show in answer.content.decode()
    return len(captured)


def same_for_one_and_thirty(client, page: str, one_more) -> bool:
    """Whether the page needs as many queries when `one_more` was called thirty times more."""
    first = one_more()
    few = queries(client, page, first)
    last = [one_more() for _place in range(30)][-1]
    return queries(client, page, last) == few


def test_the_staff_list(manager):
    klass = a_class()

    def one_more() -> str:
        person = a_staff_member()
        a_post(person, PostKind.CLASS_TEACHER, unit=klass)
        return person.name

    assert same_for_one_and_thirty(manager, reverse("people:list") + "?tab=staff", one_more)


@pytest.mark.parametrize("narrowed", [False, True])
def test_the_members_list(manager, branch, group, narrowed):
    def one_more() -> str:
        person = a_member(branch, group=group)
        a_post(person, PostKind.COMMITTEE_MEMBER, unit=branch)
        return person.name

    page = reverse("people:list") + "?tab=members" + (f"&unit={group.pk}" if narrowed else "")

    assert same_for_one_and_thirty(manager, page, one_more)


def test_the_pupils_list_and_the_list_of_one_class(opened):
    klass = a_class()

    def one_more() -> str:
        return a_pupil(klass).name

    assert same_for_one_and_thirty(opened, reverse("people:list") + f"?tab=pupils&unit={klass.pk}", one_more)


def test_the_list_of_everybody(manager):
    assert same_for_one_and_thirty(manager, reverse("people:list") + "?tab=all", lambda: a_person().name)


def test_the_list_of_classes(manager):
    numbers = iter(range(1, 99))
    for number in range(1, 7):
        a_unit("grade", number=number)

    def one_more() -> str:
        klass, teacher = a_class(number=next(numbers)), a_staff_member()
        a_post(teacher, PostKind.CLASS_TEACHER, unit=klass)
        a_pupil(klass)
        return teacher.name

    assert same_for_one_and_thirty(manager, reverse("people:units"), one_more)


def test_the_page_of_a_branch(manager, branch):
    numbers = chain(range(1, 11), repeat(0))

    def one_more() -> str:
        number = next(numbers)
        return a_member(branch, group=a_group(branch, number) if number else None).name

    assert same_for_one_and_thirty(manager, reverse("people:branch", args=[branch.pk]), one_more)


def test_the_page_of_codes(manager):
    assert same_for_one_and_thirty(manager, reverse("people:codes"), lambda: a_staff_member().name)


def test_a_colleague_sees_no_tab_of_pupils(inside):
    pupil = a_pupil(a_class())
    client = signed_in(a_staff_member())

    assert client.get(reverse("people:list") + "?tab=pupils").status_code == 404
    assert client.get(reverse("people:person", args=[pupil.pk])).status_code == 404
    assert pupil.name not in client.get(reverse("people:list") + "?tab=staff").content.decode()


def test_no_list_shows_what_is_sealed(manager):
    a_staff_member(phone="13900000001", address="湖边路1号")

    text = manager.get(reverse("people:list") + "?tab=staff").content.decode()

    assert "13900000001" not in text and "湖边路" not in text


def test_the_title_of_a_list_says_how_many(manager, branch):
    for _place in range(3):
        a_member(branch)
    page = manager.get(reverse("people:list"), {"tab": "members"}).content.decode()

    assert "<h1>共3人</h1>" in tight(page)


def test_whoever_has_no_code_finds_back_to_the_login(client, db):
    page = client.get(reverse("join_code")).content.decode()

    assert f'<a href="{reverse("login")}">返回登录</a>' in page


def test_a_list_of_pupils_has_no_column_for_what_a_pupil_has_not(opened, branch):
    a_pupil(a_class())
    a_member(branch)

    assert "党员身份</th>" in tight(opened.get(reverse("people:list"), {"tab": "members"}).content.decode())
    pupils = tight(opened.get(reverse("people:list"), {"tab": "pupils"}).content.decode())
    assert "共1人" in pupils and "党员身份</th>" not in pupils
