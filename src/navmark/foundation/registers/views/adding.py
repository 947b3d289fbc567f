"""A new entry opens filled in with what is known, or with what it comes from, and asks what its paper needs at once."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from navmark.foundation.cadence.access import duty_here
from navmark.foundation.cadence.sweeping import counts_for
from navmark.foundation.links.linkable import Linked, linkables
from navmark.foundation.papers.defaults import defaults
from navmark.foundation.papers.description import Description
from navmark.foundation.papers.fields import BEFORE, NEVER, PaperField
from navmark.foundation.papers.forms import PaperForm
from navmark.foundation.papers.knowing import known_here
from navmark.foundation.papers.known import Known
from navmark.foundation.papers.queries import newest
from navmark.foundation.people.access import open_to
from navmark.foundation.people.models import Unit
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access, actions, heads
from navmark.foundation.registers.closing import ClosesForm, closable_at_once
from navmark.foundation.registers.files import OF, page_of, where_written
from navmark.foundation.registers.linked import origin_of
from navmark.foundation.registers.models import Entry, Register
from navmark.foundation.registers.queries import first_context, last_time
from navmark.foundation.registers.tagging import on_from
from navmark.foundation.ui.refusals import Refusal
from navmark.foundation.ui.steps import refuse


@open_to()
@require_GET
def for_duty(request: HttpRequest, duty: UUID) -> HttpResponse:
    """From what is due straight to what is to be written, of its unit and period."""
    row = duty_here(duty)
    kind = row.cadence.activity_kind if row.cadence else ""
    if not kind.startswith(OF):
        raise Http404
    one = access.register_to_read(request.viewer, kind.removeprefix(OF))
    if row.subject_id not in {unit.pk for unit in access.units_to_add_for(request.viewer, one)}:
        raise PermissionDenied
    on = request.viewer.on
    day = on if counts_for(row, on) else max(row.opens_on, min(on, row.due_on or on))
    query = {"unit": str(row.subject_id), "day": day.isoformat()}
    return redirect(reverse("registers:add", args=[one.code], query=query))


@open_to()
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, register: str) -> HttpResponse:
    viewer: Viewer = request.viewer
    one = access.register_to_read(viewer, register)
    origin = origin_of(viewer, one, request.GET.get("from", ""))
    units = access.units_to_add_for(viewer, one)
    unit = _unit_of(request, units, origin)
    if unit is None:
        came = {key: request.GET[key] for key in ("from", "tag", "after") if key in request.GET}
        choices = [(name_on(place, viewer.on), f"?{urlencode({'unit': place.pk, **came})}") for place in units]
        return render(request, "registers/choose_unit.html", {"register": one, "choices": choices}, status=200 if units else 403)
    about, at_once = known_here(viewer.on, unit=unit), _at_once(one, viewer)
    name = heads.naming(one, at_once)
    serves = request.GET.get("tag", "")
    first = heads.at_first(one, viewer.person, _day(request, viewer.on), origin, serves=serves)
    head = head_form(request, one, first, about, is_new=True, name=name)
    paper = _paper_form(request, one, at_once, unit, origin, about)
    closes = ClosesForm(request.POST or None, closable=closable_at_once(viewer, one, origin))
    if request.method == "POST" and head.is_valid() and paper.is_valid() and closes.is_valid():
        said, hands = heads.head_from(one, head.given, unit, otherwise=heads.begun(paper.given[name.key]) if name else "")
        by, at = viewer.person, timezone.now()
        act = partial(actions.add, one, said, paper.given, hands=hands, origin=origin, closes=closes.chosen, by=by, at=at)
        if made := tried(head, act):
            if to_carry := on_from(made, request.GET.get("after", "")):
                return redirect(to_carry)
            return redirect(where_written(made) if _asks_more(made, viewer.on) else page_of(made))
    context = {
        "register": one,
        "head": head,
        "paper": paper,
        "closes": closes,
        "where": name_on(unit, viewer.on),
        "origin": origin,
    }
    context["within"] = [part for kind in linkables() for part in kind.within(viewer, origin)] if origin else []
    return render(request, "registers/add.html", context, status=422 if head.errors or paper.errors else 200)


def _day(request: HttpRequest, on: date) -> date:
    """That of which one came, else today."""
    try:
        return date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        return on


def _unit_of(request: HttpRequest, units: list[Unit], origin: Linked | None) -> Unit | None:
    """Which was chosen, whose the thing is that it comes from, or the only one."""
    wanted = request.GET.get("unit") or (str(origin.unit) if origin else "")
    return next((unit for unit in units if str(unit.pk) == wanted), None) or (units[0] if len(units) == 1 else None)


def head_form(
    request: HttpRequest, one: Register, values: Any, about: Known, *, is_new: bool = False, name: PaperField | None = None
) -> PaperForm:
    carried = () if is_new else values.get(heads.TAGS, ())
    asked = heads.asked_of(one, on=about.on, named_by=name.name if name else "", is_new=is_new, carried=carried)
    return PaperForm(request.POST or None, description=asked, values=values, known=about, due=BEFORE, prefix="head")


def _at_once(one: Register, viewer: Viewer) -> Description:
    """What the paper asks before anything else: the rest waits for its page."""
    paper = newest(one.paper)
    whole = paper.description if paper else Description(())
    return whole.only(field for field in whole.on(viewer.on) if field.required == BEFORE and field.is_typed)


def _asks_more(made: Entry, on: date) -> bool:
    """Whether its paper also asks what neither adding it nor a step does."""
    paper = newest(made.register.paper)
    return paper is not None and any(one.is_asked and one.required == NEVER for one in paper.description.on(on))


def _paper_form(
    request: HttpRequest, one: Register, at_once: Description, unit: Unit, origin: Linked | None, about: Known
) -> PaperForm:
    viewer, last = request.viewer, last_time(one, unit, at_once)
    context = first_context(unit, origin.day if origin else viewer.on, viewer.person, origin, last=last)
    values = defaults(at_once, context, about)
    return PaperForm(request.POST or None, description=at_once, values=values, known=about, due=BEFORE, prefix="paper")


def tried(form: PaperForm, act: Callable[[], Entry]) -> Entry | None:
    """What was done; else its refusal stands at its field."""
    try:
        return act()
    except Refusal as refusal:
        refuse(form, refusal)
        return None
