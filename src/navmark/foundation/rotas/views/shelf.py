"""All rotas that she reads, and her own turns before them."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from navmark.foundation.people.access import open_to
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.rotas import access, listing
from navmark.foundation.rotas.forms import AwayForm
from navmark.foundation.rotas.models import Away, TurnAsk
from navmark.foundation.rotas.shelving import shelved
from navmark.foundation.ui.steps import press, took

AHEAD = 20  # of her own turns


@open_to()
@require_http_methods(["GET", "POST"])
def shelf(request: HttpRequest) -> HttpResponse:
    """A POST asks to be passed over on some days."""
    viewer: Viewer = request.viewer
    form = AwayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said, at = form.cleaned_data, timezone.now()
        if took(
            form, lambda: listing.be_away(viewer.person, said["first"], said["last"], note=said["note"], by=viewer.person, at=at)
        ):
            return redirect("rotas:shelf")
    mine = access.own_turns(viewer).filter(ends_on__gte=viewer.on)
    context: dict[str, Any] = {
        "mine": [one for one in mine[:AHEAD] if not one.is_kept], "shelved": shelved(viewer), "form": form,
        "questions": list(TurnAsk.objects.filter(access.hers(viewer), answered_at__isnull=True).select_related("turn__rota")),
        "away": list(Away.objects.filter(person=viewer.person, to_day__gte=viewer.on).order_by("from_day")),
    }  # fmt: skip
    return render(request, "rotas/shelf.html", context, status=422 if form.errors else 200)


@open_to()
@require_POST
def back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """She takes turns on those days after all."""
    viewer: Viewer = request.viewer
    row = Away.objects.filter(pk=pk, person=viewer.person).first()
    if row is None:
        raise Http404
    at = timezone.now()
    done = _("You take turns on those days again.")
    return press(request, lambda: listing.be_back(row, by=viewer.person, at=at), back=reverse("rotas:shelf"), done=done)
