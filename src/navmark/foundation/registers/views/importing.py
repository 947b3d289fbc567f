"""A table comes into a register: read, looked at row by row, what is there already asked about; then all of it or nothing."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from navmark.foundation.people.access import open_to
from navmark.foundation.people.models import Unit
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access, known
from navmark.foundation.registers.actions.importing import import_entries
from navmark.foundation.registers.forms import EntriesUpload
from navmark.foundation.registers.importing import EntriesTable
from navmark.foundation.registers.models import Register
from navmark.foundation.tables.findings import findings
from navmark.foundation.tables.forms import AnswersForm
from navmark.foundation.ui.refusals import Refusal
from navmark.foundation.ui.steps import refuse

ROW = "row-"  # before the number of a row about which something was said


@open_to()
@require_http_methods(["GET", "POST"])
def import_table(request: HttpRequest, register: str) -> HttpResponse:
    viewer: Viewer = request.viewer
    one = access.register_to_read(viewer, register)
    units = access.units_to_add_for(viewer, one)
    if not units:
        return render(request, "registers/choose_unit.html", {"register": one, "choices": []}, status=403)
    places = [(str(one.pk), name_on(one, viewer.on)) for one in units]
    states = [(state.key, state.words) for state in known.newest(one).course.states]
    form = EntriesUpload(request.POST or None, request.FILES or None, units=places, states=states)
    if request.method == "POST" and form.is_valid():
        unit = next(unit for unit in units if str(unit.pk) == form.cleaned_data["unit"])
        try:
            return _looked_at(request, one, unit, form)
        except Refusal as refusal:
            refuse(form, refusal)
    context = {"register": one, "form": form}
    return render(request, "registers/import.html", context, status=422 if form.errors else 200)


def _looked_at(request: HttpRequest, one: Register, unit: Unit, form: EntriesUpload) -> HttpResponse:
    """The table comes back with its preview, so that what is taken is what was looked at."""
    viewer, posted = request.viewer, request.POST  # type: ignore[attr-defined]
    said = {int(key[len(ROW) :]): posted[key] for key in posted if key.startswith(ROW) and key[len(ROW) :].isdecimal()}
    answers = {row: words for row, words in said.items() if words}
    state = form.cleaned_data.get("state", "")
    intake = EntriesTable(one, unit, form.table, viewer=viewer, answers=answers, state=state)
    report = intake.report
    if report.ready and "commit" in posted:
        count = import_entries(intake, shown=posted.get("shown", ""), by=viewer.person, at=timezone.now())
        words = ngettext("%(count)s entry came in.", "%(count)s entries came in.", count) % {"count": count}
        messages.success(request, words)
        year = max(intake.day(row).year for row in intake.read.rows)
        return redirect(reverse("registers:list", args=[one.code], query={"year": year}))
    context: dict[str, Any] = {
        "register": one, "report": report, "again": form.again(), "said": said,
        "findings": list(findings(form.table, intake.mapping)),
        "extras": intake.mapping.extras, "answers": AnswersForm(report=report),
        "rows": [(line, list(zip(report.headings, line.cells, strict=True))) for line in report.lines],
    }  # fmt: skip
    return render(request, "registers/import_preview.html", context, status=422 if report.wrong_lines else 200)
