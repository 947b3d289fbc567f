"""Correct the plan of what is arranged, or call it off; what was marked and written stays."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from navmark.foundation.activities import access, kinds
from navmark.foundation.activities.actions import was_held
from navmark.foundation.activities.doubts import doubts
from navmark.foundation.activities.kinds import Kind
from navmark.foundation.activities.models import Activity, Part
from navmark.foundation.activities.numbering import next_numbers
from navmark.foundation.activities.pages import page_of, texts_of
from navmark.foundation.activities.planning import actions
from navmark.foundation.activities.planning.companions import companions, offered
from navmark.foundation.activities.planning.form import CancelForm, PlanForm
from navmark.foundation.activities.planning.names import names_for, planner_of
from navmark.foundation.activities.planning.typed import plan_of
from navmark.foundation.activities.planning.views import joined, numbered, plan_page
from navmark.foundation.activities.telling import is_told
from navmark.foundation.people.access import open_to
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.ui.steps import step, took


@open_to()
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: UUID) -> HttpResponse:
    viewer: Viewer = request.viewer
    activity = access.kept_by(viewer, pk)
    parts = list(activity.parts.all())
    one, unit = kinds.kind(parts[0].kind), activity.unit
    together = offered(viewer, one, unit, planned=[part.kind for part in parts])
    initial = joined(_as_planned(activity, one, parts), request, together)
    names = names_for(one, unit, on=viewer.on, also=(activity.host, activity.recorder, *initial.pop("two")))
    form = PlanForm(
        request.POST or None, kind=one, unit=unit, names=names, initial=initial, planner=planner_of(viewer, one, unit),
        on=viewer.on, together=together, planned=[part.kind for part in parts], held=was_held(activity),
    )  # fmt: skip
    found = []
    if request.method == "POST" and form.is_valid():
        ready, at, because = plan_of(form, topic=parts[0].topic), timezone.now(), form.cleaned_data.get("because", "")
        found = [] if "sure" in request.POST else doubts(ready, viewer, activity=activity)
        if not found and took(form, lambda: actions.rearrange(activity, ready, by=viewer.person, at=at, because=because)):
            return _after_change(activity, at=at)
    return plan_page(request, form, kind=one, unit=unit, activity=activity, doubts=found)


def _after_change(before: Activity, *, at: datetime) -> HttpResponse:
    """Who moved what lies ahead finds the text for the group; everybody else has been told."""
    now = Activity.fresh(before.pk)
    texts = texts_of(now, moved="1") if is_told(now, before=before, at=at) else ""
    return redirect(texts or page_of(now))


def _as_planned(activity: Activity, one: Kind, parts: list[Part]) -> dict[str, Any]:
    start = timezone.localtime(activity.starts_at)
    first, *others = parts
    two = _the_two(activity) if one.between_two else []
    return {
        "title": activity.title, "day": start.date(), "start": start.time() if activity.tells_hour else None,
        "place": activity.place, "topic": first.topic,
        "end": timezone.localtime(activity.ends_at).time() if activity.ends_at else None,
        "host": activity.host_id, "recorder": activity.recorder_id, "together": [part.kind for part in others],
        **{f"topic_{part.kind}": part.topic for part in others}, **numbered(one, _numbers_of(activity, one, parts)),
        "tags": "、".join(tag.label for tag in activity.tags.all()), "two": two,
        **{name: person.pk for name, person in zip(("one", "other"), two, strict=False)},
    }  # fmt: skip


def _the_two(activity: Activity) -> list[Any]:
    """The one who keeps it first."""
    both = [row.person for row in activity.roll.filter(expected=True).select_related("person")]
    return sorted(both, key=lambda person: person.pk != activity.host_id)


def _numbers_of(activity: Activity, one: Kind, parts: list[Part]) -> dict[str, int]:
    """Those the parts have; the next ones for what is not ticked."""
    codes = [one.code, *(other.code for other in companions(one))]
    own = {part.kind: part.number for part in parts if part.number}
    return next_numbers(codes, activity.unit, activity.day.year) | own


@open_to()
@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, pk: UUID) -> HttpResponse:
    viewer: Viewer = request.viewer
    activity = access.kept_by(viewer, pk)
    form, at = CancelForm(request.POST or None), timezone.now()
    texts = texts_of(activity) if activity.starts_at > at else ""
    return step(
        request,
        form,
        lambda: actions.call_off(activity, because=form.cleaned_data["because"], by=viewer.person, at=at),
        title=_("Cancel: %(title)s") % {"title": activity.title},
        lead=_("It stays in the register as cancelled, and what was due is due again."),
        back=page_of(activity),
        button=_("Cancel it"),
        done=_("Cancelled. What was due is due again."),
        then=texts or resolve_url(settings.LOGIN_REDIRECT_URL),
    )
