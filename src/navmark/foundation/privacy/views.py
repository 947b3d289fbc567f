"""The page that asks for the purpose, the log, and how long it is kept."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from navmark.foundation.people.access import MANAGERS, is_of_a_family, open_to, person_for
from navmark.foundation.people.circles.named import ADMINISTRATOR, AUDITOR, SECRETARY
from navmark.foundation.privacy import actions, queries
from navmark.foundation.privacy.forms import LogFilter, PurposeForm, TermForm
from navmark.foundation.privacy.models import Part
from navmark.foundation.privacy.retention import months_kept, set_term, term_on

PAGE = 50


@open_to(*MANAGERS)
@require_http_methods(["GET", "POST"])
def purpose(request: HttpRequest, pk: UUID, part: str) -> HttpResponse:
    """What a file is opened for: asked, logged, and then the file. An adult's page asks nothing, only the sealed fields."""
    viewer = request.viewer
    subject = person_for(viewer, pk)
    of_family, sealed = is_of_a_family(subject), part == Part.SEALED
    if not of_family and not sealed:
        raise Http404
    form = PurposeForm(request.POST or None, of_family=of_family)
    if request.method == "POST" and form.is_valid():
        actions.note_opening(subject, part=part, **form.cleaned_data, by=viewer.person, at=timezone.now())
        return redirect("people:sealed" if sealed else "people:person", pk)
    back = reverse("people:list") + "?tab=pupils" if of_family else reverse("people:person", args=[pk])
    context = {"form": form, "person": subject, "of_family": of_family, "sealed": sealed, "back": back}
    context["months"] = months_kept(viewer.on)
    return render(request, "privacy/purpose.html", context, status=422 if form.errors else 200)


@open_to(AUDITOR, SECRETARY)
@require_GET
def log(request: HttpRequest) -> HttpResponse:
    """Who opened which file, for what; by name and by day."""
    form = LogFilter(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    page = Paginator(queries.search(**wanted), PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "lines": queries.lines_of(page.object_list), "months": months_kept(request.viewer.on)}
    return render(request, "privacy/log.html", context)


@open_to(AUDITOR, SECRETARY, ADMINISTRATOR)
@require_http_methods(["GET", "POST"])
def term(request: HttpRequest) -> HttpResponse:
    """How long openings are kept, by what rule and whose decision. The administrator enters what was decided."""
    viewer, may_change = request.viewer, request.viewer.has(ADMINISTRATOR)
    if request.method == "POST" and not may_change:
        raise PermissionDenied
    now = term_on(viewer.on)
    form = TermForm(request.POST or None, initial={"months": now.months})
    if request.method == "POST" and form.is_valid():
        set_term(**form.cleaned_data, by=viewer.person, at=timezone.now())
        messages.success(request, _("The term holds from today on."))
        return redirect("privacy:term")
    context = {"term": now, "form": form if may_change else None, "may_read": viewer.has(AUDITOR, SECRETARY)}
    return render(request, "privacy/term.html", context, status=422 if form.errors else 200)
