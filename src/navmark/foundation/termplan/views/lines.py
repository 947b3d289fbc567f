"""The keeper's lines: written, changed, taken out, put back."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from navmark.foundation.almanac.queries import school_calendar
from navmark.foundation.audit.queries import history_of
from navmark.foundation.people.access import open_to
from navmark.foundation.people.on_behalf import deeds
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.termplan import access, actions
from navmark.foundation.termplan.columns import Columns
from navmark.foundation.termplan.forms import NO_COLUMN, PlanLineForm, initial_of
from navmark.foundation.termplan.models import PlanLine
from navmark.foundation.termplan.weeks import term_called, week_at, weeks_of
from navmark.foundation.ui.steps import press, step, took


def _form(request: HttpRequest, line: PlanLine | None, initial: dict[str, Any]) -> PlanLineForm:
    """Of the term of that week, or of today's."""
    viewer: Viewer = request.viewer
    calendar = school_calendar()
    term = term_called(calendar, str(initial["week"]).rpartition("-W")[0], viewer.on)
    weeks, columns = weeks_of(term, calendar.work), Columns.read().offered_on(viewer.on)
    keys = [week.key for week in weeks]
    if initial["week"] not in keys:  # of today, or of a term that became shorter
        initial["week"] = keys[-1] if line else keys[week_at(weeks, viewer.on)]
    if line and line.column and line.column not in columns:
        columns = [*columns, line.column]
    owner = line.owner if line else None
    return PlanLineForm(request.POST or None, initial=initial, weeks=weeks, columns=columns, on=viewer.on, owner=owner)


def _as_last(viewer: Viewer) -> str:
    """The column into which she wrote last."""
    line = PlanLine.objects.filter(made_by=viewer.person.pk).select_related("column").order_by("made_at").last()
    return line.column.code if line and line.column else NO_COLUMN


def _page(line: PlanLine) -> str:
    return reverse("termplan:week", args=[line.week])


@open_to(*access.PLAN_KEEPERS)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    viewer: Viewer = request.viewer
    asked = {"week": request.GET.get("week", ""), "column": request.GET.get("column") or _as_last(viewer)}
    form = _form(request, None, asked)

    def act() -> PlanLine:
        return actions.add(form.said(), by=viewer.person, at=timezone.now())

    back = reverse("termplan:plan")
    title, done = _("Write into the term plan"), _("It stands in the plan.")
    return step(request, form, act, title=title, back=back, then=_page, done=done)


@open_to(*access.PLAN_KEEPERS)
@require_http_methods(["GET", "POST"])
def line(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Its words, changed in place; its history; out, or back."""
    viewer: Viewer = request.viewer
    row = access.line_here(pk)
    form = _form(request, row, initial_of(row))

    def act() -> PlanLine:
        return actions.change(row, form.said(), by=viewer.person, at=timezone.now())

    if request.method == "POST" and form.is_valid() and took(form, act):
        return redirect(reverse("termplan:week", args=[form.cleaned_data["week"]]))
    context = {"line": row, "form": form, "history": deeds(history_of(row).order_by("-at")), "back": _page(row)}
    return render(request, "termplan/line.html", context, status=422 if form.errors else 200)


@open_to(*access.PLAN_KEEPERS)
@require_POST
def remove(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = access.line_here(pk)
    done = _("Taken out. It can be put back here.")
    page = reverse("termplan:line", args=[pk])
    return press(request, lambda: actions.remove(row, by=request.viewer.person, at=timezone.now()), back=page, done=done)


@open_to(*access.PLAN_KEEPERS)
@require_POST
def put_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = access.line_here(pk)
    done = _("It stands in the plan again.")
    return press(request, lambda: actions.put_back(row, by=request.viewer.person, at=timezone.now()), back=_page(row), done=done)
