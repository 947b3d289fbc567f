"""From an empty school to its first occasion: a counted box of its own, apart from what waits, gone when the school has begun."""

from datetime import timedelta

import pytest
from django.utils import timezone

from navmark.foundation.people.accounts import invite
from navmark.foundation.people.models import Post, PostKind, UnitKind
from navmark.foundation.people.tests.factories import (
    a_branch,
    a_class,
    a_pupil,
    a_staff_member,
    a_unit,
    a_viewer,
    an_administrator,
    holder,
    signed_in,
)
from navmark.foundation.ui.tests.markup import tight
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import held
from navmark.project.chores import keep_duties
from navmark.project.today import today_for

ALL = ["导入教职工名册", "导入党员名册", "导入学生名册", "指定书记、党务干事和党小组组长", "分发邀请码", "安排第一次会议"]


@pytest.fixture
def administrator(inside):
    return an_administrator()


def steps_of(person):
    """After the sweep that follows the trail."""
    keep_duties(timezone.now())
    return today_for(a_viewer(person), timezone.localdate()).first


def undone(person):
    return [one.what for one in steps_of(person).steps if not one.is_done]


def test_an_empty_school_reads_what_to_do_first_and_nothing_is_called_due(administrator):
    a_unit(UnitKind.BRANCH, "中共启明实验小学支部委员会")

    page = signed_in(administrator).get("/").content.decode()

    assert undone(administrator) == ALL
    assert "<h1>先做好这几件事 0/6</h1>" in tight(page) and "/people/import/?kind=staff" in page
    assert page.count("primary") == 1 and 'class="lines"' not in page


def test_each_step_is_done_by_what_is_on_record(administrator):
    branch = a_branch(groups=1)
    assert undone(administrator) == [ALL[2], *ALL[4:]]
    colleague = a_staff_member()
    a_pupil(a_class())
    invite(colleague, by=administrator, at=timezone.now())
    assert undone(administrator) == ALL[5:]

    Post.objects.filter(kind=PostKind.GROUP_LEADER).delete()

    lacking = steps_of(administrator).next
    assert (lacking.what, lacking.detail) == (ALL[3], "还有1个职务待指定")
    assert lacking.url == f"/people/unit/{branch.children.get().pk}/office/group_leader/"


def test_the_first_meeting_is_arranged_by_the_clerk_and_ends_the_box_when_it_was_held(administrator):
    branch = a_branch()
    assert not steps_of(administrator).steps[-1].url and steps_of(holder(PostKind.CLERK)).steps[-1].url

    held(kinds.COMMITTEE, branch, holder(PostKind.CLERK), starts_at=timezone.now() - timedelta(days=1))

    assert steps_of(administrator) is None


def test_a_school_without_a_branch_has_four_steps_and_a_teacher_none(administrator):
    assert len(steps_of(administrator).steps) == 4
    assert steps_of(a_staff_member()) is None
