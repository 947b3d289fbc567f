"""Superiors' forms: the list with a place for another, the blanks of one, the file filled in."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from navmark.foundation.attachments.filenames import filename
from navmark.foundation.attachments.queries import attachments_of
from navmark.foundation.people.access import open_to
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.printing.responses import printed
from navmark.foundation.ui.steps import step
from navmark.pillars.demonstration.superior_forms import access, actions
from navmark.pillars.demonstration.superior_forms.files import FORM, page_of
from navmark.pillars.demonstration.superior_forms.forms import BlanksForm, TakenInForm
from navmark.pillars.demonstration.superior_forms.known import known_to
from navmark.pillars.demonstration.superior_forms.lists import lists_for
from navmark.pillars.demonstration.superior_forms.models import SuperiorForm


@open_to()
@require_http_methods(["GET", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    viewer: Viewer = request.viewer
    access.insist(viewer)
    form = TakenInForm(request.POST or None, request.FILES or None)

    def act() -> SuperiorForm:
        said = form.cleaned_data
        return actions.keep(said["file"], title=said["title"].strip(), by=viewer.person, at=timezone.now())

    return step(
        request, form, act, title=_("Superiors' forms"), back="superior_forms:index", then=page_of,
        template="superior_forms/index.html", kept=SuperiorForm.objects.all(),
    )  # fmt: skip


@open_to()
@require_http_methods(["GET", "POST"])
def form(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What each blank asks is remembered; saved, the file is filled in."""
    viewer: Viewer = request.viewer
    kept = access.form_for(viewer, pk)
    about: dict[str, Any] = {"kept": kept, "asked": actions.asked_in(kept), "known": known_to(viewer), "lists": lists_for(viewer)}
    told = BlanksForm(request.POST or None, **about)
    if request.method == "POST" and told.is_valid():
        actions.tell(kept, told.sources, told.typed, by=viewer.person, at=timezone.now())
        return redirect("superior_forms:filled", kept.pk)
    file = attachments_of(FORM, kept.pk).get()
    return render(
        request, "superior_forms/form.html", {"kept": kept, "form": told, "file": file}, status=422 if told.errors else 200
    )


@open_to()
@require_GET
def filled(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    kept = access.form_for(request.viewer, pk)
    viewer: Viewer = request.viewer
    content, extension = actions.fill(kept, known_to(viewer), lists_for(viewer))
    return printed(content, filename(kept.title, extension, on=viewer.on))
