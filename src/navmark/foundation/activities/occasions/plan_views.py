"""Plan an occasion of any kind from data: it opens filled in, and asks what the paper needs in the end."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from navmark.foundation.activities import actions as plans
from navmark.foundation.activities.doubts import doubts
from navmark.foundation.activities.kinds import Kind
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.occasions import actions, doors
from navmark.foundation.activities.occasions.forms import CancelForm, OccasionForm
from navmark.foundation.activities.occasions.suggesting import suggest
from navmark.foundation.activities.occasions.writing import asked_ahead, edition_of, kind_of, known_of
from navmark.foundation.activities.refusals import HeldAhead, SayWhyMoved
from navmark.foundation.cadence.access import duty_here
from navmark.foundation.cadence.queries import open_in
from navmark.foundation.papers.defaults import defaults
from navmark.foundation.papers.forms import PaperForm
from navmark.foundation.people.access import open_to
from navmark.foundation.people.models import Unit
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.ui.refusals import Refusal

Period = tuple[date, date | None]


@dataclass(frozen=True)
class Choice:
    name: str
    url: str


@open_to()
@require_GET
def for_duty(request: HttpRequest, duty: UUID) -> HttpResponse:
    """From what is due straight to the plan of what does it."""
    row = duty_here(duty)
    if row.cadence is None:
        raise Http404
    kind = doors.kind_to_plan(request.viewer, row.cadence.activity_kind)
    query = {"unit": str(row.subject_id), "opens_on": str(row.opens_on), "due_on": str(row.due_on)}
    if kind.is_line:
        return redirect(reverse("activities:lines", args=[kind.code], query={"month": f"{row.opens_on:%Y-%m}"}))
    return redirect(reverse("activities:plan", args=[kind.code], query=query))


@open_to()
@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest, kind: str) -> HttpResponse:
    viewer: Viewer = request.viewer
    one = doors.kind_to_plan(viewer, kind)
    unit, *others = doors.units_to_plan(viewer, one, request.GET.get("unit", ""))
    if others:
        choices = [_choice(viewer, one, place) for place in (unit, *others)]
        return render(request, "activities/choose_unit.html", {"kind": one, "choices": choices})
    period = _asked(request) or _owed(one, unit, viewer)
    ready = suggest(one, unit, by=viewer.person, now=timezone.now(), period=period)
    initial = {"day": ready.day, "start": ready.start, "end": ready.end, "place": ready.place}
    initial |= {"host": ready.host.pk if ready.host else None, "recorder": ready.recorder.pk}
    form = OccasionForm(request.POST or None, kind=one, unit=unit, on=viewer.on, initial=initial)
    paper = _paper_form(request, one, unit, ready.day)
    found = []
    if request.method == "POST" and form.is_valid() and paper.is_valid():
        planned = form.plan()
        found = [] if "sure" in request.POST else doubts(planned, viewer, period=_asked(request))
        if not found:
            made = actions.arrange(planned, paper.given, by=viewer.person, at=timezone.now(), due_count=ready.due_count)
            return redirect("activities:occasion", pk=made.pk)
    return _page(request, form, paper, kind=one, unit=unit, doubts=found, activity=None)


def _choice(viewer: Viewer, one: Kind, unit: Unit) -> Choice:
    return Choice(name_on(unit, viewer.on), reverse("activities:plan", args=[one.code], query={"unit": str(unit.pk)}))


def _page(request: HttpRequest, form: OccasionForm, paper: PaperForm | None, **context: Any) -> HttpResponse:
    refused = bool(form.errors or (paper and paper.errors) or context["doubts"])
    context |= {"form": form, "paper": paper, "where": name_on(context["unit"], form.on)}
    return render(request, "activities/plan.html", context, status=422 if refused else 200)


def _paper_form(request: HttpRequest, one: Kind, unit: Unit, on: date) -> PaperForm:
    description = asked_ahead(edition_of(one).description, on)
    known = known_of(unit, on)
    values = defaults(description, {"unit": unit, "day": on}, known)
    return PaperForm(request.POST or None, description=description, values=values, known=known, prefix="paper")


def _asked(request: HttpRequest) -> Period | None:
    """The period of the duty from which one came."""
    first, last = (_day(request.GET.get(name, "")) for name in ("opens_on", "due_on"))
    return (first or last, last) if first or last else None  # type: ignore[return-value]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _owed(one: Kind, unit: Unit, viewer: Viewer) -> Period | None:
    duty = open_in(one.code, unit.pk, on=viewer.on)
    return (duty.opens_on, duty.due_on) if duty else None


@open_to()
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Correct a plan; what was counted and written stays."""
    viewer: Viewer = request.viewer
    activity = doors.occasion_to_keep(viewer, pk)
    one = kind_of(activity)
    held = plans.was_held(activity)
    form = OccasionForm(
        request.POST or None, kind=one, unit=activity.unit, on=viewer.on, held=held, initial=_as_planned(activity)
    )  # fmt: skip
    found = []
    if request.method == "POST" and form.is_valid():
        ready = form.plan(topic=next(iter(activity.parts.all())).topic)
        found = [] if "sure" in request.POST else doubts(ready, viewer, activity=activity)
        because = form.cleaned_data.get("because", "")
        if not found and _changed(activity, form, ready, because=because, viewer=viewer):
            return redirect("activities:occasion", pk=activity.pk)
    return _page(request, form, None, kind=one, unit=activity.unit, doubts=found, activity=activity)


def _changed(activity: Activity, form: OccasionForm, ready: plans.Plan, *, because: str, viewer: Viewer) -> bool:
    try:
        plans.change(activity, ready, by=viewer.person, at=timezone.now(), because=because)
        return True
    except SayWhyMoved as refusal:
        form.add_error("because", str(refusal))
    except HeldAhead as refusal:
        form.add_error("day", str(refusal))
    except Refusal as refusal:
        form.add_error(None, str(refusal))
    return False


def _as_planned(activity: Activity) -> dict[str, Any]:
    start = timezone.localtime(activity.starts_at)
    end = timezone.localtime(activity.ends_at).time() if activity.ends_at else None
    return {
        "day": start.date(), "start": start.time(), "end": end, "place": activity.place, "host": activity.host_id,
        "recorder": activity.recorder_id,
    }  # fmt: skip


@open_to()
@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, pk: UUID) -> HttpResponse:
    viewer: Viewer = request.viewer
    activity = doors.occasion_to_keep(viewer, pk)
    form = CancelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            plans.cancel(activity, because=form.cleaned_data["because"], by=viewer.person, at=timezone.now())
            messages.success(request, _("Cancelled. What was due is due again."))
            return redirect(settings.LOGIN_REDIRECT_URL)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "activity": activity}
    return render(request, "activities/cancel.html", context, status=422 if form.errors else 200)
