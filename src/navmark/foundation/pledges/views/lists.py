"""The kinds a viewer may open, and the list of each with whom nobody has."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from navmark.foundation.attachments.filenames import filename
from navmark.foundation.papers.description import Description
from navmark.foundation.papers.knowing import known_here
from navmark.foundation.papers.queries import newest
from navmark.foundation.people.access import open_to
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.pledges import access
from navmark.foundation.pledges.listing import PledgeList
from navmark.foundation.pledges.models import PledgeKind
from navmark.foundation.pledges.sheet import empty_sheet, list_sheet
from navmark.foundation.pledges.shelving import shelved
from navmark.foundation.printing.rendering import Form, printed_as
from navmark.foundation.printing.responses import printed, sheet_printed
from navmark.foundation.tables.writing import workbook


@open_to()
@require_GET
def shelf(request: HttpRequest) -> HttpResponse:
    return render(request, "pledges/shelf.html", {"shelved": shelved(request.viewer)})


@open_to()
@require_GET
def listed(request: HttpRequest, kind: str) -> HttpResponse:
    viewer: Viewer = request.viewer
    one = access.kind_to_read(viewer, kind)
    keeps = access.home_of(viewer, one, *one.keepers) is not None
    context: dict[str, Any] = {
        "kind": one, "found": PledgeList(one, on=viewer.on), "keeps": keeps, "person": viewer.person,
        "takes": keeps or access.home_of(viewer, one, *one.takers) is not None,
    }  # fmt: skip
    return render(request, "pledges/list.html", context)


@open_to()
@require_GET
def table(request: HttpRequest, kind: str) -> HttpResponseBase:
    one, found = _asked(request, kind)
    title = one.sheet_title or one.title
    return printed(workbook([found.worksheet(title)]), filename(title, "xlsx"))


@open_to()
@require_GET
def print_list(request: HttpRequest, kind: str) -> HttpResponseBase:
    one, found = _asked(request, kind)
    return printed(printed_as(list_sheet(found), "pdf"), filename(one.sheet_title or one.title, "pdf"), inline=True)


@open_to()
@require_GET
def empty(request: HttpRequest, kind: str, form: Form) -> HttpResponseBase:
    """Of a word, for whoever takes something on or keeps it."""
    viewer: Viewer = request.viewer
    one = access.kind_to_read(viewer, kind)
    if access.home_of(viewer, one, *one.keepers, *one.takers) is None:
        raise PermissionDenied
    paper = newest(one.paper)
    return sheet_printed(empty_sheet(one, paper.description if paper else Description(()), known_here(viewer.on)), form)


def _asked(request: HttpRequest, kind: str) -> tuple[PledgeKind, PledgeList]:
    one = access.kind_to_read(request.viewer, kind)
    return one, PledgeList(one, on=request.viewer.on)
