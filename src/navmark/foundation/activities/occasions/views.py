"""The page of an occasion: head, count or roll, paper, files, leave, history. Its one red button is the next step."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from navmark.foundation.activities.completing import reopen as open_again
from navmark.foundation.activities.models import Activity, ActivityState
from navmark.foundation.activities.occasions import actions, doors
from navmark.foundation.activities.occasions.forms import HeadCountForm
from navmark.foundation.activities.occasions.page import show
from navmark.foundation.activities.occasions.sight import Sight
from navmark.foundation.activities.occasions.writing import kind_of, written_of
from navmark.foundation.activities.pages import page_of
from navmark.foundation.papers.saving import save
from navmark.foundation.people.access import open_to
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.records.refusals import Completed
from navmark.foundation.ui.standing import stand_in
from navmark.foundation.ui.steps import press


@open_to()
@require_GET
def occasion(request: HttpRequest, pk: UUID) -> HttpResponse:
    return _page(request, doors.occasion(request.viewer, pk))


def _page(request: HttpRequest, activity: Activity, *, counted: HeadCountForm | None = None) -> HttpResponse:
    stand_in(request, "activities:register", kind_of(activity).code)
    return show(request, Sight(request.viewer, activity, edited=request.GET.get("edit")), counted=counted)


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
    actions.note_topic(next(iter(activity.parts.all())))
    return answer


@open_to()
@require_POST
def finish(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Save the count, and complete the record if that is what the button said."""
    viewer: Viewer = request.viewer
    activity = doors.occasion_to_keep(viewer, pk)
    form = HeadCountForm(request.POST)
    if kind_of(activity).is_counted and not form.is_valid():
        return _page(request, activity, counted=form)
    by, at = viewer.person, timezone.now()

    def act() -> None:
        counted = activity
        if kind_of(activity).is_counted:
            due, there = form.cleaned_data["due_count"], form.cleaned_data["there_count"]
            counted = actions.count(activity, due=due, there=there, by=by, at=at)
        actions.finish(counted, by=by, at=at)

    return press(request, act, done=_("The record is complete. It can be printed now."), back=page_of(activity))


@open_to()
@require_POST
def reopen(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write on: what was done with it is due again until it is complete."""
    activity = doors.occasion_to_keep(request.viewer, pk)
    by, at = request.viewer.person, timezone.now()
    return press(request, lambda: open_again(activity, by=by, at=at), back=page_of(activity))
