"""The page of what is open with a person, and the sheet of what was handed over."""

from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.http import require_GET, require_http_methods

from navmark.foundation.people.access import is_of_a_family, may_manage_people, open_to, person_here
from navmark.foundation.people.models import Person
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.printing.rendering import Form
from navmark.foundation.printing.responses import sheet_printed
from navmark.foundation.programme.handing.actions import hand_everything
from navmark.foundation.programme.handing.forms import HandingForm
from navmark.foundation.programme.handing.gathering import open_with
from navmark.foundation.programme.handing.sheet import PrintedHanding, hand_over_sheet
from navmark.foundation.programme.models import HandOver, HandOverLine
from navmark.foundation.ui.refusals import Refusal
from navmark.foundation.ui.standing import stand_in
from navmark.foundation.ui.steps import refuse


def page_of(person: Person) -> str:
    return reverse("handing:person", args=[person.pk])


def _subject(viewer: Viewer, pk: UUID) -> Person:
    """Herself, or anybody who is no child and no parent, for who manages people."""
    person = person_here(pk)
    if person != viewer.person and not may_manage_people(viewer):
        raise PermissionDenied
    if is_of_a_family(person):
        raise Http404
    return person


@open_to()
@require_http_methods(["GET", "POST"])
def person(request: HttpRequest, pk: UUID) -> HttpResponse:
    viewer: Viewer = request.viewer
    subject = _subject(viewer, pk)
    stand_in(request, "people:list")
    rooms = open_with(viewer, subject)
    form = HandingForm(request.POST or None, viewer=viewer, person=subject, rooms=rooms)
    if request.method == "POST" and form.is_valid():
        try:
            made = hand_everything(viewer, form.said(), at=timezone.now())
            return redirect("handing:done", made.pk)
        except Refusal as refusal:
            refuse(form, refusal)
    fields = {one.code: form[one.code] for one in form.rooms}
    context = {
        "person": subject, "form": form, "rooms": [(one, fields.get(one.code)) for one in rooms], "gives": bool(form.rooms),
        "hidden": sum(one.hidden for one in rooms), "seen": sum(len(one.things) for one in rooms),
        "earlier": _earlier(viewer, subject),
    }  # fmt: skip
    return render(request, "programme/handing.html", context, status=422 if form.errors else 200)


def _earlier(viewer: Viewer, person: Person) -> QuerySet[HandOver]:
    rows = HandOver.objects.filter(person=person)
    return rows if person == viewer.person else rows.filter(made_by=viewer.person.pk)


@open_to()
@require_GET
def open_sheet(request: HttpRequest, pk: UUID, form: Form) -> HttpResponseBase:
    """What is open now, to be gone through with the new one; who takes it is left to the pen."""
    viewer: Viewer = request.viewer
    subject = _subject(viewer, pk)
    with override(settings.LANGUAGE_CODE):
        lines = [
            PrintedHanding(str(room.source.label), thing.title, thing.standing, thing.due_on)
            for room in open_with(viewer, subject)
            for thing in room.things
        ]
    return sheet_printed(hand_over_sheet(subject.name, viewer.on, "", lines), form)


@open_to()
@require_GET
def done(request: HttpRequest, pk: UUID) -> HttpResponse:
    made, lines = _made(request.viewer, pk)
    return render(request, "programme/handed.html", {"made": made, "lines": lines})


@open_to()
@require_GET
def sheet(request: HttpRequest, pk: UUID, form: Form) -> HttpResponseBase:
    made, lines = _made(request.viewer, pk)
    told = [PrintedHanding(one.sort, one.title, one.standing, one.due_on, one.to.name) for one in lines]
    return sheet_printed(hand_over_sheet(made.person.name, made.day, made.reason, told), form)


def _made(viewer: Viewer, pk: UUID) -> tuple[HandOver, list[HandOverLine]]:
    """For who handed over, and who did it for her: the whole; for who took something over: that. Else 404."""
    made = HandOver.objects.select_related("person").filter(pk=pk).first()
    if made is None:
        raise Http404
    lines = made.lines.select_related("to")
    if viewer.person.pk not in (made.person_id, made.made_by):
        lines = lines.filter(to=viewer.person)
    found = list(lines)
    if not found:
        raise Http404
    return made, found
