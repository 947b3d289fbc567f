"""What an entry about a child, or a page beside it, is opened for: asked, logged with child and entry, and then the page."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from navmark.foundation.people.access import open_to
from navmark.foundation.privacy.asking import purpose_page
from navmark.foundation.privacy.models import OpenedPart
from navmark.foundation.registers import access
from navmark.foundation.registers.beside import shows_children
from navmark.foundation.registers.gate import TO, children_of
from navmark.foundation.ui.addresses import is_own


@open_to()
@require_http_methods(["GET", "POST"])
def purpose(request: HttpRequest, pk: UUID) -> HttpResponse:
    entry = access.entry_for(request.viewer, pk)
    if not shows_children(entry):
        raise Http404
    one, page, to = entry.register, reverse("registers:entry", args=[pk]), request.GET.get(TO, "")
    return purpose_page(
        request, [entry, *children_of(entry)], part=OpenedPart.FILE if one.about_children else OpenedPart.LIST,
        then=to if to and is_own(to, request) else page, of_list=not one.about_children, who=one.name,
        back=reverse("registers:list", args=[one.code]) if one.about_children else page,
    )  # fmt: skip
