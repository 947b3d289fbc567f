"""What an entry about a child is opened for: asked, logged with the child and the entry, and then the entry."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from navmark.foundation.people.access import open_to
from navmark.foundation.privacy.actions import note_opening
from navmark.foundation.privacy.forms import PurposeForm
from navmark.foundation.privacy.models import OpenedPart
from navmark.foundation.privacy.retention import months_kept
from navmark.foundation.registers import access
from navmark.foundation.registers.gate import children_of


@open_to()
@require_http_methods(["GET", "POST"])
def purpose(request: HttpRequest, pk: UUID) -> HttpResponse:
    viewer = request.viewer
    entry = access.entry_for(viewer, pk)
    if not entry.register.about_children:
        raise Http404
    form = PurposeForm(request.POST or None, of_family=True)
    if request.method == "POST" and form.is_valid():
        for subject in (entry, *children_of(entry)):
            note_opening(subject, part=OpenedPart.FILE, **form.cleaned_data, by=viewer.person, at=timezone.now())
        return redirect("registers:entry", pk)
    context = {
        "form": form, "of_family": True, "who": entry.register.name, "months": months_kept(viewer.on),
        "back": reverse("registers:list", args=[entry.register.code]),
    }  # fmt: skip
    return render(request, "privacy/purpose.html", context, status=422 if form.errors else 200)
