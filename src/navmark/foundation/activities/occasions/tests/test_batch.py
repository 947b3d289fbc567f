"""What was kept on paper is typed in, several occasions at once: all of them are added, or none."""

from datetime import date

import pytest
from django.urls import reverse

from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.occasions.tests.scene import PAPER, SPEECH, an_occasion, make_kind, make_school
from navmark.foundation.links.models import Tag
from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.tenancy.models import School
from navmark.foundation.tenancy.scope import within

MOVED, UNFIT, NO, NONE = 302, 422, 403, 404
RESEARCH = {
    "paper_day": "2026-11-20", "serves-serves": ["作风建设"], "cell-0-topic": "同课异构", "cell-0-head.number": "4",
    "cell-2-topic": "作业设计", "cell-2-head.day": "2026-11-18", "cell-2-head.place": "录播室",
}  # fmt: skip


@pytest.fixture
def here(inside):
    School.objects.update(in_use_since=date(2026, 9, 1))
    make_kind("count", {**PAPER, "papers": {"type": "file", "label": "材料"}}, **{**SPEECH, "title": "集体阅读"})
    Tag.objects.create(code="style", title="作风建设", from_day="2026-01-01", to_day="2099-01-01")
    return make_school()


def test_occasions_of_a_kind_are_added_together_each_on_its_day_and_wait_for_their_roll(here, school):
    desk, address = signed_in(here.head), reverse("activities:batch", args=["research"])
    page = desk.get(address).content.decode()
    assert 'name="cell-0-topic"' in page and "逐人签到" in page and "作风建设" in page
    assert reverse("activities:empty", args=["research"]) in page and "cell-0-account" not in page
    assert address in desk.get(reverse("activities:register", args=["research"])).content.decode()

    wrong = desk.post(address, RESEARCH | {"cell-2-head.day": "2099-01-01", "cell-3-head.place": "操场"})
    page = wrong.content.decode()
    assert wrong.status_code == UNFIT and 'value="作业设计"' in page and "还没有录入" in page and not count(school)
    assert desk.post(address, RESEARCH).status_code == MOVED
    with within(school):
        found = Activity.objects.order_by("day").prefetch_related("parts", "tags")
        assert [(f"{one.day}", one.parts.get().topic, one.place, one.tells_hour) for one in found] == [
            ("2026-11-18", "作业设计", "录播室", False), ("2026-11-20", "同课异构", "", False),
        ]  # fmt: skip
        assert {one.tags.get().label for one in found} == {"作风建设"} and found[1].parts.get().number == 4
        assert not any(one.completed_at for one in found) and all(one.roll.exists() for one in found)

    again = desk.post(address, RESEARCH)
    assert again.status_code == UNFIT and "系统里已有" in again.content.decode() and count(school) == len(found)
    assert signed_in(here.colleague).get(address).status_code == NO
    assert signed_in(here.moral_head).get(reverse("activities:batch", args=["line"])).status_code == NONE


def test_where_a_number_is_kept_the_record_is_whole_at_once_and_what_stands_in_the_programme_stays(here, school):
    an_occasion("count", here.whole, by=here.moral_head)
    desk, address = signed_in(here.moral_head), reverse("activities:batch", args=["count"])
    assert "本页不填：材料" in desk.get(address).content.decode()
    typed = {"paper_day": "2026-11-16", "cell-0-topic": "勤俭", "cell-0-head.there": "5", "cell-0-account": "主持人开场。"}
    assert desk.post(address, typed | {"cell-0-head.there": "9"}).status_code == UNFIT and count(school) == 1
    assert desk.post(f"{address}?whole=1", typed).status_code == MOVED
    with within(school):
        held = Activity.objects.get(day="2026-11-16")
        assert held.completed_at and (held.there_count, held.due_count) == (5, 5)


def count(school):
    with within(school):
        return Activity.objects.count()
