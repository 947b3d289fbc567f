"""What a page answers while the programme itself cannot be read: right after an upgrade, or since a newer version refuses it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from navmark.foundation.programme.refusals import WrongProgramme

UNREADABLE = 503  # of the page, not of what the school does with what is loaded
View = Callable[..., HttpResponseBase]


def readable(view: View) -> View:
    """The page; else what is wrong with the programme, file by file, and whom to ask."""

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except WrongProgramme as refusal:
            return render(request, "programme/unreadable.html", {"wrongs": refusal.wrongs}, status=UNREADABLE)

    return shown
