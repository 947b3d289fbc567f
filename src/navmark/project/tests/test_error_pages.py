"""Whatever goes wrong is said in Chinese, with what to do, in the frame of the product."""

import pytest
from django.test import Client
from django.urls import reverse

from navmark.foundation.people.models import PostKind
from navmark.foundation.people.tests.factories import a_branch, an_administrator, holder, signed_in
from navmark.foundation.tenancy.scope import within
from navmark.project import views


@pytest.fixture
def browser(school):
    with within(school):
        a_branch()
        return signed_in(holder(PostKind.GROUP_LEADER))


@pytest.mark.parametrize(
    "url, status, words", [("/nothing-here/", 404, "没有找到这个页面"), ("/people/import/", 403, "您不能打开这个页面")]
)
def test_it_says_why_there_is_nothing_to_see(browser, url, status, words):
    answer = browser.get(url)

    assert answer.status_code == status
    assert words in answer.content.decode() and "回到今日" in answer.content.decode()


def test_nobody_is_sent_to_oneself_for_help(school):
    with within(school):
        a_branch()
        askers = {
            "请联系书记或党务干事。": (an_administrator(), reverse("branch_life:year")),
            "请联系书记或系统管理员。": (holder(PostKind.CLERK), reverse("privacy:term")),
            "请联系党务干事或系统管理员。": (holder(PostKind.GROUP_LEADER), reverse("people:import")),
        }
        pages = {words: signed_in(who).get(address).content.decode() for words, (who, address) in askers.items()}

    assert not [words for words, page in pages.items() if words not in page]


def typed_without_a_mark(*, cookies=True, **headers):
    client = Client(enforce_csrf_checks=True)
    if cookies:
        client.get("/login/")
    answer = client.post("/login/", {"username": "a", "password": "b"}, **headers)
    assert answer.status_code == 403
    return answer.content.decode()


def test_a_form_from_a_page_long_open_is_refused_with_a_remedy(db):
    assert "刷新页面后重新提交" in typed_without_a_mark()


def test_a_browser_without_cookies_is_told_so(db):
    page = typed_without_a_mark(cookies=False)
    assert "没有保留Cookie" in page and "换一个浏览器" in page and "太久" not in page


def test_an_https_address_opened_by_http_is_named_before_and_after_the_form(db, settings):
    settings.PUBLIC_URL = "https://dj.example.edu.cn"
    before = Client().get("/login/", HTTP_HOST="192.0.2.7:8000").content.decode()
    after = typed_without_a_mark(cookies=False, HTTP_HOST="192.0.2.7:8000")

    assert "没有加密" in before and 'href="https://dj.example.edu.cn/login/"' in before
    assert "没有加密" in after and 'href="https://dj.example.edu.cn/"' in after and "太久" not in after
    assert "没有加密" not in Client().get("/login/", HTTP_HOST="dj.example.edu.cn").content.decode()


def test_a_fault_of_ours_says_that_nothing_was_saved_and_tells_no_secret(browser, monkeypatch):
    def fail(viewer, on):
        raise RuntimeError("the secret of the machine")

    monkeypatch.setattr(views, "today_for", fail)
    browser.raise_request_exception = False
    answer = browser.get("/")

    assert answer.status_code == 500
    assert "没有保存" in answer.content.decode() and "secret" not in answer.content.decode()
