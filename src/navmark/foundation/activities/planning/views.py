"""Plan an occasion of any kind: the form opens filled in with all that is known, and asks for the rest."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from navmark.foundation.activities import access
from navmark.foundation.activities.doubts import doubts
from navmark.foundation.activities.kinds import Kind, all_kinds
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.occasions.writing import LONGEST_THEME, asked_ahead, edition_of, known_of
from navmark.foundation.activities.pages import page_of
from navmark.foundation.activities.planning import actions, choosing, doors
from navmark.foundation.activities.planning.companions import offered
from navmark.foundation.activities.planning.foreknown import foreknown, going_with, in_turn, still_asked
from navmark.foundation.activities.planning.form import PlanForm
from navmark.foundation.activities.planning.names import names_for, planner_of
from navmark.foundation.activities.planning.repeating import repeat
from navmark.foundation.activities.planning.suggesting import Period, suggest
from navmark.foundation.activities.planning.typed import plan_of
from navmark.foundation.activities.queries import planned_in
from navmark.foundation.cadence.access import duty_here
from navmark.foundation.cadence.queries import open_in
from navmark.foundation.papers.defaults import MONTH, defaults
from navmark.foundation.papers.forms import PaperForm
from navmark.foundation.people.access import open_to
from navmark.foundation.people.models import Unit, UnitKind
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.on_behalf import whose
from navmark.foundation.people.viewer import Viewer


@open_to()
@require_GET
def choose(request: HttpRequest) -> HttpResponse:
    """Which kind? One decision a page."""
    viewer: Viewer = request.viewer
    return render(request, "activities/choose.html", {"choices": choosing.of_kinds(viewer, doors.plannable(viewer))})


@open_to()
@require_GET
def for_duty(request: HttpRequest, duty: UUID) -> HttpResponse:
    """From what is due straight to the plan of what does it, filled in."""
    row = duty_here(duty)
    if row.cadence is None:
        raise Http404
    one = doors.kind_to_plan(request.viewer, row.cadence.activity_kind)
    if one.is_line:
        return redirect(reverse("activities:lines", args=[one.code], query={"month": f"{row.opens_on:%Y-%m}"}))
    query = {"unit": str(row.subject_id), "opens_on": str(row.opens_on), "due_on": str(row.due_on)}
    whole = _gathering_of(request.viewer, one)
    query |= {"join": one.code} if whole != one else {}
    return redirect(reverse("activities:plan", args=[whole.code], query=query))


def _gathering_of(viewer: Viewer, one: Kind) -> Kind:
    """What usually is a part of another is planned with that, where she plans it too; else by itself."""
    wholes = (kind for kind in all_kinds() if kind.code in one.joins and kind.is_open_on(viewer.on))
    return next((whole for whole in wholes if access.may_plan(viewer, whole)), one)


@open_to()
@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest, kind: str) -> HttpResponse:
    viewer: Viewer = request.viewer
    one = doors.kind_to_plan(viewer, kind)
    unit, *others = doors.units_to_plan(viewer, one, request.GET.get("unit", ""))
    if others:  # first: which group, which class?
        choices = choosing.of_units(viewer, one, [unit, *others])
        context = {"kind": one, "choices": choices, "what": UnitKind(one.unit_kind).label}
        return render(request, "activities/choose_unit.html", context)
    form, day = _filled_in(request, one, unit)
    turns = foreknown(one, unit, day) if one.is_data else {}
    paper = _paper_form(request, one, unit, day, turns) if one.is_data else None
    found = []
    if request.method == "POST" and _are_valid(form, paper):
        planned, at = plan_of(form), timezone.now()
        found = [] if "sure" in request.POST else doubts(planned, viewer, period=_asked(request))
        if not found:
            until = form.cleaned_data.get("until")
            given = paper.given if paper else None
            behalf = whose(viewer, planned.host)  # it follows from the plan
            made = actions.arrange(planned, given, by=viewer.person, at=at, on_behalf_of=behalf)
            more = repeat(planned, until, by=viewer.person, at=at, on_behalf_of=behalf) if until else []
            if more:
                messages.success(request, _("Planned: %(count)s, each by itself.") % {"count": len(more) + 1})
            return redirect(page_of(made))
    in_hand = [*_in_hand(one, unit, day, turns), *going_with(one, unit, day), *_in_parts(form, day)]
    return plan_page(request, form, paper=paper, kind=one, unit=unit, doubts=found, activity=None, in_hand=in_hand)


def _in_hand(one: Kind, unit: Unit, day: date, turns: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What the turns of its paper answer."""
    return in_turn(edition_of(one).description, turns, known_of(unit, day)) if turns else []


