"""The programme as a whole: its pages by pillar, taken out, and brought back with its differences shown."""

from datetime import date
from functools import partial
from io import BytesIO
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from navmark.foundation.attachments.filenames import filename
from navmark.foundation.people.access import open_to
from navmark.foundation.people.circles.named import ADMINISTRATOR
from navmark.foundation.printing.responses import printed
from navmark.foundation.programme import offering, returning, shipping
from navmark.foundation.programme.differences import differences
from navmark.foundation.programme.forms import OfferForm, ReturnForm
from navmark.foundation.programme.models import ProgrammeDraft
from navmark.foundation.programme.previewing import next_turns
from navmark.foundation.programme.shelving import shelves
from navmark.foundation.programme.shipping import ARTICLE
from navmark.foundation.programme.texts import HEAD, zipped
from navmark.foundation.programme.views.readable import readable
from navmark.foundation.programme.workbook.writing import as_workbook
from navmark.foundation.ui.refusals import Refusal
from navmark.foundation.ui.steps import took


@open_to(ADMINISTRATOR)
@readable
@require_GET
def listed(request: HttpRequest) -> HttpResponse:
    on = request.viewer.on
    programme = returning.in_force(on)
    waiting = ProgrammeDraft.objects.filter(made_by=request.viewer.person, expires_at__gt=timezone.now()).defer("texts")
    context = {"head": programme.head, "shelves": shelves(programme, on), "waiting": waiting.order_by("-made_at")}
    context["newer"] = len(offering.awaiting(shipping.shipped(shipping.source_of(ARTICLE), on).texts))
    return render(request, "programme/list.html", context)


@open_to(ADMINISTRATOR)
@readable
@require_GET
def files(request: HttpRequest) -> HttpResponseBase:
    programme = returning.in_force(request.viewer.on)
    content, name = BytesIO(zipped(programme.texts)), filename(programme.head.title, "zip")
    return FileResponse(content, as_attachment=True, filename=name, content_type="application/zip")


@open_to(ADMINISTRATOR)
@readable
@require_GET
def workbook(request: HttpRequest) -> HttpResponseBase:
    programme = returning.in_force(request.viewer.on)
    return printed(as_workbook(programme.said), filename(programme.head.title, "xlsx"))


@open_to(ADMINISTRATOR)
@readable
@require_http_methods(["GET", "POST"])
def bring(request: HttpRequest) -> HttpResponse:
    form = ReturnForm(request.POST or None, request.FILES or None, on=request.viewer.on)
    if request.method == "POST" and form.is_valid():
        by, at = request.viewer.person, timezone.now()
        draft = returning.begin(form.programme, form.named, by=by, at=at, follows=form.follows)
        return redirect("programme:draft", draft.pk)
    return render(request, "programme/bring.html", {"form": form}, status=422 if form.errors else 200)


@open_to(ADMINISTRATOR)
@readable
@require_http_methods(["GET", "POST"])
def draft(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Every difference in words; then all of it, or put aside."""
    row, viewer = returning.draft_of(request.viewer.person, pk), request.viewer
    if request.method == "POST" and "discard" in request.POST:
        row.delete()
        messages.success(request, _("Put aside; nothing was changed."))
        return redirect("programme:list")
    if request.method == "POST":
        try:
            then = _page_of(row, viewer.on)
            returning.adopt(row, shown=request.POST.get("shown", ""), by=viewer.person, at=timezone.now(), on=viewer.on)
        except Refusal as refusal:
            messages.error(request, str(refusal))
            return redirect("programme:draft", pk)
        messages.success(request, _("Adopted."))
        return redirect(then)
    return render(request, "programme/draft.html", _compared(row, viewer.on))


def _page_of(row: ProgrammeDraft, on: date) -> str:
    """Where to look at what it changes: its page where it is one, else the list."""
    found = differences(returning.in_force(on).said, returning.checked(row.texts, on=on).said)
    one = found[0] if len(found) == 1 and found[0].change == "changed" and found[0].file != HEAD else None
    return reverse("programme:page", args=one.file.removesuffix(".toml").split("/")) if one else reverse("programme:list")


@open_to(ADMINISTRATOR)
@readable
@require_http_methods(["GET", "POST"])
def newer(request: HttpRequest) -> HttpResponse:
    """What came newer with the product, item by item: ticked, it is taken; the rest is asked no more until it changes."""
    viewer, offered = request.viewer, offering.offer(request.viewer.on)
    keys = [one.key for page in offered.pages for one in page.items]
    form = OfferForm(request.POST or None, keys=keys, initial={"why": _("newer edition of the product")})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        shown, at = request.POST.get("shown", ""), timezone.now()
        act = partial(offering.take, said["take"], shown=shown, why=said["why"], by=viewer.person, at=at, on=viewer.on)
        if took(form, act):
            messages.success(request, _("Taken as you ticked it; the rest stays as the school has it."))
            return redirect("programme:list")
    context = {"form": form, "offer": offered, "ticked": set(form["take"].value() or ())}
    return render(request, "programme/newer.html", context, status=422 if form.errors else 200)


def _compared(row: ProgrammeDraft, on: date) -> dict[str, Any]:
    context: dict[str, Any] = {"draft": row, "shown": returning.digest_in_force()}
    try:
        told, now = returning.checked(row.texts, on=on), returning.in_force(on)
        context |= {"pages": differences(now.said, told.said), "turns": next_turns(now, told, at=timezone.now())}
        return context
    except Refusal as refusal:
        return context | {"refused": str(refusal).splitlines()}
