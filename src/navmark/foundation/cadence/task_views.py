"""What one person is to do: done, or to do again."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from navmark.foundation.cadence import access, tasks
from navmark.foundation.cadence.models import Duty
from navmark.foundation.people.access import open_to
from navmark.foundation.people.models import Person
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.ui.undo import tell_with_undo


@open_to()
@require_POST
def complete(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A task is done; the clerk may say so for its owner."""
    viewer = request.viewer
    duty = access.task_to_complete(viewer, pk)
    tasks.complete(duty, on=viewer.on, by=viewer.person, at=timezone.now(), on_behalf_of=_owner_not(viewer, duty))
    tell_with_undo(request, _("Done."), url=reverse("cadence:reopen", args=[duty.pk]))
    return redirect(settings.LOGIN_REDIRECT_URL)


@open_to()
@require_POST
def reopen(request: HttpRequest, pk: UUID) -> HttpResponse:
    viewer = request.viewer
    duty = access.task_to_complete(viewer, pk)
    tasks.reopen(duty, by=viewer.person, at=timezone.now(), on_behalf_of=_owner_not(viewer, duty))
    messages.success(request, _("It is to do again."))
    return redirect(settings.LOGIN_REDIRECT_URL)


def _owner_not(viewer: Viewer, duty: Duty) -> Person | None:
    """Whose task it is, unless it is the viewer's own."""
    return None if duty.subject_id == viewer.person.pk else Person.objects.get(pk=duty.subject_id)
