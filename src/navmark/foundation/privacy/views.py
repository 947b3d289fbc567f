"""The page that asks for the purpose, and the log."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from navmark.foundation.people.access import MANAGERS, is_of_a_family, open_to, person_for
from navmark.foundation.people.roles import Role
from navmark.foundation.privacy import actions, queries
from navmark.foundation.privacy.forms import LogFilter, PurposeForm
from navmark.foundation.privacy.models import Part
from navmark.foundation.privacy.retention import months_kept

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


@open_to(Role.AUDITOR, Role.SECRETARY)
@require_GET
def log(request: HttpRequest) -> HttpResponse:
    """Who opened which file, for what; by name and by day."""
    form = LogFilter(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    page = Paginator(queries.search(**wanted), PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "lines": queries.lines_of(page.object_list), "months": months_kept(request.viewer.on)}
    return render(request, "privacy/log.html", context)
