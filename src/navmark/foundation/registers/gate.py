"""Before an entry about a child opens: what for? Asked once a viewer, entry and day, and logged with the child."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from navmark.foundation.people.models import Person
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.privacy.queries import openings_today
from navmark.foundation.registers import access, known
from navmark.foundation.registers.models import Entry, HandRole
from navmark.foundation.ui.addresses import page_of

View = Callable[..., HttpResponseBase]
TO = "to"  # the page that was asked for


def is_about_a_child(pk: UUID) -> bool:
    """No query where no register of the school is about children."""
    apart = [one.pk for one in known.registers() if one.about_children]
    return bool(apart) and Entry.objects.filter(pk=pk, register__in=apart).exists()


def children_of(entry: Entry) -> list[Person]:
    return [hand.person for hand in entry.hands.all() if hand.role == HandRole.ABOUT]


def is_open_today(viewer: Viewer, pk: UUID) -> bool:
    """Whether she has said today what she opens it for."""
    entry = access.entry_for(viewer, pk)
    return bool(openings_today(entry, by=viewer.person, at=timezone.now()))


def behind_purpose(view: View) -> View:
    """Below `open_to`: the page that asks what for stands before an entry about a child. No browser keeps it."""
    asked = by_name(view)

    @wraps(view)
    def guarded(request: HttpRequest, pk: UUID, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return (asked if is_about_a_child(pk) else view)(request, pk, *args, **kwargs)

    return guarded


def by_name(view: View) -> View:
    """The same for a page beside an entry on which children stand by name, whatever its register is about."""

    @wraps(view)
    def guarded(request: HttpRequest, pk: UUID, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not is_open_today(request.viewer, pk):  # type: ignore[attr-defined]
            return redirect(f"{reverse('registers:purpose', args=[pk])}?{urlencode({TO: page_of(request)})}")
        response = view(request, pk, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    return guarded