def _in_parts(form: PlanForm, day: date) -> Iterator[tuple[str, str]]:
    """The same of what may be held with it, under its name."""
    for one in form.offered:
        turns = foreknown(one, form.unit, day) if one.is_data else {}
        yield from ((f"{one.title} · {label}", words) for label, words in _in_hand(one, form.unit, day, turns))


def _filled_in(request: HttpRequest, one: Kind, unit: Unit) -> tuple[PlanForm, date]:
    """The form with what is known, and the day that it proposes."""
    viewer: Viewer = request.viewer
    ready = suggest(one, unit, by=viewer.person, now=timezone.now(), period=_asked(request) or _owed(one, unit, viewer))
    initial = {
        "title": ready.title, "day": ready.day, "start": ready.start, "end": ready.end, "place": ready.place,
        "host": _pk(ready.hands.host), "recorder": _pk(ready.hands.recorder), "one": viewer.person.pk,
        **numbered(one, ready.numbers),
    }  # fmt: skip
    together = offered(viewer, one, unit)
    initial = joined(initial, request, together)
    names = names_for(one, unit, on=viewer.on, also=(ready.hands.host, ready.hands.recorder))
    form = PlanForm(
        request.POST or None, kind=one, unit=unit, names=names, initial=initial, planner=planner_of(viewer, one, unit),
        on=viewer.on, together=together,
    )  # fmt: skip
    form.ask_how_long()
    return form, ready.day


def joined(planned: dict[str, Any], request: HttpRequest, together: Sequence[Kind]) -> dict[str, Any]:
    """What one came to add is ticked, to be held in this gathering."""
    joins, there = request.GET.get("join", ""), planned.get("together", [])
    if joins in {one.code for one in together} - set(there):
        planned |= {"together": [*there, joins], f"topic_{joins}": request.GET.get("topic", "")[:LONGEST_THEME]}
    return planned


def _pk(one: Any) -> Any:
    return one.pk if one is not None else None


def _are_valid(*forms: Any) -> bool:
    """All are asked, so that everything that is wrong is said at once."""
    answers = [form.is_valid() for form in forms if form is not None]
    return all(answers)


def plan_page(request: HttpRequest, form: PlanForm, *, unit: Unit, activity: Activity | None, **context: Any) -> HttpResponse:
    paper = context.get("paper")
    refused = bool(form.errors or (paper and paper.errors) or context["doubts"])
    context |= {"form": form, "unit": unit, "activity": activity, "where": name_on(unit, activity.day if activity else form.on)}
    context["back"] = page_of(activity) if activity else reverse("activities:choose")
    return render(request, "activities/plan.html", context, status=422 if refused else 200)


def _paper_form(request: HttpRequest, one: Kind, unit: Unit, on: date, turns: Mapping[str, Any]) -> PaperForm:
    description = still_asked(asked_ahead(edition_of(one).description, on), turns)
    known = known_of(unit, on)
    values = defaults(description, {"unit": unit, "day": on, MONTH: turns}, known)
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
    """What is owed now comes before what is owed later; what is arranged for it already asks for nothing."""
    duty = open_in(one.code, unit.pk, on=viewer.on)
    if duty is None or duty.due_on is None or planned_in(one.code, unit.pk, duty.opens_on, duty.ends_on or duty.due_on):
        return None
    return duty.opens_on, duty.due_on


def numbered(one: Kind, numbers: Mapping[str, int]) -> dict[str, int]:
    """As the form calls them: `number` is that of the first part."""
    return {"number" if code == one.code else f"number_{code}": number for code, number in numbers.items()}
