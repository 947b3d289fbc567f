"""The registers a viewer may open, and the list of each: filters, pages of fifty, export and print of what is shown."""

from datetime import date
from html import escape
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_GET

from navmark.foundation.attachments.filenames import filename
from navmark.foundation.people.access import open_to
from navmark.foundation.people.models import Unit, UnitKind
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.printing.rendering import printed_as
from navmark.foundation.printing.responses import printed
from navmark.foundation.registers import access, known
from navmark.foundation.registers.counting import YearCount, tallies
from navmark.foundation.registers.counting import worksheet as numbers_of
from navmark.foundation.registers.coverage import is_open_to
from navmark.foundation.registers.filtering import OPEN, Wanted, entries
from navmark.foundation.registers.listing import List
from navmark.foundation.registers.models import Register
from navmark.foundation.registers.paging import kept, page_of
from navmark.foundation.registers.sheet import list_sheet
from navmark.foundation.registers.shelving import pillars
from navmark.foundation.tables.writing import workbook
from navmark.foundation.ui.dates import year_in

LONGEST, YEARS_BACK = 60, 20


@open_to()
@require_GET
def shelf(request: HttpRequest) -> HttpResponse:
    return render(request, "registers/shelf.html", {"pillars": pillars(request.viewer)})


@open_to()
@require_GET
def listed(request: HttpRequest, register: str) -> HttpResponse:
    viewer: Viewer = request.viewer
    one = access.register_to_read(viewer, register)
    units = _units(viewer, one)
    wanted = _wanted(request, units)
    page = page_of(viewer, one, wanted, request.GET.get("page"))
    found = List(viewer, one, list(page))
    context: dict[str, Any] = {
        "register": one, "page": page, "headings": found.headings, "lines": found.on_page(), "wanted": wanted,
        "narrowed": wanted.narrowed(viewer.on.year),
        "course": known.newest(one).course, "units": _offered(units, wanted, on=viewer.on),
        "heading_of_units": UnitKind(one.unit_kind).heading,
        "adds": bool(access.units_to_add_for(viewer, one)), "years": _years(viewer),
        "keeps": access.keeps_some(viewer, one), "covers": is_open_to(viewer, one), "tallies": _tallies(viewer, one, wanted),
    }  # fmt: skip
    return render(request, "registers/list.html", context)


def _tallies(viewer: Viewer, one: Register, wanted: Wanted) -> list[YearCount]:
    """For keepers, where the register counts; no query for any other."""
    return tallies(viewer, one, wanted) if one.count_by and access.keeps_some(viewer, one) else []


def _years(viewer: Viewer) -> range:
    """The next, for what is planned, and twenty back: what a school kept before it came here is brought by tables. To ask which
    there are would be a query more."""
    return range(viewer.on.year + 1, viewer.on.year - YEARS_BACK - 1, -1)


@open_to()
@require_GET
def table(request: HttpRequest, register: str) -> HttpResponseBase:
    """Every row that the filter leaves, not the page alone."""
    wanted, found = _asked(request, register)
    title = f"{wanted.year}年{found.register.title}"
    counted = _tallies(request.viewer, found.register, wanted)
    leaves = [found.worksheet(title), *([numbers_of(counted)] if counted else [])]
    return printed(workbook(leaves), filename(title, "xlsx"))


@open_to()
@require_GET
def print_list(request: HttpRequest, register: str) -> HttpResponseBase:
    wanted, found = _asked(request, register)
    drawn = list_sheet(found, wanted.year, on=request.viewer.on)
    return printed(printed_as(drawn, "pdf"), filename(drawn.name, "pdf"), inline=True)


def _asked(request: HttpRequest, register: str) -> tuple[Wanted, List]:
    viewer: Viewer = request.viewer
    one = access.register_to_read(viewer, register)
    wanted = _wanted(request, _units(viewer, one))
    return wanted, List(viewer, one, kept(viewer, entries(viewer, one, wanted)))


def _units(viewer: Viewer, one: Register) -> list[Unit]:
    """For the filter; none where there is but one school."""
    if one.unit_kind == UnitKind.SCHOOL:
        return []
    return [unit for unit in viewer.units_today if unit.kind == one.unit_kind]


def _offered(units: list[Unit], wanted: Wanted, *, on: date) -> SafeString:
    """The options of the filter, put together here: a large school has sixty classes."""
    chosen = {wanted.unit: " selected"}
    rows = (f'<option value="{unit.pk}"{chosen.get(unit.pk, "")}>{escape(name_on(unit, on))}</option>' for unit in units)
    return mark_safe("".join(rows))


def _wanted(request: HttpRequest, units: list[Unit]) -> Wanted:
    asked = request.GET
    unit = next((unit.pk for unit in units if str(unit.pk) == asked.get("unit")), None)
    year = year_in(asked.get("year", ""), otherwise=request.viewer.on.year)
    owner: UUID | None = request.viewer.person.pk if asked.get("mine") else None
    state = asked.get("state", "")[:40]
    return Wanted(year, state if state == OPEN or state.isidentifier() else "", unit, owner, asked.get("q", "").strip()[:LONGEST])
