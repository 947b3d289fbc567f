"""Files: pages about one person, and the gate before them.

What a file is opened for, and who is told, is asked by a room that stands below this one (privacy) and that this one
therefore cannot import. It hangs its gate here, once, when the program starts. Without a gate no file opens.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache

from navmark.foundation.people.access import View, person_for
from navmark.foundation.people.models import Person, Unit


@dataclass(frozen=True)
class Keeper:
    """`ask`: what the viewer is shown first, or None when the file (or its sealed part) may open. `ask_list`: the same of the
    list of all pupils by name, or of those of one class. `foot`: HTML below a file."""

    ask: Callable[[HttpRequest, Person, bool], HttpResponse | None]
    ask_list: Callable[[HttpRequest, Unit | None], HttpResponse | None]
    foot: Callable[[Person], str]


_keepers: list[Keeper] = []


def kept_by(keeper: Keeper) -> None:
    _keepers[:] = [keeper]


def the_keeper() -> Keeper:
    if not _keepers:
        raise ImproperlyConfigured("no room keeps the files: they stay closed")
    return _keepers[0]


def about_one(*, sealed: bool = False) -> Callable[[View], View]:
    """A view about one person: takes the person, not the id; only after the gate. Below `open_to`, above the methods.

    No browser keeps the page: whoever goes back after somebody logged out meets the gate again.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, pk: UUID, *args: Any, **kwargs: Any) -> HttpResponseBase:
            subject = person_for(request.viewer, pk)  # type: ignore[attr-defined]
            wants_sealed = sealed or kwargs.get("part") == "sealed"
            return the_keeper().ask(request, subject, wants_sealed) or view(request, subject, *args, **kwargs)

        return never_cache(guarded)

    return decorate
