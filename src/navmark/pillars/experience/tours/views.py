"""What a tour has beside its slips and its groups: the study sheet; and where its groups stood before they had a room."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET

from navmark.foundation.outings.outing import outing_for
from navmark.foundation.people.access import open_to
from navmark.foundation.printing.responses import sheet_printed
from navmark.pillars.experience.tours import sheets


@open_to()
@require_GET
def study(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    return sheet_printed(sheets.study(outing_for(request.viewer, pk)))


@open_to()
@require_GET
def moved(request: HttpRequest, pk: UUID, rest: str = "") -> HttpResponse:
    """An address that somebody kept: the room asks the door."""
    return redirect(f"{reverse('outings:entry', args=[pk])}{rest}")
