"""The page that asks what something is opened for: asked, logged with everything that opens, and then it opens."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from navmark.foundation.audit.actions import Subject
from navmark.foundation.privacy.actions import note_opening
from navmark.foundation.privacy.forms import PurposeForm
from navmark.foundation.privacy.retention import months_kept


def purpose_page(
    request: HttpRequest, subjects: Iterable[Subject], *, part: str, then: str, back: str, of_family: bool = True, **said: Any
) -> HttpResponse:
    """`then` and `back` are addresses; `said` of privacy/purpose.html: who, sealed, of_list. The caller has asked the door."""
    viewer = request.viewer  # type: ignore[attr-defined]
    form = PurposeForm(request.POST or None, of_family=of_family)
    if request.method == "POST" and form.is_valid():
        for subject in subjects:
            note_opening(subject, part=part, **form.cleaned_data, by=viewer.person, at=timezone.now())
        return redirect(then)
    context = {"form": form, "of_family": of_family, "back": back, "months": months_kept(viewer.on), **said}
    return render(request, "privacy/purpose.html", context, status=422 if form.errors else 200)
