"""The browser of the tests itself: without it drawing Chinese and speaking to the server, no journey would mean anything."""

import pytest

pytestmark = pytest.mark.browser


def picture_of(browser, sign):
    page = browser.new_page(viewport={"width": 60, "height": 60})
    page.set_content(f"<p style='font: 32px sans-serif'>{sign}</p>")
    taken = page.screenshot()
    page.close()
    return taken


def test_it_draws_chinese_signs(browser):
    # A browser without a Chinese font draws the same empty box for both.
    assert picture_of(browser, "支") != picture_of(browser, "部")


def test_it_speaks_chinese_to_the_live_server(page):
    answer = page.goto("/static/django_htmx/htmx-2.js")
    assert answer is not None
    assert answer.ok
    assert "zh-CN" in answer.request.headers["accept-language"]


def test_a_phone_is_as_narrow_as_one(phone):
    assert phone.viewport_size == {"width": 390, "height": 844}
    assert phone.evaluate("navigator.maxTouchPoints") > 0
