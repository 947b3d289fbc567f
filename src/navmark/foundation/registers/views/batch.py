"""What was filled in on paper is typed in, several rows a page: all of them are added, or none."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from navmark.foundation.papers.batch import Batch
from navmark.foundation.papers.forms import PaperForm
from navmark.foundation.papers.paper_day import PaperDayForm, empty_sheets
from navmark.foundation.people.access import open_to
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access
from navmark.foundation.registers.actions.importing import import_entries
from navmark.foundation.registers.batching import batch_of, left_out, read, serves_form
from navmark.foundation.registers.heads import TAGS
from navmark.foundation.registers.importing import EntriesTable
from navmark.foundation.ui.refusals import Refusal
from navmark.foundation.ui.steps import refuse


@open_to()
@require_http_methods(["GET", "POST"])
def typed_in(request: HttpRequest, register: str) -> HttpResponse:
    viewer: Viewer = request.viewer
    one = access.register_to_read(viewer, register)
    units = access.units_to_add_for(viewer, one)
    wanted = request.GET.get("unit", "")
    unit = next((unit for unit in units if str(unit.pk) == wanted), units[0] if len(units) == 1 else None)
    if unit is None:
        choices = [(name_on(place, viewer.on), f"?unit={place.pk}") for place in units]
        return render(request, "registers/choose_unit.html", {"register": one, "choices": choices}, status=200 if units else 403)
    form = PaperDayForm(request.POST or None, on=viewer.on)
    day = form.cleaned_data["paper_day"] if form.is_bound and form.is_valid() else viewer.on
    whole = "whole" in request.GET
    batch = batch_of(one, unit, viewer, request.POST, paper_day=day, whole=whole)
    serves = serves_form(one, viewer, request.POST)
    is_whole = request.method == "POST" and all([form.is_valid(), serves.is_valid()])
    if is_whole and (added := _added(read(batch, one, unit, viewer), batch, form, serves)):
        words = ngettext("%(count)s entry was added from paper.", "%(count)s entries were added from paper.", added)
        messages.success(request, words % {"count": added})
        return redirect("registers:list", one.code)
    others = [] if whole else [(_("All fields"), f"?{urlencode({'unit': str(unit.pk), 'whole': 1})}")]
    others += empty_sheets("registers", one.code)
    context: dict[str, Any] = {
        "title": _("From paper into: %(name)s") % {"name": one.name}, "where": name_on(unit, viewer.on), "form": form,
        "serves": serves, "batch": batch, "back": reverse("registers:list", args=[one.code]), "others": others,
        "left_out": left_out(one, viewer),
    }  # fmt: skip
    return render(request, "papers/typed_in.html", context, status=422 if request.method == "POST" else 200)


def _added(intake: EntriesTable, batch: Batch, form: PaperDayForm, serves: PaperForm) -> int:
    """How many; 0 where something is to be mended, which then stands in its place."""
    if not form.has_rows(batch.typed) or batch.tell(intake.read, intake.report):
        return 0
    day, carried, by = form.cleaned_data["paper_day"], serves.given.get(TAGS) or (), intake.viewer.person
    try:
        return import_entries(intake, shown=intake.report.digest, paper_day=day, serves=carried, by=by, at=timezone.now())
    except Refusal as refusal:
        refuse(form, refusal)
        return 0
