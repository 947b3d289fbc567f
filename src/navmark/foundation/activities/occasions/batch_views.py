"""What was kept on paper is typed in, several occasions a page: all of them are added, or none."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from navmark.foundation.activities.occasions.batching import SERVES, OccasionBatch, serves_form
from navmark.foundation.activities.planning import choosing, doors
from navmark.foundation.papers.paper_day import PaperDayForm, empty_sheets
from navmark.foundation.people.access import open_to
from navmark.foundation.people.models import UnitKind
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.viewer import Viewer


@open_to()
@require_http_methods(["GET", "POST"])
def typed_in(request: HttpRequest, kind: str) -> HttpResponse:
    """For whoever plans them. Lines have their own page."""
    viewer: Viewer = request.viewer
    one = doors.kind_to_plan(viewer, kind)
    if not one.is_data or one.is_line:
        raise Http404
    unit, *others = doors.units_to_plan(viewer, one, request.GET.get("unit", ""))
    if others:
        choices = choosing.of_units(viewer, one, [unit, *others])
        context: dict[str, Any] = {"kind": one, "choices": choices, "what": UnitKind(one.unit_kind).label}
        return render(request, "activities/choose_unit.html", context)
    form, serves = PaperDayForm(request.POST or None, on=viewer.on), serves_form(one, viewer, request.POST)
    is_whole = request.method == "POST" and all([form.is_valid(), serves.is_valid()])
    day, whole = form.cleaned_data["paper_day"] if is_whole else viewer.on, "whole" in request.GET
    batch = OccasionBatch(one, unit, viewer, request.POST, paper_day=day, whole=whole)
    back = reverse("activities:register", args=[one.code])
    if is_whole and form.has_rows(batch.typed.typed):
        carried = tuple(serves.given.get(SERVES) or ())
        if added := batch.take_down(serves=carried, by=viewer.person, at=timezone.now()):
            words = ngettext("%(count)s occasion was added from paper.", "%(count)s occasions were added from paper.", added)
            messages.success(request, words % {"count": added})
            return redirect(back)
    more = [] if whole else [(_("All fields"), f"?{urlencode({'unit': str(unit.pk), 'whole': 1})}")]
    context = {
        "title": _("From paper: %(kind)s") % {"kind": one.title}, "where": name_on(unit, viewer.on), "form": form,
        "serves": serves, "batch": batch.typed, "back": back, "others": [*more, *empty_sheets("activities", one.code)],
        "left_out": batch.left_out,
    }  # fmt: skip
    return render(request, "papers/typed_in.html", context, status=422 if request.method == "POST" else 200)
