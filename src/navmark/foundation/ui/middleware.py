"""At the door of every page: what cannot be read is refused in words, what was saved is told to the page, and no reader is left
before an address that only takes a form."""

import re
from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.translation import gettext as _

from navmark.foundation.ui.addresses import HOME

MARK = re.compile(r"[0-9]{1,10}x[0-9]{1,10}")
COOKIE = "saved"  # as `drafts.js` reads it
REMEMBERED = 8  # forms that were saved before the next page was opened
SECONDS = 7 * 24 * 3600  # as long as a draft is kept

View = Callable[[HttpRequest], HttpResponse]


class ReadableRequests:
    """A NUL in an address means nothing to any page, and PostgreSQL takes it nowhere: 400. In a field its form refuses it."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest("There is a NUL in the address.")
        return self.get_response(request)


class SavedWords:
    """A form sends the mark of its draft; once the answer says that it was saved, the mark goes back in a cookie and the page
    drops the draft. Stands below the messages: a redirect with an error in words has saved nothing."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        mark = request.POST.get("draft", "") if request.method == "POST" and answer.status_code < 400 else ""
        if MARK.fullmatch(mark) and not _leads_to_login(answer) and not _is_refused(request):
            marks = [one for one in request.COOKIES.get(COOKIE, "").split(".") if MARK.fullmatch(one)]
            words = ".".join([*marks, mark][-REMEMBERED:])
            answer.set_cookie(COOKIE, words, max_age=SECONDS, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
        return answer


def _leads_to_login(answer: HttpResponse) -> bool:
    return answer.headers.get("Location", "").partition("?")[0] == resolve_url(settings.LOGIN_URL)


def _is_refused(request: HttpRequest) -> bool:
    told = messages.get_messages(request)._queued_messages  # type: ignore[attr-defined]  # to look at them is not to show them
    return any(message.level >= messages.ERROR for message in told)


class ReadableAddresses:
    """An address that only takes a form leads whoever opens it to Today, and says so: a bookmark, a reload, a login."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        if request.method != "GET" or answer.status_code != 405:
            return answer
        messages.warning(request, _("This address only takes what a form sends; nothing was changed."))
        return redirect(HOME)
