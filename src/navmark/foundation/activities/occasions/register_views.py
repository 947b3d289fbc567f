"""The kinds that a viewer may open, and the register of each: list, filters, pages of fifty, export of exactly what is shown."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from navmark.foundation.activities import access, kinds
from navmark.foundation.activities.kinds import Kind
from navmark.foundation.activities.occasions import doors
from navmark.foundation.activities.occasions.register import Filter, Register, occasions, units_of
from navmark.foundation.attachments.filenames import filename
from navmark.foundation.people.access import open_to
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.printing.responses import printed
from navmark.foundation.tables.writing import workbook
from navmark.foundation.ui.dates import year_in

A_PAGE = 50
LONGEST = 60


@dataclass(frozen=True)
class Shelved:
    """One kind on the shelf, and what this viewer may do of it."""

    kind: Kind
    plans: bool


@open_to()
@require_GET
def shelf(request: HttpRequest) -> HttpResponse:
    viewer: Viewer = request.viewer
    found = [Shelved(one, access.may_plan(viewer, one) and one.is_open_on(viewer.on)) for one in open_kinds(viewer)]
    return render(request, "activities/shelf.html", {"shelved": found})


def open_kinds(viewer: Viewer) -> list[Kind]:
    """Kinds from data that she plans, keeps or reads."""
    return [one for one in kinds.data_kinds() if viewer.has(*one.planners, *one.seen_by)]


@open_to()
@require_GET
def register(request: HttpRequest, kind: str) -> HttpResponse:
    viewer: Viewer = request.viewer
    one = doors.kind_to_read(viewer, kind)
    units = units_of(viewer, one)
    wanted = _wanted(request, [unit.pk for unit in units])
    page = Paginator(occasions(viewer, one, wanted), A_PAGE).get_page(request.GET.get("page"))
    listed = Register(one, list(page.object_list), on=viewer.on)
    context: dict[str, Any] = {
        "kind": one, "page": page, "fields": listed.head, "lines": list(listed.lines()), "wanted": wanted,
        "units": [(unit.pk, name_on(unit, viewer.on)) for unit in units], "plans": access.may_plan(viewer, one),
        "years": range(viewer.on.year, min(viewer.school.in_use_since.year, viewer.on.year) - 1, -1),
    }  # fmt: skip
    return render(request, "activities/register.html", context)


@open_to()
@require_GET
def register_table(request: HttpRequest, kind: str) -> HttpResponseBase:
    """Every row that the filter leaves, not the page alone."""
    viewer: Viewer = request.viewer
    one = doors.kind_to_read(viewer, kind)
    wanted = _wanted(request, [unit.pk for unit in units_of(viewer, one)])
    listed = Register(one, list(occasions(viewer, one, wanted)), on=viewer.on)
    title = f"{wanted.year}年{one.title}登记"
    return printed(workbook([listed.worksheet(title)]), filename(title, "xlsx"))


def _wanted(request: HttpRequest, units: list[UUID]) -> Filter:
    year = year_in(request.GET.get("year", ""), otherwise=request.viewer.on.year)
    unit = next((pk for pk in units if str(pk) == request.GET.get("unit")), None)
    return Filter(year, unit, request.GET.get("q", "").strip()[:LONGEST])
