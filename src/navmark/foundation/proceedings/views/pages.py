"""What the pages of a meeting's proceedings share: whom they may name, where they lead back to, how a refusal is told."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from navmark.foundation.activities.models import Activity, Removed
from navmark.foundation.activities.occasions.sight import edit_at
from navmark.foundation.activities.pages import page_of
from navmark.foundation.activities.roll import Rolls
from navmark.foundation.activities.views import tell_removed
from navmark.foundation.people.forms.named import Names
from navmark.foundation.people.models import Person
from navmark.foundation.proceedings.models import AgendaItem
from navmark.foundation.ui.steps import press, step

Act = Callable[[Person, datetime], object]  # as whom, when


def names_of(activity: Activity) -> Names:
    """Everybody on the roll, in reading order: whom a record may name."""
    return Names(Rolls(activity).people, on=activity.day)


def page_at(activity: Activity, anchor: str = "") -> str:
    """Where it stands on the page; an item goes on to be written."""
    opened = edit_at(anchor) if anchor.startswith("item-") else f"#{anchor}"
    return page_of(activity) + (opened if anchor else "")


def place_of(item: AgendaItem) -> str:
    """Where the item stands on the page; once it is gone, its part."""
    return page_at(item.part.activity, f"item-{item.pk}" if item.pk else f"part-{item.part_id}")


def do(request: HttpRequest, item: AgendaItem, act: Act) -> HttpResponse:
    """A button at an item: do it as the viewer, now, and lead back to the item."""
    return press(request, _as_viewer(request, act), back=page_at(item.part.activity), then=lambda _done: place_of(item))


def take_out(request: HttpRequest, item: AgendaItem, act: Callable[[Person, datetime], Removed]) -> HttpResponse:
    """Remove something at once, say so with the way back, and lead to where it stood."""
    activity, part, pk = item.part.activity, item.part_id, item.pk

    def where(_removed: object = None) -> str:
        stays = AgendaItem.objects.filter(pk=pk).exists()
        return page_at(activity, f"item-{pk}" if stays else f"part-{part}")

    return press(request, _as_viewer(request, lambda by, at: tell_removed(request, act(by, at))), back=where(), then=where)


def fill(request: HttpRequest, form: forms.Form, item: AgendaItem, act: Act, /, *, title: str, **slots: Any) -> HttpResponse:
    """A form at an item: act as the viewer, now, and lead back to the item."""
    about = {"about": item.part.activity, "part_of": item.title, **slots}
    return step(request, form, _as_viewer(request, act), title=title, back=place_of(item), **about)


def _as_viewer(request: HttpRequest, act: Act) -> Callable[[], object]:
    return lambda: act(request.viewer.person, timezone.now())
