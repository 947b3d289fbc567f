"""Submitting a record, lifting a finding, sending it back, amending it. Locking freezes the printed facts: the mechanism's."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from navmark.foundation.activities import access as activities
from navmark.foundation.activities.refusals import Refusal
from navmark.foundation.activities.views import page_of
from navmark.foundation.people.access import open_to
from navmark.foundation.people.on_behalf import whose
from navmark.foundation.proceedings import access
from navmark.foundation.proceedings.actions import locking
from navmark.foundation.proceedings.forms import AmendmentForm, ReasonForm, SeparateForm
from navmark.foundation.proceedings.queries import minutes_of


@open_to()
@require_POST
def submit(request: HttpRequest, pk: UUID) -> HttpResponse:
    minutes = access.minutes_to_write(request.viewer, pk)
    activity = minutes.activity
    behalf = whose(request.viewer, activity.recorder, activity.host)  # it follows from the meeting
    try:
        locking.submit(minutes, by=request.viewer.person, at=timezone.now(), on_behalf_of=behalf)
        messages.success(request, _("The record is complete. A second person can lock it now."))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(f"{page_of(minutes.activity)}#self-check")


@open_to()
@require_POST
def reopen(request: HttpRequest, pk: UUID) -> HttpResponse:
    minutes = access.minutes_to_write(request.viewer, pk)
    try:
        locking.reopen(minutes, by=request.viewer.person, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(page_of(minutes.activity))


@open_to()
@require_POST
def send_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    minutes = access.minutes_to_lock(request.viewer, pk)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say what has to be corrected."))
        return redirect(page_of(minutes.activity))
    try:
        locking.send_back(minutes, reason=form.cleaned_data["reason"], by=request.viewer.person, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(page_of(minutes.activity))


@open_to()
@require_POST
def waive(request: HttpRequest, pk: UUID, finding: str) -> HttpResponse:
    activity = activities.activity_for(request.viewer, pk)
    minutes = minutes_of(activity)
    form = ReasonForm(request.POST)
    if not form.is_valid() or not access.may_lock(request.viewer, activity, minutes):
        messages.error(request, _("A finding is lifted by a second person, with a reason."))
        return redirect(f"{page_of(activity)}#self-check")
    try:
        reason = form.cleaned_data["reason"]
        locking.waive(minutes, finding=finding, reason=reason, by=request.viewer.person, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(f"{page_of(activity)}#self-check")


@open_to()
@require_POST
def amend(request: HttpRequest, pk: UUID) -> HttpResponse:
    minutes = access.minutes_to_write(request.viewer, pk)
    form = AmendmentForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Write what the amendment says."))
        return redirect(page_of(minutes.activity))
    try:
        locking.amend(minutes, text=form.cleaned_data["text"], by=request.viewer.person, at=timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(f"{page_of(minutes.activity)}#amendments")


@open_to()
@require_POST
def separate(request: HttpRequest, pk: UUID) -> HttpResponse:
    minutes = access.minutes_to_write(request.viewer, pk)
    form = SeparateForm(request.POST)
    if form.is_valid():
        try:
            number = form.cleaned_data["number"]
            locking.note_separate_record(minutes, number=number, by=request.viewer.person, at=timezone.now())
        except Refusal as refusal:
            messages.error(request, str(refusal))
    return redirect(page_of(minutes.activity))
