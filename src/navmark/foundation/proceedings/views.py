"""Writing a record: agenda, minutes that save themselves, paper votes, decisions. Signing it is in `signing_views.py`.

The page that shows the whole record belongs to the mechanism; these addresses take one thing each and lead back there. A form
that is refused comes back on a page of its own, with what was typed and what is wrong.
"""

from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from navmark.foundation.activities.models import Activity, Part
from navmark.foundation.activities.refusals import Refusal
from navmark.foundation.activities.roll import Roll, Rolls
from navmark.foundation.activities.views import page_of
from navmark.foundation.people.access import open_to, person_here
from navmark.foundation.people.models import Person
from navmark.foundation.proceedings import access
from navmark.foundation.proceedings.actions import agenda, deciding, writing
from navmark.foundation.proceedings.forms import DecisionForm, ItemForm, SpeechForm, TaskForm
from navmark.foundation.proceedings.forms_of_record import record_form
from navmark.foundation.proceedings.forms_of_votes import VoteForm
from navmark.foundation.proceedings.models import AgendaItem, Decision, FollowUp, Vote
from navmark.foundation.proceedings.queries import contents_of
from navmark.foundation.proceedings.refusals import Stale
from navmark.foundation.statute.findings import Impossible
from navmark.foundation.statute.outlook import outlook
from navmark.foundation.ui.marks import colon
from navmark.foundation.ui.undo import tell_with_undo


def people_of(activity: Activity) -> list[Person]:
    """Everybody on the roll, in reading order: whom a record may name."""
    whole = Rolls(activity).whole()
    return [place.person for place in (*whole.places, *whole.observers)]


def back_to(activity: Activity, anchor: str) -> HttpResponse:
    return redirect(f"{page_of(activity)}#{anchor}")


def form_page(request: HttpRequest, activity: Activity, form: forms.Form, title: str, **context: Any) -> HttpResponse:
    if form.errors and request.headers.get("X-Autosave"):
        words = [
            f"{form[name].label}{colon()}{error}" for name in form.errors for error in form.errors[name] if name in form.fields
        ]
        return HttpResponse("\n".join(words), status=422, content_type="text/plain; charset=utf-8")
    context = {"activity": activity, "page": page_of(activity), "form": form, "title": title, **context}
    return render(request, "proceedings/form.html", context, status=422 if form.errors else 200)


@open_to()
@require_POST
def item_add(request: HttpRequest, part: UUID) -> HttpResponse:
    """A new item; its title is enough."""
    row: Part = access.part_to_write(request.viewer, part)
    form = ItemForm(request.POST, people=people_of(row.activity), stricter=record_form(row.kind).stricter)
    if not form.is_valid():
        return form_page(request, row.activity, form, str(row))
    try:
        item = agenda.add_item(row, by=request.viewer.person, at=timezone.now(), **form.cleaned_data)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect(page_of(row.activity))
    return back_to(row.activity, f"item-{item.pk}")


