"""See: the year at a glance on the page, and on one A4 across."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import override
from django.views.decorators.http import require_GET

from navmark.foundation.activities.access import may_plan
from navmark.foundation.activities.register.views import shelf_to_read
from navmark.foundation.activities.year import words
from navmark.foundation.activities.year.queries import year_for
from navmark.foundation.activities.year.shape import MONTHS, Year
from navmark.foundation.attachments.filenames import filename
from navmark.foundation.people.access import open_to
from navmark.foundation.people.models import UnitKind
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.printing.matrix import matrix_pdf
from navmark.foundation.printing.responses import printed
from navmark.foundation.ui.dates import year_in

PRINTED_LANGUAGE = "zh-hans"


@dataclass(frozen=True)
class Beside:
    label: str | Promise
    url: str


def asked_year(request: HttpRequest) -> int:
    return year_in(request.GET.get("year", ""), otherwise=request.viewer.on.year)


def years_of(viewer: Viewer) -> list[int]:
    return list(range(viewer.school.in_use_since.year, viewer.on.year + 2))


@open_to()
@require_GET
def year(request: HttpRequest, shelf: str) -> HttpResponse:
    """Kinds and units by months: what of the year's cadence is covered."""
    viewer: Viewer = request.viewer
    found, asked, on = shelf_to_read(viewer, shelf), asked_year(request), viewer.on
    whole = year_for(viewer, found, asked)
    shown, others = _first_hers(whole, request, alone=found.alone is not None)
    context = {
        "shelf": found, "shown": shown, "others": others, "year": asked, "years": years_of(viewer), "months": list(MONTHS),
        "this_month": on.month if asked == on.year else None, "answer": words.answer(whole, viewer),
        "plans": any(may_plan(viewer, one) for one in found.kinds), "alone": found.alone,
        "unit_kind": UnitKind(found.kinds[0].unit_kind).label,
        "beside": [Beside(label, reverse(name)) for label, name in found.beside],
    }  # fmt: skip
    return render(request, "activities/year.html", context)


def _first_hers(whole: Year, request: HttpRequest, *, alone: bool) -> tuple[Year, int]:
    """What is shown, and how many lines there are where those of others are left out: a teacher looks for her class, not for
    thirty-six."""
    is_hers = alone and "all" not in request.GET and not words.is_of_all(whole, request.viewer)
    return (whole.own, len(whole.rows)) if is_hers else (whole, 0)


@open_to()
@require_GET
def year_sheet(request: HttpRequest, shelf: str) -> HttpResponseBase:
    """The same table as PDF."""
    viewer: Viewer = request.viewer
    asked = asked_year(request)
    with override(PRINTED_LANGUAGE):
        found = shelf_to_read(viewer, shelf)
        shown = year_for(viewer, found, asked)
        if not shown.blocks:
            raise Http404
        matrix = words.printed(found, shown, viewer, viewer.on)
    return printed(matrix_pdf(matrix), filename(matrix.title, "pdf"), inline=True)
