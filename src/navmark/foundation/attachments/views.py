"""Attaching, opening and removing files, for any owner: its own room is asked who may."""

from datetime import datetime
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from navmark.foundation.attachments import access, actions
from navmark.foundation.attachments.forms import FilesForm
from navmark.foundation.attachments.models import Attachment
from navmark.foundation.attachments.owners import owner_kind as owner_of
from navmark.foundation.attachments.responses import shown
from navmark.foundation.people.access import open_to
from navmark.foundation.people.models import Person
from navmark.foundation.ui.refusals import Refusal
from navmark.foundation.ui.steps import TEMPLATE, press
from navmark.foundation.ui.undo import tell_with_undo


@open_to()
@require_http_methods(["GET", "POST"])
def attach(request: HttpRequest, owner_kind: str, owner_id: UUID) -> HttpResponse:
    """Every file that can be kept is kept; the page comes back with those that cannot."""
    owner, page = access.owner_kept_by(request.viewer, owner_kind, owner_id)
    places = owner_of(owner_kind).places(owner)
    form = FilesForm(request.POST, request.FILES, places=places) if request.method == "POST" else FilesForm(places=places)
    if form.is_valid():
        kept = _attach_all(form, owner_kind, owner_id, by=request.viewer.person, at=timezone.now())
        if kept:
            words = ngettext("%(count)s file is attached.", "%(count)s files are attached.", kept)
            messages.success(request, words % {"count": kept})
        if not form.errors:
            return redirect(page)
    context = {"about": owner, "back": page, "form": form, "title": _("Attach files"), "button": _("Attach")}
    return render(request, TEMPLATE, context, status=422 if form.errors else 200)


def _attach_all(form: FilesForm, owner_kind: str, owner_id: UUID, *, by: Person, at: datetime) -> int:
    """How many are kept; the others are named at the field, each with its reason."""
    kept = 0
    for upload in form.cleaned_data["files"]:
        try:
            actions.attach(upload, owner_kind=owner_kind, owner_id=owner_id, by=by, at=at, **form.what)
            kept += 1
        except Refusal as refusal:
            form.add_error("files", _("%(name)s: %(why)s") % {"name": upload.name, "why": refusal})
    return kept


@open_to()  # type: ignore[arg-type]  # a stream is an answer too
@require_GET
def open_file(request: HttpRequest, pk: UUID) -> FileResponse:
    return shown(access.attachment_for(request.viewer, pk))


@open_to()
@require_POST
def remove(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It comes back by one tap, so nobody is asked whether she is sure."""
    attachment, page = access.attachment_kept_by(request.viewer, pk)
    return press(request, partial(_remove, request, attachment), back=page)


def _remove(request: HttpRequest, attachment: Attachment) -> None:
    actions.remove(attachment, by=request.viewer.person, at=timezone.now())
    words = _("The file is removed. For a day it can be brought back.")
    tell_with_undo(request, words, url=reverse("attachments:bring_back", args=[attachment.pk]))


@open_to()
@require_POST
def bring_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    attachment, page = access.attachment_kept_by(request.viewer, pk, removed=True)
    act = partial(actions.bring_back, attachment, by=request.viewer.person, at=timezone.now())
    return press(request, act, back=page, done=_("The file stands there again."))
