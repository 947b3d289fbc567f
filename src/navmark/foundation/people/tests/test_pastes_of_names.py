"""A paste of bare names: errors first, then who is meant, once; a second paste asks nothing."""

import re

import pytest
from django.urls import reverse

from navmark.foundation.people.models import ImportAnswer, PartyStatus, Person, PostKind, Status
from navmark.foundation.people.queries import members_on
from navmark.foundation.people.tests.factories import a_branch, a_group, a_member, a_staff_member, a_status, holder, signed_in
from navmark.foundation.people.tests.importing import ON, answer_for, brought_in, looked_at, outcomes, pasted
from navmark.foundation.tenancy.scope import within

SCORES = "序号\t姓名\t党小组\t总积分\n1\t梁一\t第一党小组\t41307\n2\t孙二\t第一党小组\t23416"
CHECKED = re.compile(r'name="(row-\d+)" value="([^"]+)"[^>]*checked')


@pytest.fixture
def branch(inside):
    return a_branch(members=0, probationary=0, committee=0, groups=0, clerk=False)


@pytest.fixture
def clerk(school):
    with within(school):
        branch = a_branch(members=2, probationary=0, committee=1, groups=1)
        for name in ("梁一", "孙二"):
            a_member(branch, name=name)
        return signed_in(holder(PostKind.CLERK))


def begin(clerk, text):
    answer = clerk.post(reverse("people:import"), {"kind": "members", "pasted": text, "school_year": "2026"}, follow=True)
    return answer.content.decode(), answer.redirect_chain[-1][0]


def test_names_of_members_are_confirmed_in_one_go_and_a_second_paste_asks_nothing(clerk, school):
    html, page = begin(clerk, SCORES)
    chosen = dict(CHECKED.findall(html))
    assert len(chosen) == 2 and "还有2行待您处理" in html

    after = clerk.post(page, chosen, follow=True).content.decode()
    second, _page = begin(clerk, SCORES.replace("41307", "41400"))

    assert "每一行都可以导入" in after
    assert "每一行都可以导入" in second and "有2行按已有的回答认人" in second
    with within(school):
        assert not PartyStatus.objects.exclude(status=Status.FULL).exists()


def test_a_slip_can_be_mended(clerk, school):
    html, page = begin(clerk, SCORES)
    clerk.post(page, dict(CHECKED.findall(html)))
    with within(school):
        assert ImportAnswer.objects.count() == 2

    again = clerk.post(page, {"again": "1"}, follow=True).content.decode()

    assert len(CHECKED.findall(again)) == 2
    with within(school):
        assert not ImportAnswer.objects.exists()


def test_who_is_a_member_needs_no_kind_and_keeps_status_and_branch(inside, branch):
    a_branch(members=0, probationary=0, committee=0, groups=0, clerk=False, name="第二支部")
    second = a_branch(members=0, probationary=0, committee=0, groups=0, clerk=False, name="第三支部")
    a_group(second, 1)
    a_status(a_staff_member(name="张伟", staff_number="001"), second)

    report = brought_in(inside, pasted("members", "姓名 工号 入党日期", "张伟 001 2012-07-01"))

    assert outcomes(report) == ["unchanged"]
    assert [(row.status, row.branch) for row in PartyStatus.objects.all()] == [("full", second)]


def test_somebody_who_is_no_member_is_an_error_before_anything_is_asked(inside, branch):
    a_staff_member(name="张伟")

    report = looked_at(inside, pasted("members", "姓名 党小组", "张伟 第一党小组"))

    assert outcomes(report) == ["problem"]


def test_an_error_in_one_row_is_told_before_another_is_asked_about(clerk):
    html, _page = begin(clerk, SCORES + "\n3\t李三\t第一党小组\t100")

    assert "有1行需要改正" in html and "人员类别（正式党员、预备党员等）" in html and "改正以后再问" in html
    assert not CHECKED.findall(html)
    assert re.search(r'class="button primary" href="[^"]*\?kind=members">重新选择表格', html)


def test_a_number_under_another_name_is_not_chosen_beforehand(inside):
    a_staff_member(name="张玮", staff_number="001")

    question = looked_at(inside, pasted("staff", "姓名 工号", "张伟 001")).lines[0].question

    assert question.likely == ""


def test_a_namesake_may_still_be_somebody_new_if_the_row_says_so(inside, branch):
    a_staff_member(name="张伟")
    intake = pasted("members", "姓名 人员类别", "张伟 正式党员")

    brought_in(inside, intake, answers=answer_for(inside, intake, "new"))

    assert Person.objects.filter(name="张伟").count() == 2 and members_on(branch, ON).count() == 1
