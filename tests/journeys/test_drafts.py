"""What was typed and not saved yet, on a computer that several people share."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_member, an_account, holder
from navmark.foundation.proceedings.models import AgendaItem
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.models import Talk
from navmark.pillars.demonstration.branch_life.tests.scenes import held, item_of
from tests.journeys.cast import PASSWORD, a_school_at_work, clerk, secretary

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
POINTS, CONTENT = "textarea[name=points]", "textarea[name=content]"
STORED = "(store) => JSON.stringify(window[store])"


class Computer:
    """One window in the office, before which several people sit down after one another; its connection may break."""

    def __init__(self, page, address):
        self.page, self.address = page, address

    def sits_down(self, login):
        self.page.goto("/login/")
        self.page.fill("[name=username]", login)
        self.page.fill("[name=password]", PASSWORD)
        self.page.click("main button.primary")
        self.page.goto(self.address)
        self.page.wait_for_load_state("networkidle")

    def gets_up(self):
        self.page.goto("/")
        self.page.click("details.menu summary")
        self.page.click("button:has-text('退出')")
        self.page.wait_for_selector("[name=username]")

    def types_offline(self, field, text):
        self.page.route("**/*", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
        self.page.fill(field, text)
        self.page.wait_for_selector(".save-state.retry")
        self.page.goto("/")  # before it is tried again
        self.page.unroute("**/*")


@pytest.fixture
def office(school, page):
    """The clerk's and the secretary's logins, and a computer that opens a meeting with one item."""
    with within(school):
        branch = a_school_at_work(school)
        item = item_of(held(kinds.COMMITTEE, branch, clerk()), clerk(), "研究校园安全")
        logins = [an_account(person).login for person in (clerk(), secretary())]
        address = reverse("branch_life:meeting", args=[item.part.activity_id])
    return Computer(page, address), *logins


def points(school):
    with within(school):
        return AgendaItem.objects.get().points


def test_a_draft_waits_for_its_writer_and_nobody_else_sees_or_sends_it(office, school):
    computer, writer, other = office
    computer.sits_down(writer)
    computer.types_offline(POINTS, "干事没有保存的")
    computer.gets_up()

    computer.sits_down(other)
    assert computer.page.input_value(POINTS) == ""
    assert points(school) == ""
    computer.gets_up()

    computer.sits_down(writer)
    computer.page.wait_for_selector(".save-state.saved")
    assert points(school) == "干事没有保存的"
    assert "干事没有保存的" not in computer.page.evaluate(STORED, "localStorage")


def test_a_draft_of_last_week_is_dropped_by_any_page(office, school):
    computer, writer, _other = office
    computer.sits_down(writer)
    computer.types_offline(POINTS, "上周写的")
    computer.page.clock.set_fixed_time(timezone.now() + timedelta(days=6, hours=23))
    computer.page.goto("/")
    assert "上周写的" in computer.page.evaluate(STORED, "localStorage")

    computer.page.clock.set_fixed_time(timezone.now() + timedelta(days=7, hours=1))
    computer.page.goto("/")

    assert "上周写的" not in computer.page.evaluate(STORED, "localStorage")
    assert points(school) == ""


@pytest.fixture
def talk(school, page):
    """The logins of the two who talked, and a computer that opens their talk."""
    with within(school):
        branch = a_school_at_work(school)
        two = holder(PostKind.SECRETARY), a_member(branch)
        activity = held(kinds.TALK, branch, two[0], chosen=two)
        logins = [an_account(person).login for person in two]
        return Computer(page, reverse("branch_life:meeting", args=[activity.pk])), *logins


def test_the_words_of_a_talk_stay_in_their_window_and_leave_it_with_their_writer(talk, school):
    computer, writer, other = talk
    computer.sits_down(writer)
    computer.types_offline(CONTENT, "家里的难处")
    assert "家里的难处" not in computer.page.evaluate(STORED, "localStorage")

    computer.gets_up()
    assert "家里的难处" in computer.page.evaluate(STORED, "sessionStorage")
    computer.sits_down(other)
    assert computer.page.input_value(CONTENT) == ""
    for store in ("localStorage", "sessionStorage"):
        assert "家里的难处" not in computer.page.evaluate(STORED, store)
    with within(school):
        assert not Talk.objects.exists()


def test_the_words_of_a_talk_come_back_when_the_page_is_opened_again(talk, school):
    computer, writer, _other = talk
    computer.sits_down(writer)
    computer.types_offline(CONTENT, "家里的难处")

    computer.page.goto(computer.address)
    computer.page.wait_for_selector(".save-state.saved")

    with within(school):
        assert Talk.objects.get().content == "家里的难处"
    assert "家里的难处" not in computer.page.evaluate(STORED, "sessionStorage")


def test_what_was_typed_to_an_item_that_is_gone_stays_in_sight(office, school):
    computer, writer, _other = office
    computer.sits_down(writer)
    with within(school):
        AgendaItem.objects.all().delete()

    computer.page.fill(POINTS, "写给已删除议题的要点")
    told = computer.page.wait_for_selector(".save-state.failed")
    assert "此处已不存在" in told.inner_text()
    assert "登录" not in told.inner_text()
    expect(computer.page.locator(POINTS)).to_have_value("写给已删除议题的要点")

    add = "form[action*='/parts/'] "
    computer.page.click("summary:has-text('添加议题')")
    computer.page.fill(add + "input[name=title]", "另一项议题")
    computer.page.click(add + "button")
    computer.page.wait_for_function("document.activeElement.closest('.item')")  # once, so that nothing is lost unseen
    expect(computer.page.locator(POINTS)).to_have_value("写给已删除议题的要点")
    computer.page.click(add + "button")
    computer.page.wait_for_selector(".item h3:has-text('另一项议题')")
