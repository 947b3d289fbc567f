"""A tour in numbers, for whoever reads its entry; and what its names are opened for."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from navmark.foundation.people.access import open_to
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.privacy.actions import note_opening
from navmark.foundation.privacy.forms import PurposeForm
from navmark.foundation.privacy.models import OpenedPart
from navmark.foundation.privacy.retention import months_kept
from navmark.foundation.registers.models import Entry
from navmark.pillars.experience.tours import access, words
from navmark.pillars.experience.tours.tour import Tour


@open_to()
@require_GET
def tour(request: HttpRequest, pk: UUID) -> HttpResponse:
    viewer: Viewer = request.viewer
    one = access.tour_for(viewer, pk)
    keeps = access.keeps(viewer, one)
    hers = {unit.pk for unit in access.classes_of(viewer, one)}
    groups = [(group, words.of_group(group), keeps or access.leads(viewer, group), _counts(one, group)) for group in one.groups]
    context = {
        "tour": one, "entry": one.entry, "keeps": keeps, "lines": one.lines(), "hers": hers, "groups": groups,
        "going": len(one.travellers), "teachers": len(one.teachers()), "points": one.points,
    }  # fmt: skip
    return render(request, "tours/tour.html", context)


def _counts(one: Tour, group: object) -> list[object]:
    """At each point in order; None where it was not counted."""
    found = {count.point: count for count in group.counts.all()}  # type: ignore[attr-defined]
    return [found.get(point) for point in one.points]


@open_to()
@require_http_methods(["GET", "POST"])
def purpose(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What the names of a tour are opened for."""
    one = access.tour_for(request.viewer, pk)
    form = PurposeForm(request.POST or None, of_family=True)
    if request.method == "POST" and form.is_valid():
        opened = {**form.cleaned_data, "by": request.viewer.person, "at": timezone.now()}
        note_opening(one.entry, part=OpenedPart.LIST, **opened)
        return redirect("tours:tour", pk)
    return asked(request, form, one.entry)


def asked(request: HttpRequest, form: PurposeForm, entry: Entry) -> HttpResponse:
    context = {
        "form": form, "of_family": True, "who": entry.title, "months": months_kept(request.viewer.on),  # type: ignore[attr-defined]
        "back": reverse("tours:tour", args=[entry.pk]),
    }  # fmt: skip
    return render(request, "privacy/purpose.html", context, status=422 if form.errors else 200)
