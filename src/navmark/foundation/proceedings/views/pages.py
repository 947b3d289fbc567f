"""What the pages of a record share: whom they may name, where they lead back to, how a refusal is told."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from navmark.foundation.activities.models import Activity, Removed
from navmark.foundation.activities.refusals import Refusal
from navmark.foundation.activities.roll import Rolls
from navmark.foundation.activities.views import page_of, tell_removed
from navmark.foundation.people.models import Person
from navmark.foundation.proceedings.models import AgendaItem
from navmark.foundation.ui.marks import colon


def people_of(activity: Activity) -> list[Person]:
    """Everybody on the roll, in reading order: whom a record may name."""
    whole = Rolls(activity).whole()
    return [place.person for place in (*whole.places, *whole.observers)]


def back_to(activity: Activity, anchor: str = "") -> HttpResponse:
    return redirect(f"{page_of(activity)}#{anchor}" if anchor else page_of(activity))


def form_page(request: HttpRequest, activity: Activity, form: forms.Form, title: str, **context: Any) -> HttpResponse:
    if form.errors and request.headers.get("X-Autosave"):
        words = [
            f"{form[name].label}{colon()}{error}" for name in form.errors for error in form.errors[name] if name in form.fields
        ]
        field = next((form.add_prefix(name) for name in form.errors if name in form.fields), "")  # at which the script shows them
        headers = {"X-Wrong": field} if field else {}
        return HttpResponse("\n".join(words), status=422, content_type="text/plain; charset=utf-8", headers=headers)
    context = {"activity": activity, "page": page_of(activity), "form": form, "title": title, **context}
    context["revision"] = request.POST.get("revision", "")  # of a text that saves itself: what is corrected goes on from it
    return render(request, "proceedings/form.html", context, status=422 if form.errors else 200)


def attempt(request: HttpRequest, act: Callable[[Person, datetime], object]) -> bool:
    """Do one thing to a record as the viewer, now. False where it was refused; the refusal is shown in its own words."""
    try:
        act(request.viewer.person, timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return False
    return True


def take_out(request: HttpRequest, item: AgendaItem, act: Callable[[Person, datetime], Removed]) -> HttpResponse:
    """Remove something at once, say so with the way back, and lead to where it stood."""
    activity, pk = item.part.activity, item.pk
    try:
        tell_removed(request, act(request.viewer.person, timezone.now()))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    stays = AgendaItem.objects.filter(pk=pk).exists()
    return back_to(activity, f"item-{pk}" if stays else f"part-{item.part_id}")


def do(request: HttpRequest, item: AgendaItem, act: Callable[[Person, datetime], object]) -> HttpResponse:
    """Attempt it, and lead back to the item."""
    activity = item.part.activity
    attempt(request, act)
    return back_to(activity, f"item-{item.pk}" if item.pk else f"part-{item.part_id}")