@open_to()
@require_POST
def item_save(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Save one item while it is typed. Answers with the item's new revision, or with both versions when somebody was faster."""
    item = access.row_to_write(request.viewer, AgendaItem, pk)
    activity = item.part.activity
    form = ItemForm(request.POST, people=people_of(activity), stricter=record_form(item.part.kind).stricter)
    revision = request.POST.get("revision", "")
    if not form.is_valid() or not revision.isdigit():
        return form_page(request, activity, form, item.title)
    try:
        item = writing.write_item(item, revision=int(revision), by=request.viewer.person, at=timezone.now(), **form.cleaned_data)
    except Stale as stale:
        return _both_versions(request, activity, stale, form.cleaned_data["points"], stale.current.points)
    except Refusal as refusal:
        return _refused(request, activity, refusal)
    return _saved(request, activity, item.revision, f"item-{item.pk}")


@open_to()
@require_POST
def speech_save(request: HttpRequest, pk: UUID, person: UUID) -> HttpResponse:
    """Save what one person said to one item, while it is typed."""
    item = access.row_to_write(request.viewer, AgendaItem, pk)
    activity = item.part.activity
    form = SpeechForm(request.POST)
    if not form.is_valid():
        return form_page(request, activity, form, item.title)
    try:
        speech = writing.write_speech(item, person_here(person), by=request.viewer.person, at=timezone.now(), **form.cleaned_data)
    except Stale as stale:
        return _both_versions(request, activity, stale, form.cleaned_data["text"], stale.current.text)
    except Refusal as refusal:
        return _refused(request, activity, refusal)
    return _saved(request, activity, speech.revision if speech else 0, f"item-{item.pk}")


def _saved(request: HttpRequest, activity: Activity, revision: int, anchor: str) -> HttpResponse:
    if request.headers.get("X-Autosave"):
        return HttpResponse(status=204, headers={"X-Revision": str(revision)})
    return back_to(activity, anchor)


def _refused(request: HttpRequest, activity: Activity, refusal: Refusal) -> HttpResponse:
    if request.headers.get("X-Autosave"):
        return HttpResponse(str(refusal), status=409, content_type="text/plain; charset=utf-8")
    messages.error(request, str(refusal))
    return redirect(page_of(activity))


def _both_versions(request: HttpRequest, activity: Activity, stale: Stale, typed: str, saved: str) -> HttpResponse:
    if request.headers.get("X-Autosave"):
        return HttpResponse(str(stale), status=409, content_type="text/plain; charset=utf-8")
    context = {"activity": activity, "page": page_of(activity), "words": str(stale), "typed": typed, "saved": saved}
    return render(request, "proceedings/both_versions.html", context, status=409)


@open_to()
@require_POST
def item_move(request: HttpRequest, pk: UUID) -> HttpResponse:
    item = access.row_to_write(request.viewer, AgendaItem, pk)
    return _do(request, item, lambda by, at: agenda.move_item(item, up="up" in request.POST, by=by, at=at))


@open_to()
@require_POST
def item_remove(request: HttpRequest, pk: UUID) -> HttpResponse:
    """An empty item goes at once; what would go with it is said first."""
    item = access.row_to_write(request.viewer, AgendaItem, pk)
    if "sure" not in request.POST and (contents := contents_of(item)):
        activity = item.part.activity
        context = {"activity": activity, "page": page_of(activity), "item": item, "contents": contents}
        return render(request, "proceedings/remove.html", context)
    return _do(request, item, lambda by, at: agenda.remove_item(item, by=by, at=at))


@open_to()
@require_http_methods(["GET", "POST"])
def vote_add(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Enter the tally of a paper vote; the page says what the roll makes possible."""
    item = access.row_to_write(request.viewer, AgendaItem, pk)
    activity = item.part.activity
    if item.is_election:
        return redirect("proceedings:election_count", pk=pk)
    roll = Rolls(activity).of(item.part)
    people = [place.person for place in roll.places if place.row.is_there]
    initial = {"subject": item.title, "issued": roll.entitled_present, "collected": roll.entitled_present}
    form = VoteForm(request.POST or None, people=people, present=roll.entitled_present, initial=initial)
    if request.method == "POST" and form.is_valid() and _vote_entered(request, item, form):
        return back_to(activity, f"item-{item.pk}")
    context = {"activity": activity, "page": page_of(activity), "form": form, "item": item, "outlook": outlook_for(item, roll)}
    return render(request, "proceedings/vote.html", context, status=422 if form.errors else 200)


def outlook_for(item: AgendaItem, roll: Roll) -> str:
    """What the roll makes possible for this item, in words; empty where nobody votes."""
    if item.sitting is None or not roll.entitled:
        return ""
    return str(outlook(roll.entitled, roll.entitled_present, sitting=item.sitting, on=item.part.activity.day))


def _vote_entered(request: HttpRequest, item: AgendaItem, form: VoteForm) -> bool:
    data = form.cleaned_data
    fields = {name: data[name] for name in ("subject", "method", "overseer", "counter")}
    try:
        deciding.enter_vote(item, form.tally(), by=request.viewer.person, at=timezone.now(), **fields)
    except Impossible as impossible:
        form.add_error(impossible.field if impossible.field in form.fields else None, str(impossible))
        return False
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


@open_to()
@require_POST
def vote_remove(request: HttpRequest, pk: UUID) -> HttpResponse:
    vote = access.row_to_write(request.viewer, Vote, pk)
    return _do(request, vote.item, lambda by, at: deciding.remove_vote(vote, by=by, at=at))


@open_to()
@require_POST
def decision_add(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What was decided, with its first task; the latest vote on the item stands behind it."""
    item = access.row_to_write(request.viewer, AgendaItem, pk)
    activity = item.part.activity
    may_submit = record_form(item.part.kind).may_submit_to_assembly
    form = DecisionForm(request.POST, people=people_of(activity), may_submit=may_submit)
    if not form.is_valid():
        return form_page(request, activity, form, _("What was decided?"), item=item)
    data = form.cleaned_data
    return _do(
        request,
        item,
        lambda by, at: deciding.decide(
            item, text=data["text"], vote=item.votes.last(), to_assembly=data.get("to_assembly", False),
            reported_up=data["reported_up"], tasks=form.tasks(), by=by, at=at,
        ),
    )  # fmt: skip


@open_to()
@require_POST
def decision_remove(request: HttpRequest, pk: UUID) -> HttpResponse:
    decision = access.row_to_write(request.viewer, Decision, pk)
    return _do(request, decision.item, lambda by, at: deciding.remove_decision(decision, by=by, at=at))


@open_to()
@require_POST
def task_add(request: HttpRequest, pk: UUID) -> HttpResponse:
    decision = access.row_to_write(request.viewer, Decision, pk)
    form = TaskForm(request.POST, people=people_of(decision.item.part.activity))
    if not form.is_valid():
        return form_page(request, decision.item.part.activity, form, decision.text)
    return _do(request, decision.item, lambda by, at: deciding.add_task(decision, form.task(), by=by, at=at))


@open_to()
@require_POST
def task_remove(request: HttpRequest, pk: UUID) -> HttpResponse:
    task = access.row_to_write(request.viewer, FollowUp, pk)
    return _do(request, task.decision.item, lambda by, at: deciding.remove_task(task, by=by, at=at))


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


def _do(request: HttpRequest, item: AgendaItem, act: Any) -> HttpResponse:
    """Do one thing to the record and lead back to its item; a refusal is shown in its own words."""
    activity = item.part.activity
    try:
        act(request.viewer.person, timezone.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return back_to(activity, f"item-{item.pk}" if item.pk else f"part-{item.part_id}")
