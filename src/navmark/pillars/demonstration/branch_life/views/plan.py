"""Plan: the form opens filled in with all that is known, and asks for the rest."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from navmark.foundation.activities import access as activities
from navmark.foundation.activities import actions as activity_actions
from navmark.foundation.activities.doubts import Doubt, doubts
from navmark.foundation.activities.kinds import Kind
from navmark.foundation.activities.models import Activity, Part
from navmark.foundation.activities.numbering import next_numbers
from navmark.foundation.activities.refusals import HeldAhead, SayWhyMoved
from navmark.foundation.activities.telling import is_told
from navmark.foundation.cadence.access import duty_here
from navmark.foundation.cadence.queries import open_in
from navmark.foundation.people import queries as people
from navmark.foundation.people.access import open_to
from navmark.foundation.people.models import Person, Unit
from navmark.foundation.people.on_behalf import whose
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.ui.refusals import Refusal
from navmark.pillars.demonstration.branch_life import access, actions, kinds
from navmark.pillars.demonstration.branch_life.arranging import of_kinds, of_units
from navmark.pillars.demonstration.branch_life.forms.planning import CancelForm, PlanForm
from navmark.pillars.demonstration.branch_life.planning import companions, planned_for, suggest


def units_for(viewer: Viewer, kind: Kind, asked: str) -> list[Unit]:
    """The units for which the viewer plans this kind; one alone when it is asked for."""
    units = access.units_to_plan(viewer, kind)
    wanted = [unit for unit in units if str(unit.pk) == asked]
    if not units:
        raise Http404
    if asked and not wanted and _is_elsewhere(kind, asked, viewer):
        raise PermissionDenied
    return wanted or units


def _is_elsewhere(kind: Kind, asked: str, viewer: Viewer) -> bool:
    """Another group or branch than hers. A talk is asked for by its member, which says nothing about the branch."""
    if kind.unit_kind == kinds.PARTY_GROUP:
        return True
    return asked in {str(branch.pk) for branch in people.branches(viewer.on)}


def people_for(unit: Unit, viewer: Viewer) -> list[Person]:
    branch = people.branch_of(unit)
    members = list(people.members_on(branch, viewer.on))
    clerks = [person for person in people.clerks(branch, viewer.on) if person not in members]
    return people.in_reading_order([*members, *clerks], viewer.on)


@open_to()
@require_GET
def choose(request: HttpRequest) -> HttpResponse:
    """Which kind of meeting? One decision a page."""
    viewer: Viewer = request.viewer
    units = {kind.unit_kind: access.units_to_plan(viewer, kind) for kind in _one_of_each(access.plannable(viewer))}
    own = {unit.pk: unit for some in units.values() for unit in some}
    # A small branch has no Party groups: what has nowhere to be held is not offered.
    offered = [kind for kind in access.plannable(viewer) if kind.code == kinds.TALK or units[kind.unit_kind]]
    return render(request, "branch_life/choose.html", {"choices": of_kinds(viewer, offered, list(own.values()))})


def _one_of_each(offered: list[Kind]) -> list[Kind]:
    """For each kind of unit one kind of meeting: whoever plans one of a branch plans all of them."""
    return list({kind.unit_kind: kind for kind in offered if kind.code != kinds.TALK}.values())


@open_to()
@require_GET
def for_duty(request: HttpRequest, duty: UUID) -> HttpResponse:
    """From a duty on the Today page straight to the plan of what fulfils it, filled in."""
    row = duty_here(duty)
    kind = row.cadence.activity_kind if row.cadence else None
    if kind is None:
        raise Http404
    access.kind_to_plan(request.viewer, kind)
    return redirect_to_plan(kind, unit=row.subject_id, opens_on=row.opens_on, due_on=row.due_on)


def redirect_to_plan(kind: str, **query: Any) -> HttpResponse:
    return redirect(reverse("branch_life:plan", args=[kind], query={key: str(value) for key, value in query.items()}))


@open_to()
@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest, kind: str) -> HttpResponse:
    viewer = request.viewer
    chosen = access.kind_to_plan(viewer, kind)
    unit, *others = units_for(viewer, chosen, request.GET.get("unit", ""))
    if others:  # first: which group, which branch?
        context = {"kind": chosen, "choices": of_units(viewer, chosen, [unit, *others])}
        return render(request, "branch_life/choose_unit.html", context)
    period = _period_asked(request) or _period_owed(kind, unit, viewer)
    initial = _initial(kind, unit, period[1] if period else None) | {"one": viewer.person.pk}
    form = PlanForm(
        request.POST or None, kind=kind, unit=unit, people=people_for(unit, viewer), initial=initial,
        planner=_bound(viewer, unit), on=viewer.on,
    )  # fmt: skip
    found: list[Doubt] = []
    if request.method == "POST" and form.is_valid():
        ready = form.plan()
        found = [] if "sure" in request.POST else doubts(ready, viewer, period=_period_asked(request))
        if not found:
            behalf = whose(viewer, ready.host)  # it follows from the plan
            activity = actions.arrange(ready, by=viewer.person, at=timezone.now(), on_behalf_of=behalf)
            return redirect("branch_life:meeting", pk=activity.pk)
    return _plan_page(request, form, kind=chosen, unit=unit, activity=None, doubts=found)


def _plan_page(request: HttpRequest, form: PlanForm, **context: Any) -> HttpResponse:
    is_refused = bool(form.errors or context["doubts"])
    return render(request, "branch_life/plan.html", {"form": form, **context}, status=422 if is_refused else 200)


Period = tuple[date, date | None]


def _period_asked(request: HttpRequest) -> Period | None:
    """That of the duty from which one came."""
    first, last = (_day(request.GET.get(name, "")) for name in ("opens_on", "due_on"))
    return (first or last, last) if first or last else None  # type: ignore[return-value]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _period_owed(kind: str, unit: Unit, viewer: Viewer) -> Period | None:
    """What is owed now comes before what is owed later."""
    duty = open_in(kind, unit.pk, on=viewer.on)
    if duty is None or duty.due_on is None or planned_for(kind, unit.pk, duty.opens_on, duty.due_on):
        return None
    return duty.opens_on, duty.due_on


def _bound(viewer: Viewer, unit: Unit) -> Person | None:
    """Who has to be one of the two in a talk that she arranges; the secretary arranges for others of her branch too."""
    return None if viewer.is_in(unit, "secretary") else viewer.person


def _initial(kind: str, unit: Unit, due_on: date | None) -> dict[str, Any]:
    ready = suggest(kind, unit, now=timezone.now(), due_on=due_on)
    start, end = timezone.localtime(ready.starts_at), timezone.localtime(ready.ends_at)
    return {
        "title": ready.title,
        "day": start.date(),
        "start": start.time(),
        "end": end.time(),
        "place": ready.place,
        "host": ready.host.pk if ready.host else None,
        "recorder": ready.recorder.pk if ready.recorder else None,
        **_numbers(kind, ready.numbers),
    }


def _numbers(kind: str, numbers: Mapping[str, int]) -> dict[str, int]:
    """As the form calls them: `number` is that of the first part."""
    return {"number" if code == kind else f"number_{code}": number for code, number in numbers.items()}


@open_to()
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Correct a plan; what was marked and written stays."""
    viewer = request.viewer
    activity = activities.kept_by(viewer, access.meeting(viewer, pk).pk)
    first = activity.parts.first()
    form = PlanForm(
        request.POST or None, kind=first.kind, unit=activity.unit, people=people_for(activity.unit, viewer),
        initial=_joined(_as_planned(activity), request, first.kind), planner=_bound(viewer, activity.unit), on=viewer.on,
        planned=[part.kind for part in activity.parts.all()], held=activity_actions.was_held(activity),
    )  # fmt: skip
    found: list[Doubt] = []
    if request.method == "POST" and form.is_valid():
        ready, at = form.plan(), timezone.now()
        found = [] if "sure" in request.POST else doubts(ready, viewer, activity=activity)
        try:
            if not found:
                actions.rearrange(activity, ready, by=viewer.person, at=at, because=form.cleaned_data.get("because", ""))
                return _after_change(activity, at=at)
        except SayWhyMoved as refusal:
            form.add_error("because", str(refusal))
        except HeldAhead as refusal:
            form.add_error("day", str(refusal))
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    return _plan_page(request, form, kind=kinds.by_code(first.kind), unit=activity.unit, activity=activity, doubts=found)


