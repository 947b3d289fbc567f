"""Every form keeps its words until the server has said that they are saved: after a session that ended, and without a network."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from navmark.foundation.activities.models import Activity
from navmark.foundation.people.tests.factories import a_staff_member, an_account
from navmark.foundation.proceedings.models import Decision
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import held, item_of
from tests.journeys.cast import PASSWORD, a_school_at_work, clerk, sit_down

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
KEPT = "Object.keys(localStorage).concat(Object.keys(sessionStorage)).filter((key) => key.startsWith('typed:')).length"
DECISION, PLACE = "form[action*='/decision/'] [name=text]", "[name=place]"
WORDS = "同意开展校园安全月活动"


@pytest.fixture
def branch(school):
    with within(school):
        return a_school_at_work(school)


@pytest.fixture
def login(school, branch, page):
    """The clerk before the screen; the name to log in with again."""
    with within(school):
        one = clerk()
        name = an_account(one).login
        sit_down(page, one)
    return name


@pytest.fixture
def record(school, branch, login):
    """The address of a meeting with one item to write on."""
    with within(school):
        item = item_of(held(kinds.COMMITTEE, branch, clerk()), clerk(), "研究校园安全")
        return reverse("branch_life:meeting", args=[item.part.activity_id])


def log_in_again(page, login):
    page.wait_for_selector("[name=username]")
    page.fill("[name=username]", login)
    page.fill("[name=password]", PASSWORD)
    page.click("main button.primary")
    page.wait_for_selector("nav.me")


def press_without_network(page, button):
    page.route("**/*", lambda route: route.abort())
    page.click(button)
    page.wait_for_timeout(300)
    page.unroute("**/*")


SAVE_DECISION, SAVE_PLAN = "form[action*='/decision/'] button:not([type=button])", "main form.card button.primary"


def test_a_decision_outlives_its_session(page, login, record, school):
    page.goto(record)
    page.fill(DECISION, WORDS)
    page.context.clear_cookies(name="sessionid")
    page.click(SAVE_DECISION)
    log_in_again(page, login)

    assert page.url.endswith(record)  # where the form stands, not the address that it is sent to
    expect(page.locator(DECISION)).to_have_value(WORDS)
    assert "还没有保存" in page.inner_text(f"{SAVE_DECISION} >> xpath=ancestor::form")
    with page.expect_navigation():  # its script sweeps once the page is whole
        page.click(SAVE_DECISION)
    page.wait_for_selector(f".decision:has-text('{WORDS}')")
    with within(school):
        assert Decision.objects.get().text == WORDS
    assert page.evaluate(KEPT) == 0


def test_a_decision_outlives_a_broken_network(page, record, school):
    page.goto(record)
    page.fill(DECISION, WORDS)
    press_without_network(page, SAVE_DECISION)
    page.goto("/")
    page.click("a:has-text('打开该页')")

    expect(page.locator(DECISION)).to_have_value(WORDS)
    with page.expect_navigation():
        page.click(SAVE_DECISION)
    assert page.evaluate(KEPT) == 0
    with within(school):
        assert Decision.objects.get().text == WORDS


def test_a_plan_outlives_both(page, login, school):
    address = reverse("activities:plan", args=[kinds.COMMITTEE])
    page.goto(address)
    page.fill(PLACE, "图书馆二楼")
    page.context.clear_cookies(name="sessionid")
    page.click(SAVE_PLAN)
    log_in_again(page, login)
    assert page.url.endswith(address)
    expect(page.locator(PLACE)).to_have_value("图书馆二楼")

    press_without_network(page, SAVE_PLAN)
    page.goto(address)
    expect(page.locator(PLACE)).to_have_value("图书馆二楼")
    with page.expect_navigation():
        page.click(SAVE_PLAN)
    assert page.evaluate(KEPT) == 0
    with within(school):
        assert Activity.objects.get(place="图书馆二楼")


def test_what_the_server_refuses_stays_until_it_is_mended_or_given_up(page, login):
    page.goto(reverse("activities:plan", args=[kinds.COMMITTEE]))
    page.fill(PLACE, "图书馆二楼")
    page.fill("[name=end]", "00:01")
    page.click(SAVE_PLAN)
    page.wait_for_selector(".error-summary")
    assert page.evaluate(KEPT) == 1 and page.locator(".restored").count() == 0

    page.goto(reverse("activities:plan", args=[kinds.COMMITTEE]))
    page.click("button:has-text('重新填写')")
    assert page.input_value(PLACE) != "图书馆二楼"
    assert page.evaluate(KEPT) == 0


def test_what_is_sealed_is_kept_in_the_window_alone_and_a_password_nowhere(page, login, school):
    with within(school):
        colleague = a_staff_member()
    page.goto(reverse("people:begin", args=[colleague.pk, "absences"]))
    page.fill("main form textarea, main form input[type=text]", "病假，家中有事")
    assert "病假" not in page.evaluate("JSON.stringify(localStorage)")
    assert "病假" in page.evaluate("JSON.stringify(sessionStorage)")

    page.goto(reverse("people:account"))
    page.fill("[name=password]", "not-to-be-kept-7")
    assert "not-to-be-kept-7" not in page.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage)")


def test_an_address_that_only_takes_a_form_leads_to_today(page, record):
    page.goto(record)
    page.goto(page.get_attribute("form[action*='/decision/']", "action"))
    assert "只接收" in page.inner_text(".messages")
