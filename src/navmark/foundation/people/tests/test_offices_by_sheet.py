"""An office of one holder changes hands by a table only after somebody has looked."""

import pytest
from django.urls import reverse
from django.utils import translation

from navmark.foundation.people.models import Post, PostKind
from navmark.foundation.people.tests.factories import a_branch, a_person, a_post, a_staff_member, holder, signed_in
from navmark.foundation.people.tests.importing import ON, brought_in, looked_at, outcomes, pasted
from navmark.foundation.tenancy.scope import within

ROW = "姓名\t工号\t人员类别\t党内职务\n张伟\t001\t正式党员\t书记"


@pytest.fixture
def clerk(school):
    with within(school):
        branch = a_branch(members=2, probationary=0, committee=0, groups=0)
        a_post(a_person(name="何红明"), PostKind.SECRETARY, unit=branch)
        return signed_in(holder(PostKind.CLERK))


def test_the_secretary_is_followed_only_after_a_tick(clerk, school):
    answer = clerk.post(reverse("people:import"), {"kind": "members", "pasted": ROW, "school_year": "2026"}, follow=True)
    html, page = answer.content.decode(), answer.redirect_chain[-1][0]
    assert html.count("将由张伟接任书记，何红明不再担任。") == 2 and "有1项职务将换人，请先核对" in html
    digest = html.split('name="shown" value="')[1].split('"')[0]

    unticked = clerk.post(page, {"commit": "1", "shown": digest})
    with within(school):
        assert holder(PostKind.SECRETARY).name == "何红明"
    clerk.post(page, {"commit": "1", "shown": digest, "sure": "on"})

    assert unticked.status_code == 422 and "请先勾选" in unticked.content.decode()
    with within(school):
        assert holder(PostKind.SECRETARY).name == "张伟"


@pytest.mark.parametrize(
    "rows",
    [("李娜 002 正式党员 书记", "张伟 001 正式党员 委员"), ("张伟 001 正式党员 委员", "李娜 002 正式党员 书记")],
)
def test_whoever_comes_first_in_the_sheet_a_change_of_hands_is_told(inside, rows):
    a_branch(members=0, probationary=0, committee=0, groups=0, clerk=False)
    head = "姓名 工号 人员类别 党内职务"
    brought_in(inside, pasted("members", head, "张伟 001 正式党员 书记"))

    with translation.override("zh-hans"):
        told = [change.after for line in looked_at(inside, pasted("members", head, *rows)).lines for change in line.changes]
    brought_in(inside, pasted("members", head, *rows))

    assert "将由李娜接任书记，张伟不再担任。" in told
    before, now = Post.objects.get(person__name="张伟", kind="secretary"), Post.objects.get(person__name="李娜")
    assert before.to_day < now.from_day == ON


def test_one_office_for_two_people_of_one_sheet_is_a_problem_of_the_second(inside):
    with translation.override("zh-hans"):
        report = looked_at(inside, pasted("staff", "姓名 工号 职务", "张伟 001 校长", "李娜 002 校长"))

    assert outcomes(report) == ["new", "problem"]
    assert report.lines[1].messages == ("张伟那一行已是校长，这个职务只由一人担任；请改正其中一行。",)


def test_the_head_of_the_school_is_followed_too(inside):
    a_post(a_staff_member(name="何红明", staff_number="009"), PostKind.PRINCIPAL)

    brought_in(inside, pasted("staff", "姓名 工号 职务", "张伟 001 校长"))

    assert holder(PostKind.PRINCIPAL).name == "张伟"


def test_a_first_holder_needs_no_tick(inside):
    with translation.override("zh-hans"):
        line = looked_at(inside, pasted("staff", "姓名 工号 职务", "张伟 001 校长")).lines[0]

    assert [change.after for change in line.changes if change.label == "职务"] == ["校长"]