def _after_change(before: Activity, *, at: datetime) -> HttpResponse:
    """Who moved what lies ahead finds the text for the group; everybody else has been told."""
    now = Activity.fresh(before.pk)
    if is_told(now, before=before, at=at) and not now.is_private:
        return redirect(reverse("branch_life:copy", args=[now.pk], query={"moved": "1"}))
    return redirect("branch_life:meeting", pk=now.pk)


def _joined(planned: dict[str, Any], request: HttpRequest, kind: str) -> dict[str, Any]:
    """What was planned for the same hour is ticked, to be held in this gathering."""
    joins = request.GET.get("join", "")
    if joins in {one.code for one in companions(kind)} - set(planned["together"]):
        planned |= {"together": [*planned["together"], joins], f"topic_{joins}": request.GET.get("topic", "")[:200]}
    return planned


def _as_planned(activity: Activity) -> dict[str, Any]:
    start = timezone.localtime(activity.starts_at)
    parts = list(activity.parts.all())
    first, *others = parts
    both = [row.person_id for row in activity.roll.filter(expected=True)] if first.kind == kinds.TALK else []
    chosen = sorted(both, key=lambda pk: pk != activity.host_id)
    one, other = [*chosen, None, None][:2]
    return {
        "title": activity.title,
        "day": start.date(),
        "start": start.time(),
        "end": timezone.localtime(activity.ends_at).time() if activity.ends_at else None,
        "place": activity.place,
        "topic": first.topic,
        "host": activity.host_id,
        "recorder": activity.recorder_id,
        "together": [part.kind for part in others],
        **{f"topic_{part.kind}": part.topic for part in others},
        **_numbers(first.kind, _numbers_of(activity, parts)),
        "tags": "、".join(tag.label for tag in activity.tags.all()),
        "one": one,
        "other": other,
    }


def _numbers_of(activity: Activity, parts: list[Part]) -> dict[str, int]:
    """Those the parts have; the next ones for what is not ticked."""
    codes = [parts[0].kind, *(one.code for one in companions(parts[0].kind))]
    own = {part.kind: part.number for part in parts if part.number}
    return next_numbers(codes, activity.unit, activity.day.year) | own


@open_to()
@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, pk: UUID) -> HttpResponse:
    viewer = request.viewer
    activity = activities.kept_by(viewer, access.meeting(viewer, pk).pk)
    form = CancelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.call_off(activity, because=form.cleaned_data["because"], by=viewer.person, at=timezone.now())
            messages.success(request, _("Cancelled. What was due is due again."))
            if not activity.is_private and activity.starts_at > timezone.now():
                return redirect("branch_life:copy", pk=activity.pk)
            return redirect(settings.LOGIN_REDIRECT_URL)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    return render(request, "branch_life/cancel.html", {"form": form, "activity": activity}, status=422 if form.errors else 200)
