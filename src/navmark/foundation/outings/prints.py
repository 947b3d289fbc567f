"""What is printed: the roster and the head-count sheet of each group."""

from uuid import UUID

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_GET

from navmark.foundation.outings import sheets
from navmark.foundation.outings.outing import groups_for, outing_for
from navmark.foundation.people.access import open_to
from navmark.foundation.printing.responses import sheet_printed
from navmark.foundation.registers.gate import by_name


@open_to()
@by_name
@require_GET
def rosters(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Of all groups, for its keepers; of the one that she leads, for a leader."""
    outing = outing_for(request.viewer, pk)
    return sheet_printed(sheets.rosters(outing, groups_for(request.viewer, outing)))


@open_to()
@require_GET
def counts(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    outing = outing_for(request.viewer, pk)
    return sheet_printed(sheets.head_counts(outing, groups_for(request.viewer, outing)))
