"""An office of one holder has one holder a day, in whichever order a table names the old and the new, and how often."""

from datetime import date, timedelta

import pytest

from navmark.foundation.people.actions.posts import dismiss
from navmark.foundation.people.models import PartyStatus, Person, Post
from navmark.foundation.people.tests.factories import a_branch
from navmark.foundation.people.tests.importing import AT, ON, brought_in, pasted

EVE, NEXT = ON - timedelta(days=1), ON + timedelta(days=1)
CLASS = "工号 姓名 班主任"
OFFICE = "工号 姓名 职务"


def held(kind="class_teacher") -> list:
    rows = sorted(Post.objects.filter(kind=kind), key=lambda row: row.from_day or date.min)
    return [(row.person.name, row.from_day, row.to_day) for row in rows]


@pytest.fixture
def zhang(inside):
    """张伟 has always been class teacher and principal."""
    brought_in(inside, pasted("staff", "工号 姓名 职务 班主任", "001 张伟 校长 一年级(1)班"))
    return Person.objects.get()


def test_who_follows_begins_when_the_one_before_is_over(inside, zhang):
    brought_in(inside, pasted("staff", CLASS, "002 李娜 一年级(1)班"))

    assert held() == [("张伟", None, EVE), ("李娜", ON, None)]


def test_a_correction_on_the_same_day_leaves_one_holder(inside, zhang):
    brought_in(inside, pasted("staff", CLASS, "002 李娜 一年级(1)班"))
    brought_in(inside, pasted("staff", CLASS, "003 王芳 一年级(1)班"))

    assert held() == [("张伟", None, EVE), ("王芳", ON, None)]


@pytest.mark.parametrize("second", [("002 李娜 校长", "001 张伟 教导主任"), ("001 张伟 教导主任", "002 李娜 校长")])
def test_the_order_of_rows_does_not_count(inside, zhang, second):
    brought_in(inside, pasted("staff", OFFICE, *second))

    assert held("principal") == [("张伟", None, EVE), ("李娜", ON, None)]


def test_who_was_appointed_for_later_gives_way(inside, zhang):
    Post.objects.filter(kind="class_teacher").update(from_day=NEXT)
    brought_in(inside, pasted("staff", CLASS, "002 李娜 一年级(1)班"))

    assert held() == [("李娜", ON, None)]


@pytest.mark.parametrize(("last_day", "begins"), [(date(2026, 7, 31), ON), (NEXT, NEXT + timedelta(days=1))])
def test_after_an_office_that_has_an_end_already(inside, zhang, last_day, begins):
    dismiss(Post.objects.get(kind="class_teacher"), last_day=last_day, by=None, at=AT)
    brought_in(inside, pasted("staff", CLASS, "002 李娜 一年级(1)班"))

    assert held() == [("张伟", None, last_day), ("李娜", begins, None)]


def test_a_repeat_changes_nothing(inside, zhang):
    intake = (CLASS, "002 李娜 一年级(1)班", "001 张伟 _")
    brought_in(inside, pasted("staff", *intake))
    before = held()
    report = brought_in(inside, pasted("staff", *intake))

    assert report.changes_nothing and held() == before


def test_a_standing_that_had_not_begun_by_then_does_not_share_a_day_with_the_right_one(inside):
    a_branch(members=0, probationary=0, committee=0, groups=0, clerk=False)
    heading = "工号 姓名 人员类别 入党日期 转正日期"
    brought_in(inside, pasted("members", heading, "001 张伟 预备党员 2026-03-05 _"))
    brought_in(inside, pasted("members", heading, "001 张伟 正式党员 2024-03-05 2025-03-05"))

    assert list(PartyStatus.objects.values_list("status", "from_day", "to_day")) == [("full", date(2025, 3, 5), None)]
