"""The page of an occasion: head, count or roll, paper, files, leave, history. Its one red button is the next step."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from navmark.foundation.activities import access
from navmark.foundation.activities.completing import reopen as open_again
from navmark.foundation.activities.models import Activity, ActivityState
from navmark.foundation.activities.occasions import actions, doors
from navmark.foundation.activities.occasions.forms import CountForm
from navmark.foundation.activities.occasions.writing import kind_of, lacks, written_of
from navmark.foundation.activities.roll import Rolls
from navmark.foundation.activities.views import leave_form
from navmark.foundation.attachments.box import files_box
from navmark.foundation.audit.queries import history_of
from navmark.foundation.papers.on_page import shown
from navmark.foundation.papers.saving import form_of, save
from navmark.foundation.people.access import open_to
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.on_behalf import deeds
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.records.refusals import Completed
from navmark.foundation.ui.refusals import Refusal

OWNER = "activities.activity"


@open_to()
@require_GET
def occasion(request: HttpRequest, pk: UUID) -> HttpResponse:
    return _page(request, doors.occasion(request.viewer, pk))


def _page(request: HttpRequest, activity: Activity, *, counted: CountForm | None = None) -> HttpResponse:
    viewer: Viewer = request.viewer
    keeps, at = access.may_keep(viewer, activity), timezone.now()
    one = kind_of(activity)
    writes = keeps and activity.completed_at is None and activity.state != ActivityState.CANCELLED
    answers, known = written_of(activity)
    context: dict[str, Any] = {
        "activity": activity, "kind": one, "keeps": keeps, "writes": writes, "begun": at >= activity.starts_at,
        "number": next(iter(activity.parts.all())).number, "where": name_on(activity.unit, activity.day),
        "state": _state(activity, begun=at >= activity.starts_at), "files": _files(activity, keeps=keeps),
        "history": deeds(history_of(activity).order_by("-at")), "refused": counted is not None,
        "missing": list(lacks(activity, answers, known)) if writes else [],
    }  # fmt: skip
    if answers is not None:
        shows = shown(answers.edition.description, answers.values, known, sealed=keeps)
        context |= {"paper": form_of(answers, known, sealed=keeps) if writes else None, "shown": shows}
    if one.is_counted:
        initial = {"due_count": activity.due_count, "there_count": activity.there_count}
        context["counted"] = counted or CountForm(initial=initial)
    else:
        context |= {"whole": Rolls(activity).whole(), "leave_form": leave_form(viewer, activity)}
    return render(request, "activities/occasion.html", context, status=422 if counted is not None else 200)


def _state(activity: Activity, *, begun: bool) -> tuple[str, str]:
    """(code, words) of its chip."""
    if activity.state == ActivityState.CANCELLED:
        return "excused", _("cancelled")
    if activity.completed_at is not None:
        return "done", _("complete")
    return ("record", _("record open")) if begun else ("coming", _("planned"))


def _files(activity: Activity, *, keeps: bool) -> Any:
    return files_box(OWNER, activity.pk, keeps=keeps, closed_at=activity.closed_at, at=timezone.now())


@open_to()
@require_POST
def write(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The paper saves itself."""
    activity = doors.occasion_to_keep(request.viewer, pk)
    answers, known = written_of(activity)
    page = reverse("activities:occasion", args=[activity.pk])
    if answers is None or activity.completed_at is not None or activity.state == ActivityState.CANCELLED:
        if "X-Autosave" in request.headers:
            return HttpResponse(str(Completed()), status=422, content_type="text/plain; charset=utf-8")
        messages.error(request, str(Completed()))
        return redirect(page)
    answer = save(request, answers, known, title=activity.title, page=page, by=request.viewer.person, at=timezone.now())
    actions.note_topic(activity)
    return answer


@open_to()
@require_POST
def finish(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Save the count, and complete the record if that is what the button said."""
    viewer: Viewer = request.viewer
    activity = doors.occasion_to_keep(viewer, pk)
    form = CountForm(request.POST)
    if kind_of(activity).is_counted and not form.is_valid():
        return _page(request, activity, counted=form)
    by, at = viewer.person, timezone.now()
    try:
        if kind_of(activity).is_counted:
            due, there = form.cleaned_data["due_count"], form.cleaned_data["there_count"]
            activity = actions.count(activity, due=due, there=there, by=by, at=at)
        actions.finish(activity, by=by, at=at)
        messages.success(request, _("The record is complete. It can be printed now."))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("activities:occasion", pk=activity.pk)


@open_to()
@require_POST
def reopen(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write on: what was done with it is due again until it is complete."""
    activity = doors.occasion_to_keep(request.viewer, pk)
    try:
        open_again(activity, by=request.viewer.person, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("activities:occasion", pk=activity.pk)
