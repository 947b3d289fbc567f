"""One decision, two follow-ups of two owners: written by the clerk, on the Today of each owner, on the printed record."""

import io
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import holder
from navmark.foundation.proceedings.actions import deciding
from navmark.foundation.tenancy.scope import within
from navmark.pillars.demonstration.branch_life import kinds
from navmark.pillars.demonstration.branch_life.tests.scenes import held, item_of
from tests.journeys.cast import a_school_at_work, clerk, log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ADD = "form[action$='/tasks/'] "


@pytest.fixture
def meeting(school):
    """A meeting of today that has decided one thing."""
    with within(school):
        now = timezone.now()
        activity = held(kinds.COMMITTEE, a_school_at_work(school), clerk(), starts_at=now - timedelta(hours=2))
        item = item_of(activity, clerk(), "研究校园安全")
        deciding.decide(item, text="同意校园安全工作安排。", by=clerk(), at=now)
        return reverse("branch_life:meeting", args=[activity.pk])


def adds(page, what, owner, day):
    page.click("summary:has-text('添加落实事项')")
    page.fill(ADD + "[name=what]", what)
    page.click(ADD + f"label:text-is('{owner.name}')")
    page.fill(ADD + "[name=due_on]", day.isoformat())
    page.click(ADD + "button")
    page.wait_for_selector(f".decision li:has-text('{what}')")


def test_two_follow_ups_of_one_decision_reach_their_owners_and_the_record(school, meeting, open_window):
    with within(school):
        owners = {"检查消防设施": holder(PostKind.ORGANISATION), "张贴安全提示": holder(PostKind.PUBLICITY)}
        page, *others = open_window(), open_window(), open_window()
        log_in(page, clerk())
        for other, owner in zip(others, owners.values(), strict=True):
            log_in(other, owner)
    page.goto(meeting)
    page.click(".item >> text=编辑")
    page.wait_for_selector(ADD, state="attached")
    assert page.locator(ADD + "[name=owner][value='']").count() == 0  # somebody has to do it

    for days, (what, owner) in enumerate(owners.items(), start=3):
        adds(page, what, owner, timezone.localdate() + timedelta(days=days))
    page.click(".actions button.primary")  # 完成记录
    page.wait_for_selector(".message.success")

    for other, (what, _owner), (elsewhere, _other) in zip(others, owners.items(), reversed(owners.items()), strict=True):
        other.goto("/")
        assert other.locator(f".lines li:has-text('{what}') button:has-text('完成')").count() == 1
        assert elsewhere not in other.inner_text("main")
    pdf = page.request.get(page.get_attribute("a:has-text('PDF')", "href")).body()
    record = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(pdf)).pages)
    assert all(what in record and owner.name in record for what, owner in owners.items())


def test_who_only_reads_is_offered_no_follow_up(school, meeting, page):
    with within(school):
        log_in(page, holder(PostKind.ORGANISATION))
    page.goto(meeting)

    assert "同意校园安全工作安排" in page.inner_text("main")
    assert page.locator(ADD).count() == 0
