"""The page that asks for the purpose, the log, and how long it is kept."""

from datetime import date
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

from navmark.foundation.people.access import INSIDERS, LOG_READERS, MANAGERS, class_to_list, is_of_a_family, open_to, person_for
from navmark.foundation.people.circles.named import ADMINISTRATOR
from navmark.foundation.people.models import Person, UnitKind, UnitMembership
from navmark.foundation.people.naming import name_on
from navmark.foundation.privacy import queries
from navmark.foundation.privacy.asking import purpose_page
from navmark.foundation.privacy.forms import LogFilter, LogTermForm
from navmark.foundation.privacy.gate import pupils_by_name
from navmark.foundation.privacy.models import OpenedPart
from navmark.foundation.privacy.retention import months_kept, set_term, term_on
from navmark.foundation.ui.addresses import is_own

PAGE = 50


@open_to(*MANAGERS)
@require_http_methods(["GET", "POST"])
def purpose(request: HttpRequest, pk: UUID, part: str) -> HttpResponse:
    """What a file is opened for: asked, logged, and then the file. An adult's page asks nothing, only the sealed fields."""
    viewer = request.viewer
    subject = person_for(viewer, pk)
    of_family, sealed = is_of_a_family(subject), part == OpenedPart.SEALED
    if not of_family and not sealed:
        raise Http404
    return purpose_page(
        request, [subject], part=part, then=reverse("people:sealed" if sealed else "people:person", args=[pk]),
        back=reverse("people:list") + "?tab=pupils" if of_family else reverse("people:person", args=[pk]), of_family=of_family,
        who=_whose(subject, viewer.on) if of_family else subject.name, sealed=sealed,
    )  # fmt: skip


def _whose(subject: Person, on: date) -> str:
    """A child by class, without the name: whoever looks over the shoulder learns it from no gate."""
    place = UnitMembership.objects.on(on).filter(person=subject, unit__kind=UnitKind.CLASS).select_related("unit").first()
    return _("a pupil of %(unit)s") % {"unit": name_on(place.unit, on)} if place else _("a child or a guardian")


@open_to(*MANAGERS)
@require_http_methods(["GET", "POST"])
def purpose_of_list(request: HttpRequest) -> HttpResponse:
    """What the list of all pupils by name is opened for."""
    subjects, wanted = [request.viewer.school], request.GET.get("next", "")
    then = wanted if is_own(wanted, request) else pupils_by_name()
    return purpose_page(request, subjects, part=OpenedPart.LIST, then=then, back=reverse("people:list"), of_list=True)


@open_to(*INSIDERS)
@require_http_methods(["GET", "POST"])
def purpose_of_class(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The same of the pupils of one class."""
    klass = class_to_list(request.viewer, pk)
    then, back = reverse("people:pupils", args=[pk]), reverse("people:unit", args=[pk])
    return purpose_page(request, [klass], part=OpenedPart.LIST, then=then, back=back, of_list=True)


@open_to(*LOG_READERS)
@require_GET
def log(request: HttpRequest) -> HttpResponse:
    """Who opened which file, for what; by name and by day."""
    form = LogFilter(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    page = Paginator(queries.search(**wanted), PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "lines": queries.lines_of(page.object_list), "months": months_kept(request.viewer.on)}
    return render(request, "privacy/log.html", context)


@open_to(*LOG_READERS, ADMINISTRATOR)
@require_http_methods(["GET", "POST"])
def term(request: HttpRequest) -> HttpResponse:
    """How long openings are kept, by what rule and whose decision. The administrator enters what was decided."""
    viewer, may_change = request.viewer, request.viewer.has(ADMINISTRATOR)
    if request.method == "POST" and not may_change:
        raise PermissionDenied
    now = term_on(viewer.on)
    form = LogTermForm(request.POST or None, initial={"months": now.months})
    if request.method == "POST" and form.is_valid():
        set_term(**form.cleaned_data, by=viewer.person, at=timezone.now())
        messages.success(request, _("The term holds from today on."))
        return redirect("privacy:term")
    context = {"term": now, "form": form if may_change else None, "may_read": viewer.has(*LOG_READERS)}
    return render(request, "privacy/term.html", context, status=422 if form.errors else 200)
