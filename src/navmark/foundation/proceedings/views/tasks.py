"""Tasks of a decision: given while the record is open, finished and reopened by their owner at any time."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from navmark.foundation.people.access import open_to
from navmark.foundation.proceedings import access
from navmark.foundation.proceedings.actions import correcting, deciding
from navmark.foundation.proceedings.forms import TaskForm
from navmark.foundation.proceedings.models import Decision, FollowUp
from navmark.foundation.proceedings.views.pages import fill, names_of, take_out
from navmark.foundation.ui.undo import tell_with_undo


@open_to()
@require_POST
def task_add(request: HttpRequest, pk: UUID) -> HttpResponse:
    decision = access.row_to_write(request.viewer, Decision, pk)
    form = TaskForm(request.POST, names=names_of(decision.item.part.activity))
    return fill(
        request,
        form,
        decision.item,
        lambda by, at: deciding.add_task(decision, form.task(), by=by, at=at),
        title=_("Add a task"),
    )


@open_to()
@require_http_methods(["GET", "POST"])
def task_correct(request: HttpRequest, pk: UUID) -> HttpResponse:
    task = access.row_to_write(request.viewer, FollowUp, pk)
    item = task.decision.item
    initial = {"what": task.what, "owner": task.owner_id, "due_on": task.due_on}
    form = TaskForm(request.POST or None, names=names_of(item.part.activity), initial=initial)
    return fill(
        request,
        form,
        item,
        lambda by, at: correcting.correct_task(task, form.task(), by=by, at=at),
        title=_("Correct the task"),
    )


@open_to()
@require_POST
def task_remove(request: HttpRequest, pk: UUID) -> HttpResponse:
    task = access.row_to_write(request.viewer, FollowUp, pk)
    return take_out(request, task.decision.item, lambda by, at: deciding.remove_task(task, by=by, at=at))


@open_to()
@require_POST
def task_finish(request: HttpRequest, pk: UUID) -> HttpResponse:
    task = access.follow_up_of(request.viewer, pk)
    deciding.finish_task(task, on=timezone.localdate(), by=request.viewer.person, at=timezone.now())
    tell_with_undo(request, _("Done."), url=reverse("proceedings:task_reopen", args=[task.pk]))
    return redirect(settings.LOGIN_REDIRECT_URL)


@open_to()
@require_POST
def task_reopen(request: HttpRequest, pk: UUID) -> HttpResponse:
    task = access.follow_up_of(request.viewer, pk)
    deciding.reopen_task(task, by=request.viewer.person, at=timezone.now())
    messages.success(request, _("It is to do again."))
    return redirect(settings.LOGIN_REDIRECT_URL)
