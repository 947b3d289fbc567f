"""In which list the thing stands whose page is looked at: its own address, made of an id, does not say it."""

from django.http import HttpRequest
from django.urls import reverse


def stand_in(request: HttpRequest, page: str, *code: str) -> None:
    """A view says it: `page` lists the things of this code. The navigation marks where that list stands."""
    request.stands_in = reverse(page, args=code)  # type: ignore[attr-defined]


def stands_in(request: HttpRequest) -> str:
    """The address of that list; of any other page its own."""
    said: str = getattr(request, "stands_in", request.path)
    return said
