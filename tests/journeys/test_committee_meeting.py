"""From Today to the signed-ready record of a 支委会, as a clerk and a secretary do it, counted."""

import io
import json
import sys
from datetime import timedelta

import pytest
from django.utils import timezone
from pypdf import PdfReader

from navmark.foundation.proceedings.models import Decision, Minutes
from navmark.foundation.tenancy.scope import within
from tests.journeys.cast import a_school_at_work, clerk, log_in, secretary

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MOST_CLICKS, MOST_FIELDS = 13, 6  # of both people together; a choice from a list is two clicks: open it, take one


class Counted:
    """Everything that is clicked, chosen or filled, before whoever sits there; only the minutes' own words are free."""

    def __init__(self, page):
        self.page, self.clicks, self.fields = page, 0, 0

    def click(self, selector):
        self.clicks += 1
        self.page.click(selector)

    def choose(self, selector, index):
        self.clicks += 2
        self.page.select_option(selector, index=index)

    def fill(self, selector, text):
        self.fields += 1
        self.page.fill(selector, text)


@pytest.mark.parametrize("width", [1280, 390])
def test_a_committee_meeting_from_today_to_the_record(school, open_window, width, capsys):
    with within(school):
        a_school_at_work(school)
        writer, second = clerk(), secretary()
        page, other = open_window(viewport={"width": width, "height": 900}), open_window()
        log_in(page, writer)
        log_in(other, second)
    hand = Counted(page)
    now = timezone.localtime()

    hand.click("li:has-text('支委会') a:has-text('安排')")
    hand.fill("[name=day]", now.strftime("%Y-%m-%d"))
    hand.fill("[name=start]", "00:01")
    hand.fill("[name=end]", "23:59")
    hand.click("main form button.primary")
    hand.click(".actions a.primary")  # 登记到会
    hand.click("button[name=all_others]")
    hand.fill("input[name=title]", "研究第四季度工作安排")
    hand.click("form[action*='/items/'] button")
    page.fill("textarea[name=points]", "会议听取并研究了第四季度的重点工作,明确了分工。")
    page.wait_for_selector(".save-state.saved")
    hand.fill("form[action*='/decision/'] textarea[name=text]", "同意第四季度工作安排。")
    hand.choose("form[action*='/decision/'] select[name=owner]", 1)
    hand.fill("[name=due_on]", (now + timedelta(days=20)).strftime("%Y-%m-%d"))
    hand.click("form[action*='/decision/'] button")
    hand.click(".actions button.primary")  # 完成记录
    hand.page = other
    other.goto("/")
    hand.click("li:has-text('支委会'):has-text('锁定') .do a")
    hand.click(".actions button.primary")  # 锁定记录
    hand.clicks += 1  # the browser opens the PDF in place; here it is fetched
    answer = other.request.get(other.get_attribute("a.primary", "href"))
    hand.click("button[data-copy=log-1]")
    assert other.locator("[data-copied]:visible").last.inner_text() == "已复制"

    text = "".join(part.extract_text() for part in PdfReader(io.BytesIO(answer.body())).pages)
    assert answer.headers["content-type"] == "application/pdf"
    assert "研究第四季度工作安排" in text
    assert writer.name in text
    assert "同意第四季度工作安排" in other.input_value("#log-1")
    with within(school):
        assert Minutes.objects.get().is_locked
        assert Decision.objects.get().follow_ups.get().due_on == (now + timedelta(days=20)).date()
    with capsys.disabled():
        sys.stdout.write(
            "\n"
            + json.dumps({"journey": "committee meeting", "clicks": hand.clicks, "fields": hand.fields, "width": width})
            + "\n"
        )
    assert hand.clicks <= MOST_CLICKS
    assert hand.fields <= MOST_FIELDS


def test_what_is_typed_while_the_connection_is_broken_is_saved_later(school, page):
    with within(school):
        a_school_at_work(school)
        log_in(page, clerk())
    page.click("li:has-text('支委会') a:has-text('安排')")
    page.click("main form button.primary")
    page.fill("input[name=title]", "研究校园安全")
    page.click("form[action*='/items/'] button")

    page.context.set_offline(True)
    page.fill("textarea[name=points]", "断网时写下的要点")
    page.wait_for_selector(".save-state.retry")
    page.context.set_offline(False)
    page.wait_for_selector(".save-state.saved", timeout=15_000)

    page.reload()
    assert page.input_value("textarea[name=points]") == "断网时写下的要点"
