"""A paper saves itself and is never saved over what somebody else has saved; without a script its button saves it."""

import pytest
from django.urls import reverse

from navmark.foundation.papers.actions import answer, begin
from navmark.foundation.papers.models import Answers
from navmark.foundation.papers.tests.acting import AT, an_edition
from navmark.foundation.papers.tests.samples import a_paper
from navmark.foundation.people.tests.factories import a_staff_member, signed_in

pytestmark = [pytest.mark.usefixtures("inside"), pytest.mark.urls("navmark.foundation.papers.tests.gallery")]
ALONE = {"HTTP_X_AUTOSAVE": "1"}


@pytest.fixture
def begun():
    edition = an_edition(a_paper())
    return begin(("x.thing", edition.pk), edition, {"line": "学雷锋"}, by=None, at=AT)


@pytest.fixture
def post(begun):
    browser = signed_in(a_staff_member(name="王雅"))

    def one(typed, revision=0, **headers):
        return browser.post(reverse("gallery", args=(begun.pk,)), {"revision": revision, **typed}, **headers)

    one.get = lambda: browser.get(reverse("gallery", args=(begun.pk,)))
    return one


def values(begun):
    return Answers.fresh(begun.pk).values


def test_the_page_shows_the_form_and_what_was_filled_in(post):
    page = post.get().content.decode()
    assert 'value="学雷锋"' in page and "data-autosave" in page and "<dd>学雷锋</dd>" in "".join(page.split())


def test_it_saves_itself_in_a_line(post, begun):
    told = post({"line": "学英雄"}, **ALONE)
    assert (told.status_code, told.headers["X-Revision"]) == (204, "1")
    assert values(begun) == {"line": "学英雄"}


def test_its_button_leads_back_to_the_page(post, begun):
    assert post({"line": "学英雄"}).url == reverse("gallery", args=(begun.pk,))
    assert values(begun) == {"line": "学英雄"}


def test_what_is_wrong_is_told_with_its_field_and_nothing_is_saved(post, begun):
    told = post({"line": "学英雄", "number": "x"}, **ALONE)
    assert told.status_code == 422 and told.content.decode().startswith("到场（人）：")
    page = post({"line": "学英雄", "number": "x"})
    assert page.status_code == 422 and 'value="学英雄"' in page.content.decode()
    assert values(begun) == {"line": "学雷锋"}


@pytest.mark.parametrize("revision", ["", "x", "9" * 5000, "-1"])
def test_a_revision_that_is_none_is_refused(post, begun, revision):
    assert post({"line": "学英雄"}, revision=revision).status_code == 422
    assert values(begun) == {"line": "学雷锋"}


def test_both_versions_are_shown_and_the_typed_one_can_be_saved(post, begun):
    answer(begun, {"line": "甲"}, revision=0, by=None, at=AT)
    assert post({"line": "乙"}, **ALONE).status_code == 409

    page = post({"line": "乙"})
    words = page.content.decode()
    assert (
        page.status_code == 409
        and 'value="乙"' in words
        and "<dd>甲</dd>" in "".join(words.split())
        and 'name="revision" value="1"' in words
    )
    assert 'name="revision" value="0"' not in words
    post({"line": "乙"}, revision=1)
    assert values(begun) == {"line": "乙"}
