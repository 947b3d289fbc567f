"""A shelf: the places under one line of the navigation, each with how it stands. And the sheet of all places, for a phone."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from navmark.foundation.people.access import open_to
from navmark.project.places import headings_of, places_for
from navmark.project.shelving import Board, PlaceStanding, boards


@open_to()
@require_GET
def places(request: HttpRequest) -> HttpResponse:
    """Everything that is open to this viewer: what a phone's foot has no room for."""
    return render(request, "project/places.html", {"places": places_for(request.viewer).first})


@open_to()
@require_GET
def shelf(request: HttpRequest, name: str) -> HttpResponse:
    """One line of the navigation as a page; 404 where it is no line of this viewer's."""
    here = reverse("shelf", args=[name])
    lines = (one for entry in places_for(request.viewer).first for one in (entry, *entry.places))
    entry = next((one for one in lines if one.url == here), None)
    if entry is None:
        raise Http404
    is_pillar = name in headings_of(request.viewer)
    found = boards(request.viewer, entry, name) if is_pillar else [Board("", [*map(PlaceStanding, entry.places)])]
    return render(request, "project/shelf.html", {"entry": entry, "boards": found})
