"""What is printed: the roster and the head-count sheet of each group, the study sheet."""

from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET

from navmark.foundation.people.access import open_to
from navmark.foundation.printing.responses import sheet_printed
from navmark.foundation.registers.gate import by_name
from navmark.pillars.experience.tours import sheets
from navmark.pillars.experience.tours.tour import groups_for, tour_for


@open_to()
@by_name
@require_GET
def rosters(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Of all groups, for its keepers; of the one that she leads, for a leader."""
    tour = tour_for(request.viewer, pk)
    return sheet_printed(sheets.rosters(tour, groups_for(request.viewer, tour)))


@open_to()
@require_GET
def counts(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    tour = tour_for(request.viewer, pk)
    return sheet_printed(sheets.head_counts(tour, groups_for(request.viewer, tour)))


@open_to()
@require_GET
def study(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    return sheet_printed(sheets.study(tour_for(request.viewer, pk)))
