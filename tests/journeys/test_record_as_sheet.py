"""A record is read as the sheet it becomes; one item at a time is opened and written. Its length and weight are bounded."""

import gzip
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from navmark.foundation.people.tests.factories import signed_in
from navmark.foundation.proceedings.actions import deciding, writing
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import held, item_of
from tests.journeys.cast import a_school_at_work, clerk, secretary, sit_down

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HIGHEST = {1280: 1600, 390: 2600}  # px
ITEMS = (
    ("校园安全检查", "组织委员汇报了检查中看到的三处隐患。", "建议先修消防通道。", "月底前修好消防通道。"),
    ("第四季度学习安排", "宣传委员介绍了四次学习的篇目与主讲。", "愿意主讲一次。", "同意四次学习的安排。"),
    ("党小组活动情况", "各组长谈了本月活动和党员反映的问题。", "说本组人人都来了。", "下月仍按组开展活动。"),
)  # title, points, what each said, what was decided
HEAVIEST = 30_000  # bytes, compressed


@pytest.fixture
def meeting(school):
    """A 支委会 of today with three items, each discussed and decided."""
    with within(school):
        now = timezone.now()
        activity = held(kinds.COMMITTEE, a_school_at_work(school), clerk(), starts_at=now - timedelta(hours=2))
        for title, points, opinion, decided in ITEMS:
            item = item_of(activity, clerk(), title)
            said = {"title": title, "reporter": secretary(), "points": points}
            writing.write_item(item, revision=1, by=clerk(), at=now, **said)
            for place in activity.roll.select_related("person")[:3]:
                writing.write_speech(
                    item, place.person, text=f"{place.person.name}{opinion}", dissent=False, revision=0, by=clerk(), at=now
                )
            task = deciding.Task(f"落实{title}", secretary(), now.date() + timedelta(days=20))
            deciding.decide(item, text=decided, tasks=[task], by=clerk(), at=now)
        return reverse("branch_life:meeting", args=[activity.pk])


@pytest.mark.parametrize("width", HIGHEST)
def test_a_held_meeting_of_three_items_is_short(school, meeting, open_window, width):
    page = open_window(viewport={"width": width, "height": 900})
    with within(school):
        sit_down(page, clerk())
    page.goto(meeting)
    assert page.locator("article.sheet .item").count() == 3
    assert page.evaluate("document.documentElement.scrollHeight") <= HIGHEST[width]


def test_its_page_is_light(school, meeting):
    with within(school):
        answer = signed_in(clerk()).get(meeting)
    assert len(gzip.compress(answer.content)) <= HEAVIEST


def test_one_item_is_opened_in_place_and_closed_again(school, meeting, page):
    with within(school):
        sit_down(page, clerk())
    page.goto(meeting)
    assert page.locator("textarea[name=points]").count() == 0

    page.click(".item >> nth=1 >> text=编辑")
    page.fill("textarea[name=points]", "会议研究了分工。")
    assert page.locator("textarea[name=points]").count() == 1
    page.click("text=收起本议题")  # what was typed a moment ago is saved first

    page.wait_for_selector(".item >> nth=1 >> text=会议研究了分工。")
    assert page.locator("textarea[name=points]").count() == 0
    assert "已保存" in page.inner_text(".in-reach")


def test_an_item_opens_without_a_script_too(school, meeting, open_window):
    page = open_window(java_script_enabled=False)
    with within(school):
        page.context.add_cookies(
            [{"name": "sessionid", "value": signed_in(clerk()).cookies["sessionid"].value, "domain": "localhost", "path": "/"}]
        )
    page.goto(meeting)
    page.click(".item >> nth=2 >> text=编辑")

    assert page.locator(".item >> nth=2 >> textarea[name=points]").count() == 1
    page.fill("textarea[name=points]", "没有脚本也能写。")
    page.click(".item:nth-of-type(3) noscript button >> nth=0")
    assert "没有脚本也能写。" in page.input_value("textarea[name=points]")


def test_what_is_typed_to_an_item_and_not_saved_opens_it_again(school, meeting, page):
    with within(school):
        sit_down(page, clerk())
    page.goto(meeting)
    page.click(".item >> nth=0 >> text=编辑")
    page.route("**/items/*/", lambda route: route.abort())
    page.fill("textarea[name=points]", "断网时写下的。")
    page.wait_for_selector(".save-state.retry")
    page.unroute("**/items/*/")

    page.goto(meeting)
    page.wait_for_selector(".save-state.saved")
    expect(page.locator("textarea[name=points]")).to_have_value("断网时写下的。")
