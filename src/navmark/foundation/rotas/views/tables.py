"""One table: read, corrected in place and confirmed by its keeper, printed, taken along; and who takes turns in it."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from navmark.foundation.attachments.filenames import filename
from navmark.foundation.people.access import open_to
from navmark.foundation.people.forms.named import Names
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.printing.rendering import printed_as
from navmark.foundation.printing.responses import printed
from navmark.foundation.registers.known import registers
from navmark.foundation.rotas import access, actions, listing
from navmark.foundation.rotas.forms import ListForm, TableForm
from navmark.foundation.rotas.grid import GridCell
from navmark.foundation.rotas.holders import RotaCircle
from navmark.foundation.rotas.models import TurnState
from navmark.foundation.rotas.pages import table_of
from navmark.foundation.rotas.tables import TurnTable
from navmark.foundation.tables.writing import workbook
from navmark.foundation.ui.refusals import Refusal
from navmark.foundation.ui.steps import refuse, step


@open_to()
@require_http_methods(["GET", "POST"])
def table(request: HttpRequest, rota: str) -> HttpResponse:
    viewer: Viewer = request.viewer
    one, unit, units = access.table_to_read(viewer, rota, request.GET.get("unit", ""))
    shown = TurnTable(one, unit, on=viewer.on)
    keeps = access.keeps(viewer, one, unit)
    form = _form(request, shown) if keeps else None
    if request.method == "POST":
        access.table_to_keep(viewer, rota, str(unit.pk))
        if form and form.is_valid() and _written(request, shown, form):
            return redirect(table_of(one, unit))
    context: dict[str, Any] = {
        "rota": one, "table": shown, "form": form, "keeps": keeps, "unit": unit, "where": name_on(unit, viewer.on),
        "units": [(other.pk, name_on(other, viewer.on)) for other in units] if len(units) > 1 else [],
        "proposed": sum(1 for turn in shown.turns if turn.state == TurnState.PROPOSED),
    }  # fmt: skip
    if keeps:
        context |= {"hint": shown.without_a_turn(), "away": shown.away(), "is_nobody": not shown.around.holders}
    if one.during:
        context["during"] = next((found.name for found in registers() if found.code == one.during), one.name)
    return render(request, "rotas/table.html", context, status=422 if form and form.errors else 200)


def _form(request: HttpRequest, shown: TurnTable) -> TableForm:
    at = timezone.now()
    cells = [cell for row in shown.rows for cell in row.cells if not row.is_past and not _is_over(cell, at)]
    also = [cell.turn.person for cell in cells if cell.turn]
    names = Names(shown.around.offered() if not shown.rota.of_units else [], on=shown.on, also=also)
    return TableForm(request.POST or None, cells=cells, around=shown.around, names=names)


def _is_over(cell: GridCell, at: Any) -> bool:
    return cell.turn is not None and actions.is_over(cell.turn, at=at)


def _written(request: HttpRequest, shown: TurnTable, form: TableForm) -> bool:
    """All of it, or nothing where one place is refused; that place says why."""
    by, at = request.viewer.person, timezone.now()
    try:
        with transaction.atomic():
            for cell, holder in form.written():
                anyway = form.cleaned_data["anyway"]
                actions.give(shown.rota, shown.unit, cell.stretch, cell.slot, holder, by=by, at=at, anyway=anyway, field=cell.key)
            count = actions.confirm(shown.rota, shown.unit, by=by, at=at) if "confirm" in request.POST else 0
    except Refusal as refusal:
        refuse(form, refusal)
        return False
    words = ngettext("Confirmed: %(count)s turn.", "Confirmed: %(count)s turns.", count) % {"count": count}
    messages.success(request, words if count else _("The table is saved."))
    return True


@open_to()
@require_http_methods(["GET", "POST"])
def names(request: HttpRequest, rota: str) -> HttpResponse:
    """Who takes turns, and by which order."""
    viewer: Viewer = request.viewer
    one, unit = access.table_to_keep(viewer, rota, request.GET.get("unit", ""))
    around = RotaCircle(one, unit, on=viewer.on)
    form = ListForm(request.POST or None, around=around)
    back = table_of(one, unit)

    def act() -> None:
        said = form.cleaned_data
        listing.write_list(one, unit, said["lines"], said["order"], around=around, by=viewer.person, at=timezone.now())

    title = _("Who takes turns: %(rota)s") % {"rota": one.name}
    return step(request, form, act, title=title, back=back, about=one.name, done=_("The list is saved; proposals follow it."))


@open_to()
@require_GET
def print_table(request: HttpRequest, rota: str) -> HttpResponseBase:
    shown = _of_the_term(request, rota)
    return printed(printed_as(shown.sheet(), "pdf"), filename(shown.title, "pdf"), inline=True)


@open_to()
@require_GET
def workbook_of(request: HttpRequest, rota: str) -> HttpResponseBase:
    shown = _of_the_term(request, rota)
    return printed(workbook([shown.worksheet()]), filename(shown.title, "xlsx"))


def _of_the_term(request: HttpRequest, rota: str) -> TurnTable:
    viewer: Viewer = request.viewer
    one, unit, _units = access.table_to_read(viewer, rota, request.GET.get("unit", ""))
    shown = TurnTable(one, unit, on=viewer.on)
    term = shown.calendar.term_on(viewer.on)
    return TurnTable(one, unit, on=viewer.on, since=term.starts) if term else shown
