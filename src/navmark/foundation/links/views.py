"""Tags and campaigns, and what carries each of them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from navmark.foundation.links import known
from navmark.foundation.links.queries import gathered
from navmark.foundation.people.access import open_to


@open_to()
@require_GET
def shelf(request: HttpRequest) -> HttpResponse:
    on = request.viewer.on
    rows = [(one, one.is_open_on(on)) for one in known.tags()]
    context = {
        "campaigns": [(one, runs) for one, runs in rows if one.is_campaign],
        "tags": [one for one, runs in rows if runs and not one.is_campaign],
    }
    return render(request, "links/shelf.html", context)


@open_to()
@require_GET
def tag(request: HttpRequest, code: str) -> HttpResponse:
    """Kind by kind, only what the reader may see."""
    one = next((tag for tag in known.tags() if tag.code == code), None)
    if one is None:
        raise Http404
    found = gathered(request.viewer, one)
    count = sum(len(things) for things in found.values())
    return render(request, "links/tag.html", {"tag": one, "groups": list(found.items()), "count": count})
