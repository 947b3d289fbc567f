"""A table that is of another kind than the clerk says is not taken without a word."""

import pytest
from django.urls import reverse

from navmark.foundation.people.importing.doubts import doubt_about
from navmark.foundation.people.models import ImportDraft, Person, PostKind, TableKind
from navmark.foundation.people.tests.factories import a_branch, holder, signed_in
from navmark.foundation.people.tests.importing import pasted
from navmark.foundation.tenancy.scope import within

WISHES = "所在地\t姓名\t性别\t微心愿\t许愿理由\t联系人\t联系电话\n东岭社区\t宋一\t男\t一个新书包\t家庭暂时困难\t彭二\t19900000000"
PUPILS = "班级\t学籍号\t姓名\t性别\n一年级(1)班\tG001\t赵一\t女"


@pytest.fixture
def clerk(school):
    with within(school):
        a_branch(members=2, probationary=0, committee=1, groups=0)
        return signed_in(holder(PostKind.CLERK))


def begin(clerk, text, kind="staff"):
    answer = clerk.post(reverse("people:import"), {"kind": kind, "pasted": text, "school_year": "2026"}, follow=True)
    return answer, answer.redirect_chain[-1][0]


def digest_on(answer) -> str:
    return answer.content.decode().split('name="shown" value="')[1].split('"')[0]


@pytest.mark.parametrize(
    ("kind", "headings", "better"),
    [
        ("staff", "班级 学籍号 姓名 性别", "pupils"),
        ("members", "姓名 性别 任教学科 职务 手机号码", "staff"),
        ("staff", "姓名 人员类别 入党日期 党小组", "members"),
        ("pupils", "序号 姓名 性别 出生日期 就读学校 监护人", None),
        ("members", "序号 姓名 部门 激活状态 总积分", None),
    ],
)
def test_headings_of_something_else_are_noticed(inside, kind, headings, better):
    found = doubt_about(pasted(kind, headings, " ".join("甲" for _ in headings.split())))

    assert found is not None and found.better == (TableKind(better) if better else None)


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        ("staff", ("姓名 工号", "张伟 001")),
        ("staff", ("启明小学教师名单", "姓名 性别", "张伟 男")),
        ("members", ("姓名 人员类别", "张伟 正式党员")),
        ("pupils", ("班级 姓名 性别", "一年级(1)班 赵一 女")),
    ],
)
def test_a_sheet_that_shows_what_it_is_raises_no_doubt(inside, kind, lines):
    assert doubt_about(pasted(kind, *lines)) is None


def test_a_roster_of_pupils_taken_for_staff_is_read_as_pupils_in_one_step(clerk, school):
    answer, page = begin(clerk, PUPILS)
    html = answer.content.decode()
    assert "这张表更像学生名册" in html and "按学生名册读取" in html and 'name="commit"' not in html

    after = clerk.post(page, {"read_as": "pupils"}, follow=True)

    assert "每一行都可以导入" in after.content.decode()
    with within(school):
        assert ImportDraft.objects.get().kind == "pupils"


def test_a_list_of_wishes_goes_on_as_staff_only_by_a_tick(clerk, school):
    answer, page = begin(clerk, WISHES)
    assert "这张表不像教职工名册" in answer.content.decode()

    clerk.post(page, {"commit": "1", "shown": "0" * 64})
    unticked = clerk.post(page, {"overrule": "1"})
    assert unticked.status_code == 422 and "请先勾选，或重新选择表格。" in unticked.content.decode()
    with within(school):
        assert not Person.objects.filter(name="宋一").exists()
    ticked = clerk.post(page, {"overrule": "1", "sure": "on"}, follow=True)
    clerk.post(page, {"commit": "1", "shown": digest_on(ticked)})

    with within(school):
        assert Person.objects.filter(name="宋一").exists()


def test_once_confirmed_the_same_headings_are_taken_without_asking(clerk):
    _answer, page = begin(clerk, WISHES)
    ticked = clerk.post(page, {"overrule": "1", "sure": "on"}, follow=True)
    clerk.post(page, {"commit": "1", "shown": digest_on(ticked)})

    again, _page = begin(clerk, WISHES.replace("宋一", "宋二"))
    other, _page = begin(clerk, WISHES.replace("微心愿", "愿望"))

    assert "不像教职工名册" not in again.content.decode()
    assert "不像教职工名册" in other.content.decode()
