"""Submitting a record, lifting a finding, sending it back, locking and amending it, whatever it is about."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from navmark.foundation.people.access import open_to
from navmark.foundation.people.on_behalf import whose
from navmark.foundation.records import access
from navmark.foundation.records.actions import signing
from navmark.foundation.records.forms import AmendmentForm, ReasonForm, SeparateForm
from navmark.foundation.records.kinds import record_kind
from navmark.foundation.records.models import Record
from navmark.foundation.ui.steps import press, step


@open_to()
@require_POST
def submit(request: HttpRequest, owner_kind: str, owner_id: UUID) -> HttpResponse:
    record = access.record_to_write(request.viewer, owner_kind, owner_id)
    by, at = request.viewer.person, timezone.now()
    behalf = whose(request.viewer, *record_kind(owner_kind).writers(record.owner))  # it follows from the record
    return press(
        request,
        lambda: signing.submit(record, by=by, at=at, on_behalf_of=behalf),
        done=_("The record is complete. A second person can lock it now."),
        back=_page(record, "self-check"),
    )


@open_to()
@require_POST
def reopen(request: HttpRequest, owner_kind: str, owner_id: UUID) -> HttpResponse:
    record = access.record_to_write(request.viewer, owner_kind, owner_id)
    by, at = request.viewer.person, timezone.now()
    return press(request, lambda: signing.reopen(record, by=by, at=at), back=_page(record))


@open_to()
@require_POST
def send_back(request: HttpRequest, owner_kind: str, owner_id: UUID) -> HttpResponse:
    record = access.record_to_lock(request.viewer, owner_kind, owner_id)
    title = _("Say what has to be corrected.")
    return _written(request, record, ReasonForm(request.POST), signing.send_back, title=title)


@open_to()
@require_POST
def lock(request: HttpRequest, owner_kind: str, owner_id: UUID) -> HttpResponse:
    """The second signature: what is printed from now on is frozen here."""
    record = access.record_to_lock(request.viewer, owner_kind, owner_id)
    by, at = request.viewer.person, timezone.now()
    return press(
        request,
        lambda: signing.lock(record, by=by, at=at),
        done=_("The record is locked. It can be printed and signed now."),
        back=_page(record),
        then=record_kind(owner_kind).locked_page(record.owner),
    )


@open_to()
@require_POST
def waive(request: HttpRequest, owner_kind: str, owner_id: UUID, finding: str) -> HttpResponse:
    record = access.record_seen_by(request.viewer, owner_kind, owner_id)
    form, by, at = ReasonForm(request.POST), request.viewer.person, timezone.now()
    back = _page(record, "self-check")
    if not form.is_valid() or not access.may_lock(request.viewer, record):
        messages.error(request, _("A finding is lifted by a second person, with a reason."))
        return redirect(back)
    reason = form.cleaned_data["reason"]
    return press(request, lambda: signing.waive(record, finding=finding, reason=reason, by=by, at=at), back=back)


@open_to()
@require_POST
def amend(request: HttpRequest, owner_kind: str, owner_id: UUID) -> HttpResponse:
    record = access.record_to_write(request.viewer, owner_kind, owner_id)
    return _written(
        request,
        record,
        AmendmentForm(request.POST),
        signing.amend,
        title=_("Write what the amendment says."),
        anchor="amendments",
    )


@open_to()
@require_POST
def separate(request: HttpRequest, owner_kind: str, owner_id: UUID) -> HttpResponse:
    record = access.record_to_write(request.viewer, owner_kind, owner_id)
    return _written(
        request, record, SeparateForm(request.POST), signing.note_separate_record, title=_("Number of the separate record")
    )


def _written(
    request: HttpRequest, record: Record, form: Form, act: Callable[..., object], *, title: str, anchor: str = ""
) -> HttpResponse:
    """One field about the record: what it says is the act's keyword of the same name."""
    by, at = request.viewer.person, timezone.now()
    back = _page(record, anchor)
    return step(request, form, lambda: act(record, **form.cleaned_data, by=by, at=at), title=title, back=back, about=record.owner)


def _page(record: Record, anchor: str = "") -> str:
    page = record_kind(record.owner_kind).page(record.owner)
    return f"{page}#{anchor}" if anchor else page
