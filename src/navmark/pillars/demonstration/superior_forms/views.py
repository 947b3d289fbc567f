"""Superiors' forms: the list with a place for another, the blanks of one, the file filled in."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from navmark.foundation.attachments.filenames import filename
from navmark.foundation.attachments.queries import attachments_of
from navmark.foundation.people.access import open_to
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.printing.responses import printed
from navmark.foundation.ui.steps import step
from navmark.pillars.demonstration.superior_forms import access, actions, filling
from navmark.pillars.demonstration.superior_forms.forms import BlanksForm, TakenInForm
from navmark.pillars.demonstration.superior_forms.known import known_to
from navmark.pillars.demonstration.superior_forms.lists import lists_for
from navmark.pillars.demonstration.superior_forms.models import FORM, SuperiorForm


@open_to(*access.KEEPERS)
@require_http_methods(["GET", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    viewer: Viewer = request.viewer
    form = TakenInForm(request.POST or None, request.FILES or None)
    return step(
        request, form, lambda: actions.keep(**form.cleaned_data, by=viewer.person, at=timezone.now()),
        title=_("Superiors' forms"), back="superior_forms:index", then=access.page_of, field="file",
        template="superior_forms/index.html", kept=SuperiorForm.objects.all(),
    )  # fmt: skip


@open_to()
@require_http_methods(["GET", "POST"])
def form(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What each blank asks is remembered; then the file is filled in, or the page shows what is remembered."""
    viewer: Viewer = request.viewer
    kept = access.form_for(viewer, pk)
    known, lists = known_to(viewer).values(), lists_for(viewer)
    told = BlanksForm(request.POST or None, kept=kept, asked=filling.asked_in(kept), known=known, lists=lists)
    only_saved = "only-save" in request.POST
    return step(
        request, told, lambda: actions.tell(kept, told.sources, told.typed, by=viewer.person, at=timezone.now()),
        title=kept.title, back="superior_forms:index", done=_("Saved") if only_saved else "",
        then=request.path if only_saved else reverse("superior_forms:filled", args=[pk]),
        template="superior_forms/form.html", file=attachments_of(FORM, pk).get(),
    )  # fmt: skip


@open_to()
@require_GET
def filled(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    viewer: Viewer = request.viewer
    kept = access.form_for(viewer, pk)
    content, extension = filling.filled_for(viewer, kept)
    return printed(content, filename(kept.title, extension, on=viewer.on))
