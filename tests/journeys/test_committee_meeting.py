"""From Today to the signed-ready record of a 支委会, as a clerk and a secretary do it, counted."""

import io
import json
import sys

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from pypdf import PdfReader

from navmark.foundation.almanac.arithmetic import add_months
from navmark.foundation.proceedings.models import Decision
from navmark.foundation.records.models import Record
from navmark.foundation.tenancy.scope import within
from tests.journeys.cast import a_school_at_work, clerk, log_in, secretary, sit_down

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MOST_CLICKS, MOST_FIELDS = 12, 6  # of both people together


class Counted:
    """Everything that is clicked, chosen or filled, before whoever sits there; only the minutes' own words are free."""

    def __init__(self, page):
        self.page, self.clicks, self.fields = page, 0, 0

    def click(self, selector):
        self.clicks += 1
        self.page.click(selector)

    def fill(self, selector, text):
        self.fields += 1
        self.page.fill(selector, text)


def plan_and_hold(hand: Counted, now) -> None:
    hand.click("li:has-text('支委会') a:has-text('安排')")
    hand.fill("[name=day]", now.strftime("%Y-%m-%d"))
    hand.fill("[name=start]", "00:01")
    hand.fill("[name=end]", "23:59")
    hand.click("main form button.primary")
    hand.click(".actions a.primary")  # 登记到会
    hand.click("button[name=all_others]")


def write_record(hand: Counted) -> None:
    hand.fill("input[name=title]", "研究第四季度工作安排")
    hand.click("form[action*='/items/'] button")
    hand.page.fill("textarea[name=points]", "会议听取并研究了第四季度的重点工作,明确了分工。")
    hand.page.wait_for_selector(".save-state.saved")
    hand.fill("form[action*='/decision/'] textarea[name=text]", "同意第四季度工作安排。")
    hand.click("form[action*='/decision/'] label:has([name=owner]) >> nth=1")  # of a committee each is named by one tap
    hand.fill("form[action*='/decision/'] [name=what]", "落实第四季度分工")
    hand.click("form[action*='/decision/'] button")  # by when: until the next meeting, as proposed
    hand.click(".actions button.primary")  # 完成记录
    hand.page.wait_for_selector(".message.success")


def lock_print_and_copy(hand: Counted):
    """The second person's part; the answer is the PDF."""
    hand.page.goto("/")
    hand.click("li:has-text('支委会'):has-text('锁定') .do a")
    hand.click(".actions button.primary")  # 锁定记录
    hand.clicks += 1  # the browser opens the PDF in place; here it is fetched
    answer = hand.page.request.get(hand.page.get_attribute("a.primary", "href"))
    hand.click("button[data-copy=log-1]")
    return answer


@pytest.mark.parametrize("width", [pytest.param(1280, marks=pytest.mark.on_both), 390])  # no other journey writes so much
def test_a_committee_meeting_from_today_to_the_record(school, open_window, width, capsys):
    with within(school):
        a_school_at_work(school)
        writer, second = clerk(), secretary()
        page, other = open_window(viewport={"width": width, "height": 900}), open_window()
        log_in(page, writer)
        log_in(other, second)
    hand, now = Counted(page), timezone.localtime()

    plan_and_hold(hand, now)
    write_record(hand)
    hand.page = other
    answer = lock_print_and_copy(hand)

    assert other.locator("[data-copied]:visible").last.inner_text() == "已复制"
    text = "".join(part.extract_text() for part in PdfReader(io.BytesIO(answer.body())).pages)
    assert answer.headers["content-type"] == "application/pdf"
    assert "研究第四季度工作安排" in text and writer.name in text
    assert "同意第四季度工作安排" in other.input_value("#log-1")
    with within(school):
        assert Record.objects.get().is_locked
        assert now.date() < Decision.objects.get().follow_ups.get().due_on <= add_months(now.date(), 1)
    with capsys.disabled():
        counted = {"journey": "committee meeting", "clicks": hand.clicks, "fields": hand.fields, "width": width}
        sys.stdout.write(f"\n{json.dumps(counted)}\n")
    assert hand.clicks <= MOST_CLICKS
    assert hand.fields <= MOST_FIELDS


def test_whoever_reports_on_an_item_is_its_likely_owner(school, page):
    with within(school):
        a_school_at_work(school)
        sit_down(page, clerk())
    page.click("li:has-text('支委会') a:has-text('安排')")
    page.fill("[name=day]", timezone.localtime().strftime("%Y-%m-%d"))
    page.fill("[name=start]", "00:01")
    page.fill("[name=end]", "23:59")
    page.click("main form button.primary")
    page.fill("input[name=title]", "研究校园安全")
    page.click("form[action*='/items/'] button")
    decide = "form[action*='/decision/']"

    page.wait_for_url("**edit=**")
    page.wait_for_load_state()  # with its scripts: nobody chooses within a tenth of a second
    page.select_option("[name=reporter]", index=2)
    page.wait_for_selector(".save-state.saved")
    chosen = page.input_value("[name=reporter]")
    expect(page.locator(f"{decide} [name=owner]:checked")).to_have_value(chosen)  # its piece comes anew after the saving
    page.reload()
    assert page.input_value(f"{decide} [name=owner]:checked") == chosen

    page.fill(f"{decide} [name=text]", "同意。")
    page.fill(f"{decide} [name=what]", "检查消防通道")
    page.fill(f"{decide} [name=due_on]", "2030-12-01")
    page.click(f"{decide} button")
    page.wait_for_selector(".decision li")
    with within(school):
        assert Decision.objects.get().follow_ups.get().owner.name == chosen


@pytest.fixture
def writing(school, page):
    """The clerk's page of a meeting with one item."""
    with within(school):
        a_school_at_work(school)
        sit_down(page, clerk())
    page.click("li:has-text('支委会') a:has-text('安排')")
    page.click("main form button.primary")
    page.fill("input[name=title]", "研究校园安全")
    page.click("form[action*='/items/'] button")
    page.wait_for_selector("textarea[name=points]")
    return page


def test_what_is_typed_while_the_connection_is_broken_is_saved_later(writing):
    writing.context.set_offline(True)
    writing.fill("textarea[name=points]", "断网时写下的要点")
    writing.wait_for_selector(".save-state.retry")
    writing.context.set_offline(False)
    writing.wait_for_selector(".save-state.saved", timeout=15_000)

    writing.reload()
    expect(writing.locator("textarea[name=points]")).to_have_value("断网时写下的要点")


def test_what_is_typed_before_the_script_has_come_is_saved_too(writing):
    late = []
    writing.route("**/app*.js", lambda route: late.append(route))
    writing.reload(wait_until="commit")
    writing.fill("textarea[name=points]", "网页还没有打开完就写下的要点")
    late[0].continue_()

    writing.wait_for_selector(".save-state.saved")


def test_what_cannot_be_saved_is_said_at_its_field_which_takes_the_cursor(writing):
    writing.fill("input[name=title] >> nth=0", " ")
    writing.locator("input[name=title]").first.evaluate("field => field.removeAttribute('required')")
    writing.wait_for_selector(".wrong .error")
    assert writing.get_attribute(".wrong input", "name") == "title"

    writing.click(".item summary:has-text('更多')")
    writing.click("form[action*='/move/'] button, form[action*='/remove/'] button")
    writing.wait_for_selector(".wrong input:focus")

    writing.fill(".wrong input", "研究校园安全工作")
    writing.wait_for_selector(".save-state.saved")
    assert not writing.query_selector(".wrong")
