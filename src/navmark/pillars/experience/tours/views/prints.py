"""What is printed: slips for a class, the roster and the head-count sheet of each group, the study sheet."""

from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET

from navmark.foundation.attachments.filenames import filename
from navmark.foundation.people.access import open_to
from navmark.foundation.printing.rendering import printed_as
from navmark.foundation.printing.responses import printed
from navmark.foundation.printing.sheet import Sheet
from navmark.pillars.experience.tours import access, sheets
from navmark.pillars.experience.tours.gate import with_names
from navmark.pillars.experience.tours.models import TourGroup
from navmark.pillars.experience.tours.tour import Tour


@open_to()
@require_GET
def blank_slips(request: HttpRequest, pk: UUID, unit: UUID) -> HttpResponseBase:
    """As many as the class has pupils, several a page; nobody's name stands on them."""
    tour = access.tour_for(request.viewer, pk)
    return _out(sheets.slips(tour, access.class_for(request.viewer, tour, unit)))


@with_names
@require_GET
def rosters(request: HttpRequest, tour: Tour) -> HttpResponseBase:
    """Of all groups, for its keepers; of the one that she leads, for a leader."""
    return _out(sheets.rosters(tour, _hers(request, tour)))


@open_to()
@require_GET
def counts(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    tour = access.tour_for(request.viewer, pk)
    return _out(sheets.head_counts(tour, _hers(request, tour)))


@open_to()
@require_GET
def study(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    return _out(sheets.study(access.tour_for(request.viewer, pk)))


def _hers(request: HttpRequest, tour: Tour) -> list[TourGroup]:
    viewer = request.viewer  # type: ignore[attr-defined]
    return [group for group in tour.groups if access.keeps(viewer, tour) or access.leads(viewer, group)]


def _out(sheet: Sheet) -> HttpResponseBase:
    return printed(printed_as(sheet, "pdf"), filename(sheet.name, "pdf", on=sheet.on), inline=True)
