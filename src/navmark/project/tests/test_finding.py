"""查找 finds by characters, pinyin and initials; only what the viewer may see, and no child before the gate."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from navmark.foundation.activities.models import Activity
from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import (
    a_branch,
    a_class,
    a_person,
    a_pupil,
    a_staff_member,
    a_viewer,
    holder,
    signed_in,
)
from navmark.foundation.registers import known
from navmark.foundation.registers.tests.scene import an_entry, make_school
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import held
from navmark.project.finding import find, is_named


@pytest.mark.parametrize("wanted", ["红明", "hongming", "hongm", "hhm", "hehm", "heh", "hm"])
def test_a_name_is_found_by_its_characters_its_syllables_and_its_initials(wanted):
    assert is_named("何红明", wanted)


@pytest.mark.parametrize("wanted", ["明红", "hmh", "hehe", "ong", "heo"])
def test_what_a_name_is_not_spelt_finds_it_not(wanted):
    assert not is_named("何红明", wanted)


def test_every_reading_of_a_surname_counts():
    assert is_named("单雄信", "shanxx") and is_named("单雄信", "dxx") and is_named("曾国", "zg")


def a_meeting(branch, title="支部月度会议"):
    meeting = held(kinds.COMMITTEE, branch, holder(PostKind.CLERK), starts_at=timezone.now() - timedelta(days=1))
    Activity.objects.filter(pk=meeting.pk).update(title=title)


def words(found):
    return [one.words for one in found]


def test_people_units_meetings_and_pages_are_found_at_once(inside):
    branch = a_branch()
    secretary = holder(PostKind.SECRETARY)
    a_staff_member(name="支文慧")
    a_meeting(branch)

    finds = find(a_viewer(secretary), "zhi")  # 支文慧, 支委, 支部

    assert words(finds.people) == ["支文慧"] and branch.name in words(finds.units)
    assert words(finds.occasions) == ["支部月度会议"]
    assert words(find(a_viewer(secretary), "drzl").places) == ["导入表格"] or words(find(a_viewer(secretary), "drbg").places) == [
        "导入表格"
    ]


def test_nobody_finds_a_child_a_strangers_meeting_or_the_neighbours_people(inside, neighbour):
    branch = a_branch()
    a_pupil(a_class(), name="曲小鹿")
    a_meeting(branch)
    with within(neighbour):
        a_staff_member(name="曲邻家")
    viewer = a_viewer(holder(PostKind.SECRETARY))

    assert not find(viewer, "曲") and not find(viewer, "qxl")
    assert find(viewer, "月度会议").occasions and not find(a_viewer(a_staff_member()), "月度会议").occasions


def test_entries_and_what_the_programme_describes_are_found_by_whoever_reads_them(inside):
    here = make_school()
    an_entry(here, "走廊灯不亮")
    keeper, stranger = a_viewer(here.head), a_viewer(here.colleague)

    assert words(find(keeper, "灯不亮").entries) == ["走廊灯不亮"] and words(find(keeper, "zgtz").places) == ["整改台账"]
    assert not find(stranger, "灯不亮") and not find(stranger, "整改")

    here.register.about_children = True  # what is about a child opens behind a purpose, and is found by nobody
    here.register.save()
    known.renew()
    assert not find(keeper, "灯不亮").entries and words(find(keeper, "zgtz").places) == ["整改台账"]


def test_thirty_more_cost_no_more_queries(inside):
    branch = a_branch()
    browser = signed_in(holder(PostKind.CLERK))

    def cost():
        with CaptureQueriesContext(connection) as caught:
            page = browser.get(reverse("find"), {"q": "wen"}).content.decode()
        return len(caught), page

    a_staff_member(name="文一")
    a_meeting(branch)
    cost()
    few, _page = cost()
    for number in range(30):
        a_person(name=f"文{number}")
    many, page = cost()

    assert many == few and page.count(">文") == 20


def test_what_cannot_be_searched_is_said_and_nothing_breaks(inside):
    browser = signed_in(a_staff_member())

    assert browser.get(reverse("find")).status_code == 200
    assert "没有找到“零零零”" in browser.get(reverse("find"), {"q": "零零零"}).content.decode()
    assert browser.get(reverse("find"), {"q": "长" * 5000}).status_code == 200
