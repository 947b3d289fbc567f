"""Doors: who may open a page. A stranger is sent to the login; a colleague without the role is told so (403);
a page of another school does not exist (404), because the manager does not see its rows."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

from navmark.foundation.people.models import Person
from navmark.foundation.people.roles import Role, Viewer

View = Callable[..., HttpResponse]


def open_to(*roles: Role) -> Callable[[View], View]:
    """A view for people of this school who hold any of `roles`; without roles, for everybody who is logged in."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            viewer: Viewer | None = request.viewer  # type: ignore[attr-defined]
            if viewer is None:
                return redirect_to_login(request.get_full_path())
            if roles and not viewer.has(*roles):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def person_here(pk: UUID) -> Person:
    """A person of the active school, or 404."""
    person = Person.objects.filter(pk=pk).first()
    if person is None:
        raise Http404
    return person


def may_manage_people(viewer: Viewer) -> bool:
    return viewer.has(Role.SECRETARY, Role.CLERK, Role.ADMINISTRATOR)
