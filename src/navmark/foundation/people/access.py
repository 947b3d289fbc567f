"""Doors: who may open a page. A stranger is sent to the login; a colleague of other circles is told so (403);
a page of another school does not exist (404), because the manager does not see its rows."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from navmark.foundation.people.circles.named import (
    ADMINISTRATOR,
    AUDITOR,
    CLASS_TEACHER,
    CLERK,
    COMMITTEE,
    MEMBERS,
    MORAL_HEAD,
    ORGANISER,
    SECRETARY,
    STAFF,
)
from navmark.foundation.people.models import Engagement, EngagementKind, Person, Status, Unit, UnitKind
from navmark.foundation.people.models.status import MEMBER_STATUSES
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.ui.addresses import page_of

AT_WORK = (EngagementKind.STAFF, EngagementKind.COMMUNITY)
MANAGERS = (SECRETARY, CLERK, ADMINISTRATOR)
LOG_READERS = (AUDITOR, SECRETARY)  # who opened which file
INSIDERS = (STAFF, MEMBERS, *MANAGERS, AUDITOR)  # who may read who is who; a guardian or a community worker may not

PILLAR_LEADERS = (SECRETARY, CLERK, COMMITTEE, MORAL_HEAD)  # who thinks in the pillars of the programme

View = Callable[..., HttpResponseBase]


def open_to(*circles: str) -> Callable[[View], View]:
    """A view for people of this school who stand in any of these circles; without one, for everybody who is logged in."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            viewer: Viewer | None = request.viewer  # type: ignore[attr-defined]
            if viewer is None:
                if request.method == "POST":
                    messages.warning(request, _("You were logged out, and this was not saved. Log in, then save it again."))
                return redirect_to_login(page_of(request))
            if circles and not viewer.has(*circles):
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
    return viewer.has(*MANAGERS)


def keeps_applications(viewer: Viewer) -> bool:
    """Who applies for membership, and how far it has come, is known to the secretary and the organisation committee member
    alone: not to colleagues, and not to clerk or administrator either."""
    return viewer.has(SECRETARY, ORGANISER)


def statuses_for(viewer: Viewer) -> tuple[Status, ...]:
    """The kinds of Party status this viewer may read, in lists, pages and forms."""
    return tuple(Status) if keeps_applications(viewer) else MEMBER_STATUSES


def is_of_a_family(person: Person) -> bool:
    """A child, now or once, or an adult whom the school knows for a child's sake alone. A teacher whose own child goes to this
    school is a colleague with a page like any other."""
    kinds = set(Engagement.objects.filter(person=person).values_list("kind", flat=True))
    return EngagementKind.PUPIL in kinds or (EngagementKind.GUARDIAN in kinds and not kinds.intersection(AT_WORK))


def person_for(viewer: Viewer, pk: UUID) -> Person:
    """A person whose page this viewer may open, or 404: children and guardians only for those who manage people."""
    person = person_here(pk)
    if not may_manage_people(viewer) and is_of_a_family(person):
        raise Http404
    return person


def unit_here(pk: UUID) -> Unit:
    """A unit of the active school, or 404."""
    unit = Unit.objects.filter(pk=pk).select_related("parent").first()
    if unit is None:
        raise Http404
    return unit


def may_list_pupils(viewer: Viewer, unit: Unit) -> bool:
    """Whether the pupils of this class stand before her by name, after she has said what for."""
    return unit.kind == UnitKind.CLASS and (may_manage_people(viewer) or viewer.is_in(unit, CLASS_TEACHER))


def class_to_list(viewer: Viewer, pk: UUID) -> Unit:
    """404 for what is no class of this school; 403 for whose class it is not."""
    unit = unit_here(pk)
    if unit.kind != UnitKind.CLASS:
        raise Http404
    if not may_list_pupils(viewer, unit):
        raise PermissionDenied
    return unit


def branch_here(pk: UUID) -> Unit:
    """A branch of the active school, or 404."""
    branch = Unit.objects.filter(pk=pk, kind=UnitKind.BRANCH).first()
    if branch is None:
        raise Http404
    return branch
