"""What of a register hangs on a wall, several on a sheet: codes of public pages, plates with a name."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET

from navmark.foundation.people.access import open_to
from navmark.foundation.people.addresses import opens_here_only, public_address
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access
from navmark.foundation.registers.models import PublicPage
from navmark.foundation.registers.plates import plates_of
from navmark.foundation.registers.public import open_pages
from navmark.foundation.ui.qr import square


@dataclass(frozen=True)
class PanelLabel:
    """What hangs beside a panel. `address` is empty where nobody but this machine could open it."""

    page: PublicPage
    address: str
    code: SafeString


@open_to()
@require_GET
def labels(request: HttpRequest, register: str) -> HttpResponse:
    viewer: Viewer = request.viewer
    one = access.register_to_read(viewer, register)
    if not (one.public or one.plate):
        raise Http404
    pages = [page for page in open_pages(one) if access.may_read(viewer, page.entry)] if one.public else []
    if not access.keeps_some(viewer, one) and not any(access.may_keep(viewer, page.entry) for page in pages):
        raise PermissionDenied
    made = [_label(request, page) for page in pages]
    plates = plates_of(one, access.visible_to(viewer, one)) if one.plate else []
    return render(request, "registers/labels.html", {"register": one, "labels": made, "plates": plates})


def _label(request: HttpRequest, page: PublicPage) -> PanelLabel:
    address = public_address(request, reverse("registers:public", args=[page.token]))
    drawn = square(address, soil="m", scale=3, svgclass="qr", lineclass=None)
    return PanelLabel(page, "" if opens_here_only(address) else address, drawn)
