"""A paper in a real browser: it saves itself while it is filled in, also a small table, a tick and a name."""

import pytest
from playwright.sync_api import expect

from navmark.foundation.papers.actions import begin
from navmark.foundation.papers.models import Answers
from navmark.foundation.papers.tests.acting import AT, an_edition
from navmark.foundation.papers.tests.samples import WANG, a_paper
from navmark.foundation.people.tests.factories import a_staff_member, signed_in

pytestmark = [pytest.mark.browser, pytest.mark.urls("navmark.foundation.papers.tests.gallery")]
NAMES = ["合唱", "朗诵", "舞蹈", "相声", "古筝", "快板"]


@pytest.fixture
def begun(page, live_server, inside):
    """An empty paper of each type, and a window in which a colleague is logged in."""
    edition = an_edition(a_paper())
    session = signed_in(a_staff_member(name="王雅")).cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
    return begin(("x.thing", edition.pk), edition, {}, by=None, at=AT)


def fill_rows(page, names):
    for number, name in enumerate(names, 1):
        page.get_by_label(f"节目，第{number}行", exact=True).fill(name)


@pytest.mark.django_db(transaction=True)
def test_a_small_table_grows_while_it_is_filled_in(page, begun):
    page.goto(f"/gallery/{begun.pk}/")
    fill_rows(page, NAMES)
    expect(page.locator("[data-save-state]")).to_have_text("已保存")

    assert [row["item"] for row in Answers.fresh(begun.pk).values["rows"]] == NAMES


@pytest.mark.django_db(transaction=True)
def test_lines_that_were_typed_and_not_saved_come_back(page, begun):
    page.route("**/gallery/**", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    page.goto(f"/gallery/{begun.pk}/")
    fill_rows(page, NAMES)
    page.unroute("**/gallery/**")
    page.reload()

    expect(page.get_by_label("节目，第6行", exact=True)).to_have_value("快板")
    expect(page.locator("[data-save-state]")).to_have_text("已保存")
    assert [row["item"] for row in Answers.fresh(begun.pk).values["rows"]] == NAMES


@pytest.mark.django_db(transaction=True)
def test_a_paper_saves_itself_while_it_is_filled_in(page, begun):
    page.goto(f"/gallery/{begun.pk}/")

    page.get_by_label("讲话主题").fill("向雷锋学习")
    page.get_by_label("审稿").fill("王雅")
    page.get_by_label("低年级").check()
    page.get_by_label("节目，第2行", exact=True).fill("合唱")
    expect(page.locator("[data-save-state]")).to_have_text("已保存")

    assert Answers.fresh(begun.pk).values == {
        "line": "向雷锋学习", "person": WANG, "choices": ("低年级",), "rows": ({"item": "合唱"},),
    }  # fmt: skip
