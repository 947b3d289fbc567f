"""The name follows the date unless it was typed; the text for the group tells what, until when and for whom."""

import pytest
from django.urls import reverse

from navmark.foundation.activities import attendance
from navmark.foundation.activities.kinds import kind
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.planning.titles import retitled
from navmark.foundation.activities.texts import group_text
from navmark.foundation.people.queries import party_groups
from navmark.foundation.people.tests.factories import signed_in
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import START, held, item_of

DAY = START.date()
DECEMBER = DAY.replace(month=12)


def moved(client, activity, title, day):
    client.post(reverse("activities:change", args=[activity.pk]), {"title": title, "day": day.isoformat(), "start": "16:30"})
    return Activity.fresh(activity.pk).title


@pytest.mark.parametrize(("title", "becomes"), [("2026年11月支委会", "2026年12月支委会"), ("支委会扩大会议", "支委会扩大会议")])
def test_a_meeting_moved_to_another_month_is_called_after_it_unless_it_has_a_name_of_its_own(branch, clerk, title, becomes):
    client = signed_in(clerk)
    activity = held(kinds.COMMITTEE, branch, clerk)
    Activity.objects.filter(pk=activity.pk).update(title=title)

    attendance.take_marks_back(activity, by=clerk, at=START)

    assert moved(client, activity, title, DAY.replace(day=27)) == title
    assert moved(client, activity, title, DECEMBER) == becomes


def test_a_new_plan_whose_day_is_changed_is_called_after_that_day(branch, clerk):
    client = signed_in(clerk)
    address = reverse("activities:plan", args=[kinds.THEME_DAY])
    title = client.get(address).context["form"]["title"].value()
    client.post(address, {"title": title, "day": "2028-03-06", "start": "16:30"})

    assert Activity.objects.get().title == "2028年3月主题党日"


def test_a_title_suggested_in_english_becomes_the_schools(branch):
    title = "committee meeting, 11/2026"

    assert retitled(title, kind(kinds.COMMITTEE), branch, was=DAY, now=DECEMBER) == "2026年12月支委会"


def test_the_text_tells_the_items_the_end_and_who_comes(branch, clerk, secretary):
    activity = held(kinds.COMMITTEE, branch, clerk)
    for title in ("听取各党小组工作情况", "研究发展党员工作"):
        item_of(activity, clerk, title)

    assert group_text(Activity.fresh(activity.pk)).splitlines() == [
        "【会议】",
        "时间：11月20日(周五)16:30—17:30",
        "地点：会议室",
        "范围：支委会委员",
        "议程：",
        "1. 听取各党小组工作情况",
        "2. 研究发展党员工作",
        f"主持：{secretary.name}",
        "如不能到会，请提前向记录人说明原因。谢谢大家。",
    ]


def test_each_part_of_a_gathering_is_told_with_its_theme(branch, clerk):
    client = signed_in(clerk)
    parts = {"together": [kinds.LECTURE, kinds.THEME_DAY], f"topic_{kinds.LECTURE}": "把师德写在课堂上"}
    client.post(reverse("activities:plan", args=[kinds.ASSEMBLY]), {"title": "会", "day": "2026-11-27", "start": "16:30"} | parts)
    activity = Activity.objects.get()
    item_of_first = activity.parts.first()
    item_of_first.items.create(position=1, title="审议年度计划")

    lines = group_text(activity).splitlines()

    assert lines[2:10] == [
        "范围：全体党员", "一、支部党员大会", "1. 审议年度计划", "二、党课：把师德写在课堂上", "三、主题党日",
        "1. 重温入党誓词", "2. 学习党章", "3. 集中学习",
    ]  # fmt: skip


def test_a_group_is_called_by_its_name_and_a_plan_that_says_nothing_more_says_nothing_twice(branch, clerk):
    group = party_groups(branch, DAY).first()
    text = group_text(held(kinds.GROUP, group, clerk))

    assert f"范围：{group.name}" in text
    assert "议程" not in text and "内容" not in text and "主题" not in text
