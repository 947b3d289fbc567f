"""What an entry comes from or leans on: found by its words, ticked; taken away again."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from navmark.foundation.links.actions import link, unlink
from navmark.foundation.links.linkable import Linked, linkables
from navmark.foundation.people.access import open_to
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access
from navmark.foundation.registers.files import ENTRY, page_of
from navmark.foundation.registers.gate import behind_purpose
from navmark.foundation.registers.linked import box_of
from navmark.foundation.registers.models import Entry

LONGEST = 60


@open_to()
@behind_purpose
@require_http_methods(["GET", "POST"])
def links(request: HttpRequest, pk: UUID) -> HttpResponse:
    viewer: Viewer = request.viewer
    row = access.entry_to_keep(viewer, pk)
    if not row.register.links:
        raise Http404
    words = request.GET.get("q", "").strip()[:LONGEST]
    offered = _offered(viewer, row, words)
    if request.method == "POST":
        chosen = set(request.POST.getlist("thing"))
        ends = [((one.kind, one.pk), one.title) for one in offered if str(one.pk) in chosen]
        link(ENTRY, row, ends, by=viewer.person, at=timezone.now())
        return redirect(page_of(row))
    context = {"entry": row, "offered": offered, "words": words, "linked": box_of(viewer, row).onward}
    return render(request, "registers/links.html", context)


def _offered(viewer: Viewer, row: Entry, words: str) -> list[Linked]:
    """Newest first, of each kind so many; not itself, and nothing that is linked already."""
    there = {one.pk for one in box_of(viewer, row).onward} | {row.pk}
    found = [linked for kind in linkables() for linked in kind.named(viewer, row.register.links, words)]
    return sorted((one for one in found if one.pk not in there), key=lambda one: one.day, reverse=True)


@open_to()
@behind_purpose
@require_POST
def unlinked(request: HttpRequest, pk: UUID, thing: UUID) -> HttpResponse:
    row = access.entry_to_keep(request.viewer, pk)
    if unlink(row, thing, by=request.viewer.person, at=timezone.now()):
        messages.success(request, _("The link is taken away."))
    return redirect("registers:links", pk)
