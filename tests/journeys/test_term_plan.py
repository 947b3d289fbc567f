"""The term plan in a browser: from Today a line is written into a week and moved into the next; the A3 and the text have it."""

import io

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from navmark.foundation.people.models import PostKind, UnitKind
from navmark.foundation.people.tests.factories import a_post, a_staff_member, a_unit
from navmark.foundation.tenancy.scope import within
from navmark.foundation.termplan.models import PlanLine
from tests.journeys.cast import sit_down

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WORDS = "社区共建日"


@pytest.fixture
def keeper(school):
    with within(school):
        a_unit(UnitKind.SCHOOL, school.name)
        person = a_staff_member()
        a_post(person, PostKind.MORAL_HEAD)
        return person


def week_of(page):
    return page.url.rstrip("/").rpartition("/")[2]


def test_a_line_is_written_moved_printed_and_told_to_the_group(school, keeper, page):
    with within(school):
        sit_down(page, keeper)
    page.locator("#week").scroll_into_view_if_needed()
    page.wait_for_selector("#week a:has-text('0项')")
    assert "今日" in page.title()  # it opens in place, and the page keeps its name
    page.click("#week a:has-text('0项')")  # and leads to the term

    page.click("text=写一项")
    page.fill("[name=words]", WORDS)
    page.click("main form button.primary")
    page.wait_for_url("**/weeks/**")
    first = week_of(page)
    page.click(f"#week-slice a:has-text('{WORDS}')")
    there = page.locator("[name=week]").evaluate("one => one.selectedIndex")
    page.select_option("[name=week]", index=there - 1 if there else 1)
    page.click("main form.card button.primary")
    page.wait_for_url(lambda url: "/weeks/" in url and first not in url)
    moved = week_of(page)

    assert page.locator(f"#week-slice >> text={WORDS}").count() == 1
    assert WORDS in page.input_value("#group")
    page.click("button[data-copy=group]")
    expect(page.locator("[data-copied]")).to_have_text("已复制")
    page.click("main a[href*='?term=']")
    answer = page.request.get(page.get_attribute("a:has-text('打印张贴版')", "href"))
    sheets = PdfReader(io.BytesIO(answer.body())).pages
    assert len(sheets) == 1 and WORDS in sheets[0].extract_text()
    with within(school):
        assert PlanLine.objects.get().week == moved
