"""The kinds that a viewer may open, and the register of each, or of a shelf of them."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import override
from django.views.decorators.http import require_GET

from navmark.foundation.activities import access, kinds, shelves
from navmark.foundation.activities.kinds import Kind
from navmark.foundation.activities.register import common
from navmark.foundation.activities.register.columns import OccasionRegister, counted
from navmark.foundation.activities.register.filters import RegisterForm
from navmark.foundation.activities.shelves import Shelf
from navmark.foundation.activities.states import state_of
from navmark.foundation.activities.tidying import is_made_up, written_on
from navmark.foundation.almanac.queries import work_calendar
from navmark.foundation.almanac.workdays import WorkCalendar
from navmark.foundation.attachments.filenames import filename
from navmark.foundation.people.access import open_to
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.printing.responses import printed
from navmark.foundation.tables.writing import workbook

A_PAGE = 50
PRINTED_LANGUAGE = "zh-hans"


@dataclass(frozen=True)
class Shelved:
    """One kind from data, and what this viewer may do of it."""

    kind: Kind
    plans: bool


@open_to()
@require_GET
def shelf(request: HttpRequest) -> HttpResponse:
    viewer: Viewer = request.viewer
    found = [Shelved(one, access.may_plan(viewer, one) and one.is_open_on(viewer.on)) for one in open_kinds(viewer)]
    return render(request, "activities/shelf.html", {"shelved": found})


def open_kinds(viewer: Viewer) -> list[Kind]:
    """Kinds from data that she plans, keeps or reads, of units that there are."""
    there = {unit.kind for unit in viewer.units_today}
    return [one for one in kinds.data_kinds() if one.unit_kind in there and viewer.has(*one.planners, *one.seen_by)]


def shelf_to_read(viewer: Viewer, code: str) -> Shelf:
    """What stands in it is filtered again, occasion by occasion."""
    found = shelves.shelf(code)
    if not shelves.is_open_to(viewer, found):
        raise PermissionDenied
    return found


@open_to()
@require_GET
def register(request: HttpRequest, kind: str) -> HttpResponse:
    """`kind`: of one kind from data, or of a shelf."""
    viewer: Viewer = request.viewer
    found = shelf_to_read(viewer, kind)
    alone = found.alone
    form = RegisterForm(request.GET, viewer=viewer, shelf=found)
    rows = form.rows()
    page = Paginator(counted(rows) if alone else rows, A_PAGE).get_page(request.GET.get("page"))
    context: dict[str, Any] = {
        "shelf": found, "alone": alone, "page": page, "form": form,
        "plans": any(access.may_plan(viewer, one) for one in found.kinds),
    }  # fmt: skip
    if alone:
        listed = OccasionRegister(alone, list(page.object_list), on=viewer.on)
        context |= {"headings": listed.headings, "lines": listed.on_page()}
    else:
        calendar = work_calendar()
        context |= {"signed": [_signed(one, calendar) for one in page]}
    return render(request, "activities/register.html", context)


def _signed(one: Any, calendar: WorkCalendar) -> Any:
    """With what its chip says."""
    one.sign = state_of(one, at=timezone.now())
    one.made_up = is_made_up(one.day, written_on(one), calendar=calendar)
    return one


@open_to()
@require_GET
def register_table(request: HttpRequest, kind: str) -> HttpResponseBase:
    """Every row that the filter leaves, not the page alone; by day."""
    viewer: Viewer = request.viewer
    with override(PRINTED_LANGUAGE):
        found = shelf_to_read(viewer, kind)
        form = RegisterForm(request.GET, viewer=viewer, shelf=found)
        rows = form.rows()
        title = f"{form.told}{found.title}登记"
        sheet = _sheet(found, rows, title, viewer)
    return printed(workbook([sheet]), filename(title, "xlsx"))


def _sheet(found: Shelf, rows: Any, title: str, viewer: Viewer) -> Any:
    if found.alone:
        return OccasionRegister(found.alone, list(counted(rows)), on=viewer.on).worksheet(title)
    return common.worksheet(common.open_to_others(rows).order_by("starts_at", "pk"), title)
