"""The units of the school: the list, one unit, and the steps that make and close it and say who heads it and who belongs."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from navmark.foundation.people import actions, houses, queries
from navmark.foundation.people.access import (
    INSIDERS,
    MANAGERS,
    class_to_list,
    may_list_pupils,
    may_manage_people,
    open_to,
    unit_here,
)
from navmark.foundation.people.files import the_keeper
from navmark.foundation.people.forms.branch import NewUnitForm, OfficeForm
from navmark.foundation.people.forms.named import Names
from navmark.foundation.people.forms.units import LastDayForm, PeopleForm, UnitForm
from navmark.foundation.people.gathering import gathered_of
from navmark.foundation.people.listing import adults, at_work
from navmark.foundation.people.models import PostKind, Unit, UnitKind
from navmark.foundation.people.models.post import MEMBERS_POSTS
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.steps import step
from navmark.foundation.people.viewer import Viewer


@open_to(*INSIDERS)
@require_GET
def units(request: HttpRequest) -> HttpResponse:
    """Every unit of the school, by kind."""
    viewer = request.viewer
    context = {
        "branches": queries.branches(viewer.on),
        "grades": houses.grades_with_classes(viewer.on),
        "groups": houses.groups_of_work(viewer.on),
        "manages": may_manage_people(viewer),
    }
    return render(request, "people/units.html", context)


@open_to(*INSIDERS)
@require_GET
def unit(request: HttpRequest, pk: UUID) -> HttpResponse:
    viewer, subject = request.viewer, unit_here(pk)
    if subject.kind == UnitKind.BRANCH:
        return redirect("people:branch", pk)
    context = {
        "page": houses.page_of_unit(subject, viewer.on),
        "gathered": gathered_of(viewer, subject),
        "manages": may_manage_people(viewer),
        "lists_pupils": may_list_pupils(viewer, subject),
    }
    return render(request, "people/unit.html", context)


@open_to(*INSIDERS)
@never_cache
@require_GET
def pupils(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Of a class, by name, once it was said what for. Whoever manages people goes on to each file, which asks for itself."""
    viewer: Viewer = request.viewer
    subject = class_to_list(viewer, pk)
    if asked := the_keeper().ask_list(request, subject):
        return asked
    context = {"unit": subject, "name": name_on(subject, viewer.on), "pupils": houses.pupils_of(subject, viewer.on)}
    return render(request, "people/pupils.html", context | {"manages": may_manage_people(viewer)})


def page_of(subject: Unit) -> str:
    return reverse("people:unit", args=[subject.pk])


@open_to(*MANAGERS)
@require_http_methods(["GET", "POST"])
def add_unit(request: HttpRequest) -> HttpResponse:
    form = UnitForm(request.POST or None, initial={"kind": request.GET.get("kind")})
    by, at = request.viewer.person, timezone.now()
    return step(
        request,
        form,
        lambda: actions.create_unit(**form.cleaned_data, by=by, at=at),
        title=_("Add a unit"),
        button=_("Add"),
        field="name",
        back=reverse("people:units"),
        then=page_of,
    )


def _unit_of_work(pk: UUID) -> Unit:
    subject = unit_here(pk)
    if subject.kind not in houses.OF_WORK:
        raise Http404
    return subject


@open_to(*MANAGERS)
@require_http_methods(["GET", "POST"])
def rename_unit(request: HttpRequest, pk: UUID) -> HttpResponse:
    subject = _unit_of_work(pk)
    form = NewUnitForm(request.POST or None, initial={"name": subject.name})
    by, at = request.viewer.person, timezone.now()
    title = _("Correct the name of %(unit)s") % {"unit": subject.name}
    return step(
        request,
        form,
        lambda: actions.rename_unit(subject, **form.cleaned_data, by=by, at=at),
        title=title,
        field="name",
        back=page_of(subject),
    )


@open_to(*MANAGERS)
@require_http_methods(["GET", "POST"])
def close_unit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """From the day after, nobody belongs there and nobody heads it; what was done there stays on record."""
    subject = _unit_of_work(pk)
    form, by, at = LastDayForm(request.POST or None), request.viewer.person, timezone.now()
    title = _("Close %(unit)s") % {"unit": subject.name}
    lead = _("Offices and places in it end on the same day; what was done there stays on record.")
    return step(
        request,
        form,
        lambda: actions.close_unit(subject, **form.cleaned_data, by=by, at=at),
        title=title,
        lead=lead,
        field="last_day",
        done=_("Recorded."),
        back=page_of(subject),
        then=reverse("people:units"),
    )


@open_to(*MANAGERS)
@require_http_methods(["GET", "POST"])
def add_people(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say who belongs to the unit from a day."""
    subject, viewer = _unit_of_work(pk), request.viewer
    there = subject.memberships.on(viewer.on).values("person")
    names = Names(at_work(viewer.on).exclude(pk__in=there), on=viewer.on)
    form = PeopleForm(request.POST or None, names=names)

    def move_in() -> None:
        for person in form.cleaned_data["people"]:
            actions.move(person, to=subject, from_day=form.cleaned_data["from_day"], by=viewer.person, at=timezone.now())

    title = _("Who belongs to %(unit)s") % {"unit": subject.name}
    return step(request, form, move_in, title=title, done=_("Recorded."), back=page_of(subject))


@open_to(*MANAGERS)
@require_http_methods(["GET", "POST"])
def office(request: HttpRequest, pk: UUID, kind: str) -> HttpResponse:
    """Name somebody to an office of this unit: to the committee, its head, its clerk. Nobody is chosen beforehand."""
    subject, viewer = unit_here(pk), request.viewer
    if kind not in PostKind.values or not _has_office(subject, kind):
        raise Http404
    people = queries.members_on(subject, viewer.on) if kind in MEMBERS_POSTS else adults(viewer.on)
    form = OfficeForm(request.POST or None, names=Names(people, on=viewer.on))

    def appoint() -> None:
        chosen, from_day = form.cleaned_data["person"], form.cleaned_data["from_day"]
        actions.appoint(chosen, kind=kind, unit=subject, from_day=from_day, by=viewer.person, at=timezone.now())

    title = f"{name_on(subject, viewer.on)} · {PostKind(kind).label}"
    return step(request, form, appoint, title=title, done=_("Recorded."), back=page_of(subject))


def _has_office(subject: Unit, kind: str) -> bool:
    if subject.kind == UnitKind.PARTY_GROUP:
        return kind == PostKind.GROUP_LEADER
    return subject.kind == UnitKind.BRANCH or houses.HEAD_OF_KIND.get(subject.kind) == kind != PostKind.PRINCIPAL
