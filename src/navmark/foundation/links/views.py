"""Tags and campaigns, what carries each of them, and what goes from one campaign into the next."""

from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override
from django.views.decorators.http import require_GET, require_http_methods

from navmark.foundation.attachments.filenames import filename
from navmark.foundation.links import known
from navmark.foundation.links.campaigns import carry as carry_on
from navmark.foundation.links.forms import CarryForm
from navmark.foundation.links.gathering import gathered, heart_of, unfinished, written_of
from navmark.foundation.links.linkable import linkables
from navmark.foundation.links.models import Tag
from navmark.foundation.links.sheet import sheet_of
from navmark.foundation.papers.on_page import shown
from navmark.foundation.people.access import open_to
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.printing.rendering import Form, printed_as
from navmark.foundation.printing.responses import printed
from navmark.foundation.ui.steps import step


@open_to()
@require_GET
def shelf(request: HttpRequest) -> HttpResponse:
    on = request.viewer.on
    rows = [(one, one.is_open_on(on)) for one in known.tags()]
    campaigns = [(one, runs) for one, runs in rows if one.is_campaign]
    context = {
        "campaigns": sorted(campaigns, key=lambda row: (row[1], row[0].from_day), reverse=True),
        "tags": [one for one, runs in rows if runs and not one.is_campaign],
    }
    return render(request, "links/shelf.html", context)


@open_to()
@require_GET
def thing(request: HttpRequest, pk: UUID) -> HttpResponse:
    """To the page of a thing, for a room that knows its id alone; 404 where she may not see it."""
    found = next((one for room in linkables() for one in room.shown(request.viewer, [pk])), None)
    if found is None:
        raise Http404
    return redirect(found.page)


@open_to()
@require_GET
def tag(request: HttpRequest, code: str) -> HttpResponse:
    """Kind by kind, only what the reader may see; a campaign opens with its own plan."""
    viewer, one = request.viewer, _tag(code)
    written = written_of(viewer, one)
    context = {
        "tag": one, "found": gathered(viewer, one, term=request.GET.get("term")), "heart": heart_of(viewer, one),
        "shown": [row for row in shown(*written, sealed=False) if row.words or row.rows] if written else [],
        "offers": _offers(viewer, one), "carries": bool(unfinished(viewer, one)),
    }  # fmt: skip
    return render(request, "links/tag.html", context)


def _tag(code: str) -> Tag:
    found = next((one for one in known.tags() if one.code == code), None)
    if found is None:
        raise Http404
    return found


def _offers(viewer: Viewer, one: Tag) -> list[object]:
    return [offer for room in linkables() for offer in room.serves(viewer, one)] if one.is_open_on(viewer.on) else []


@open_to()
@require_GET
def sheet(request: HttpRequest, code: str, form: Form) -> HttpResponseBase:
    viewer, one = request.viewer, _tag(code)
    with override(settings.LANGUAGE_CODE):
        found = gathered(viewer, one, term=request.GET.get("term"))
        drawn = sheet_of(found, written_of(viewer, one), on=viewer.on)
    return printed(printed_as(drawn, form), filename(drawn.name, form, on=viewer.on), inline=form == "pdf")


@open_to()
@require_http_methods(["GET", "POST"])
def carry(request: HttpRequest, code: str) -> HttpResponse:
    """What is still open, and hers, into a campaign that is not over."""
    viewer, one = request.viewer, _tag(code)
    things = unfinished(viewer, one)
    if not things and not any(room.keeps(viewer) for room in linkables()):
        raise PermissionDenied
    campaigns = [other for other in known.tags() if _may_follow(other, one, viewer)]
    back = reverse("links:tag", args=[one.code])
    begins = [beginning for room in linkables() for beginning in room.begins_next(viewer, one)]
    if not things or not campaigns:
        refused = request.method == "POST"
        context = {"tag": one, "things": things, "begins": begins}
        return render(request, "links/nothing_carried.html", context, status=422 if refused else 200)
    into = request.GET.get("into", "")
    form = CarryForm(request.POST or None, things=things, campaigns=campaigns, initial={"into": into})
    return step(
        request, form, lambda: carry_on(form.chosen, one, form.next_one, by=viewer.person, at=timezone.now()),
        title=_("Carry into the next campaign"), back=back, about=one.name, button=_("Carry on"), done=_carried,
        help=_("It keeps its number, its owner and all that it went through, and stands in both campaigns."),
        template="links/carry.html", begins=begins,
    )  # fmt: skip


def _may_follow(other: Tag, one: Tag, viewer: Viewer) -> bool:
    return other.is_campaign and other.pk != one.pk and other.to_day is not None and viewer.on <= other.to_day


def _carried(count: int) -> str:
    return ngettext("%(n)d thing is carried on.", "%(n)d things are carried on.", count) % {"n": count}
