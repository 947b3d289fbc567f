"""The page of what is read: files, titles and links that were put once somewhere else."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from navmark.foundation.links import known
from navmark.foundation.links.materials import SORTS, WantedMaterials, materials, wanted
from navmark.foundation.people.access import open_to

A_PAGE = 50


@open_to()
@require_GET
def materials_page(request: HttpRequest) -> HttpResponse:
    viewer, asked = request.viewer, request.GET
    found = materials(viewer)
    years, tags = sorted({one.thing.day.year for one in found}, reverse=True), known.tags()
    ask = WantedMaterials(
        asked.get("q", "").strip(), asked.get("what", ""), asked.get("sort", ""),
        next((year for year in years if str(year) == asked.get("year")), None),
        next((tag for tag in tags if tag.code == asked.get("tag")), None),
    )  # fmt: skip
    shown = wanted(viewer, found, ask)
    context = {
        "ask": ask, "years": years, "tags": tags, "whats": sorted({one.thing.what for one in found}), "sorts": SORTS.items(),
        "page": Paginator(shown, A_PAGE).get_page(asked.get("page")), "any": bool(found),
    }  # fmt: skip
    return render(request, "links/materials.html", context)
