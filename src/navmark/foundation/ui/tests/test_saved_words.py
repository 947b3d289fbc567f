"""What the middleware tells the page about its drafts, and where a reader is led."""

import pytest
from django.contrib import messages
from django.contrib.messages.storage.fallback import FallbackStorage
from django.http import HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.test import RequestFactory

from navmark.foundation.ui.addresses import page_of
from navmark.foundation.ui.middleware import ReadableAddresses, SavedWords

MARK = "12x34"


def asked(method="post", *, data=None, **extra):
    request = getattr(RequestFactory(), method)("/records/1/", data or {}, **extra)
    request.session = {}
    request._messages = FallbackStorage(request)
    return request


def marks_after(answer, *, told=None, cookie="") -> str:
    request = asked(data={"draft": MARK})
    request.COOKIES["saved"] = cookie

    def view(asked):
        if told:
            messages.add_message(asked, told, "words")
        return answer

    cookie_set = SavedWords(view)(request).cookies.get("saved")
    return cookie_set.value if cookie_set else ""


def test_a_form_that_was_saved_gives_its_mark_back_beside_those_before():
    assert marks_after(redirect("/"), told=messages.SUCCESS) == MARK
    assert marks_after(HttpResponse(b"PDF"), cookie="5x6.no<mark") == f"5x6.{MARK}"


@pytest.mark.parametrize("answer", [HttpResponse(status=status) for status in (403, 409, 422, 500)])
def test_a_form_that_was_refused_does_not(answer):
    assert marks_after(answer) == ""


def test_neither_does_one_that_was_sent_to_the_login_or_refused_in_words():
    assert marks_after(redirect("/login/?next=/")) == ""
    assert marks_after(redirect("/"), told=messages.ERROR) == ""


def test_whoever_opens_what_only_takes_a_form_is_led_to_today_in_words():
    request = asked("get")
    answer = ReadableAddresses(lambda _request: HttpResponseNotAllowed(["POST"]))(request)

    assert (answer.status_code, answer.url) == (302, "/")
    assert len(list(messages.get_messages(request))) == 1
    refused = ReadableAddresses(lambda _request: HttpResponseNotAllowed(["GET"]))(asked())
    assert refused.status_code == 405


@pytest.mark.parametrize(
    ("came_from", "page"),
    [
        ("http://testserver/meetings/1/?tab=2#item", "/meetings/1/?tab=2"),
        ("https://elsewhere.example/trap/", "/"),
        ("", "/"),
    ],
)
def test_a_login_after_a_press_of_a_button_leads_to_the_page_of_the_button(came_from, page):
    assert page_of(asked(headers={"Referer": came_from})) == page
    assert page_of(asked("get", data={"a": "1"})) == "/records/1/?a=1"
