"""Submitting a record, lifting a finding, sending it back, amending it. Locking freezes the printed facts: the mechanism's."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from navmark.foundation.activities import access as activities
from navmark.foundation.people.access import open_to
from navmark.foundation.people.on_behalf import whose
from navmark.foundation.proceedings import access
from navmark.foundation.proceedings.actions import locking
from navmark.foundation.proceedings.forms import AmendmentForm, ReasonForm, SeparateForm
from navmark.foundation.proceedings.queries import minutes_of
from navmark.foundation.proceedings.views.pages import attempt, back_to, form_page


@open_to()
@require_POST
def submit(request: HttpRequest, pk: UUID) -> HttpResponse:
    minutes = access.minutes_to_write(request.viewer, pk)
    activity = minutes.activity
    behalf = whose(request.viewer, activity.recorder, activity.host)  # it follows from the meeting
    if attempt(request, lambda by, at: locking.submit(minutes, by=by, at=at, on_behalf_of=behalf)):
        messages.success(request, _("The record is complete. A second person can lock it now."))
    return back_to(activity, "self-check")


@open_to()
@require_POST
def reopen(request: HttpRequest, pk: UUID) -> HttpResponse:
    minutes = access.minutes_to_write(request.viewer, pk)
    attempt(request, lambda by, at: locking.reopen(minutes, by=by, at=at))
    return back_to(minutes.activity)


@open_to()
@require_POST
def send_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    minutes = access.minutes_to_lock(request.viewer, pk)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return form_page(request, minutes.activity, form, _("Say what has to be corrected."))
    attempt(request, lambda by, at: locking.send_back(minutes, reason=form.cleaned_data["reason"], by=by, at=at))
    return back_to(minutes.activity)


@open_to()
@require_POST
def waive(request: HttpRequest, pk: UUID, finding: str) -> HttpResponse:
    activity = activities.activity_for(request.viewer, pk)
    minutes = minutes_of(activity)
    form = ReasonForm(request.POST)
    if form.is_valid() and access.may_lock(request.viewer, activity, minutes):
        reason = form.cleaned_data["reason"]
        attempt(request, lambda by, at: locking.waive(minutes, finding=finding, reason=reason, by=by, at=at))
    else:
        messages.error(request, _("A finding is lifted by a second person, with a reason."))
    return back_to(activity, "self-check")


@open_to()
@require_POST
def amend(request: HttpRequest, pk: UUID) -> HttpResponse:
    minutes = access.minutes_to_write(request.viewer, pk)
    form = AmendmentForm(request.POST)
    if not form.is_valid():
        return form_page(request, minutes.activity, form, _("Write what the amendment says."))
    attempt(request, lambda by, at: locking.amend(minutes, text=form.cleaned_data["text"], by=by, at=at))
    return back_to(minutes.activity, "amendments")


@open_to()
@require_POST
def separate(request: HttpRequest, pk: UUID) -> HttpResponse:
    minutes = access.minutes_to_write(request.viewer, pk)
    form = SeparateForm(request.POST)
    if not form.is_valid():
        return form_page(request, minutes.activity, form, _("Number of the separate record"))
    number = form.cleaned_data["number"]
    attempt(request, lambda by, at: locking.note_separate_record(minutes, number=number, by=by, at=at))
    return back_to(minutes.activity)
