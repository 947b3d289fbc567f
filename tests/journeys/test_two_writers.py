"""Two windows write the same text: nothing is written over unseen, whether it is typed on or comes back after a reload."""

import pytest
from playwright.sync_api import expect

from navmark.foundation.proceedings.models import AgendaItem, Speech
from navmark.foundation.tenancy.scope import within
from tests.journeys.cast import a_school_at_work, clerk, secretary, sit_down

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
POINTS, HELD = "textarea[name=points]", ".save-state.failed:has-text('期间他人已保存')"


@pytest.fixture
def windows(school, open_window):
    """The clerk's and the secretary's window on one meeting with one item, as both opened it."""
    with within(school):
        a_school_at_work(school)
        writers = clerk(), secretary()
        one, other = open_window(), open_window()
        for page, writer in zip((one, other), writers, strict=True):
            sit_down(page, writer)
    one.click("li:has-text('支委会') a:has-text('安排')")
    one.click("main form button.primary")
    one.fill("input[name=title]", "研究校园安全")
    one.click("form[action*='/items/'] button")
    one.wait_for_selector(POINTS)
    other.goto(one.url.partition("#")[0])
    return one, other


def saves(page, text, field=POINTS):
    page.fill(field, text)
    page.wait_for_selector(".save-state.saved")


def is_held(page, text):
    page.fill(POINTS, text)
    page.wait_for_selector(HELD)


def points(school):
    with within(school):
        return list(AgendaItem.objects.order_by("position").values_list("points", flat=True))


def test_who_saves_later_sees_both_versions_and_chooses(windows, school):
    one, other = windows
    saves(other, "书记先写的\n第二行")
    is_held(one, "干事后写的")
    assert points(school) == ["书记先写的\r\n第二行"]

    one.click("button:has-text('查看两个版本')")
    expect(one.locator(POINTS)).to_have_value("干事后写的")
    assert "书记先写的" in one.inner_text("section.card")
    one.fill(POINTS, "书记先写的，干事后写的")
    one.click("button:has-text('保存这一版')")

    one.wait_for_selector(".item " + POINTS)
    one.reload()
    one.wait_for_load_state("networkidle")
    expect(one.locator(POINTS)).to_have_value("书记先写的，干事后写的")
    assert not one.is_visible(HELD)
    assert points(school) == ["书记先写的，干事后写的"]


def test_a_draft_that_comes_back_after_a_reload_is_not_saved_over_the_newer_text(windows, school):
    one, other = windows
    saves(other, "书记先写的")
    is_held(one, "干事后写的")

    one.reload()
    one.wait_for_selector(HELD)
    expect(one.locator(POINTS)).to_have_value("书记先写的")
    assert one.is_disabled(POINTS)
    assert points(school) == ["书记先写的"]

    one.click("button:has-text('查看两个版本')")
    expect(one.locator(POINTS)).to_have_value("干事后写的")
    one.click("a:has-text('保留已保存的')")
    one.wait_for_selector(POINTS + ":enabled")
    one.wait_for_load_state("networkidle")
    assert not one.is_visible(HELD)
    assert points(school) == ["书记先写的"]


def test_a_draft_that_says_what_is_saved_is_dropped(windows, school):
    one, other = windows
    one.route("**/items/*/", lambda route: route.abort())
    one.fill(POINTS, "两人写的一样")
    one.wait_for_selector(".save-state.retry")
    saves(other, "两人写的一样")

    one.reload()
    one.wait_for_selector(".save-state.retry")
    one.unroute("**/items/*/")
    one.wait_for_selector(".save-state.saved")
    expect(one.locator(POINTS)).to_have_value("两人写的一样")
    assert one.is_enabled(POINTS)
    saves(one, "往下写")
    assert points(school) == ["往下写"]


def test_the_other_forms_of_the_page_go_on_while_one_text_is_held(windows, school):
    one, other = windows
    saves(other, "书记先写的")
    is_held(one, "干事后写的")

    one.click("summary:has-text('添加议题')")
    one.fill("form[action*='/parts/'] input[name=title]", "研究采购")
    one.click("form[action*='/parts/'] button")

    one.wait_for_selector(".item >> nth=1")
    one.wait_for_selector(HELD)
    saves(one, "采购的要点", f".item:nth-of-type(2) {POINTS}")
    assert points(school) == ["书记先写的", "采购的要点"]
    with within(school):
        assert not Speech.objects.exists()
