"""An election on the agenda: who stands, and the count of the ballots."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from navmark.foundation.activities.refusals import Refusal
from navmark.foundation.activities.roll import Rolls
from navmark.foundation.activities.views import page_of
from navmark.foundation.people.access import open_to
from navmark.foundation.people.models import Person
from navmark.foundation.people.roles import Viewer
from navmark.foundation.proceedings import access, elections
from navmark.foundation.proceedings.forms import CandidatesForm, CountForm, ElectionForm
from navmark.foundation.proceedings.models import AgendaItem
from navmark.foundation.proceedings.views import back_to, form_page, outlook_for
from navmark.foundation.statute.findings import Impossible


def _election(viewer: Viewer, pk: UUID) -> AgendaItem:
    item = access.row_to_write(viewer, AgendaItem, pk)
    if not item.is_election:
        raise Http404
    return item


@open_to()
@require_http_methods(["GET", "POST"])
def candidates(request: HttpRequest, pk: UUID) -> HttpResponse:
    item = _election(request.viewer, pk)
    activity = item.part.activity
    full = [place.person for place in Rolls(activity).of(item.part).places if place.is_full]
    initial = {"seats": item.seats, "candidates": [str(one.person_id) for one in item.candidates.all()]}
    form = CandidatesForm(request.POST or None, people=full, initial=initial)
    if request.method == "POST" and form.is_valid():
        seats = form.cleaned_data["seats"]
        if _tried(
            form, lambda: elections.nominate(item, form.people(), seats=seats, by=request.viewer.person, at=timezone.now())
        ):
            return back_to(activity, f"item-{item.pk}")
    return form_page(request, activity, form, _("Who stands: %(title)s") % {"title": item.title})


@open_to()
@require_http_methods(["GET", "POST"])
def count(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One row a candidate; the sums of a row are refused at the row's name."""
    item = _election(request.viewer, pk)
    standing = [one.person for one in item.candidates.select_related("person")]
    if not standing:
        return redirect("proceedings:candidates", pk=pk)
    activity = item.part.activity
    roll = Rolls(activity).of(item.part)
    there = [place.person for place in roll.places if place.row.is_there and place.person not in standing]  # no candidate counts
    known = {vote.candidate_id: vote for vote in item.votes.all() if vote.candidate_id}
    form = ElectionForm(request.POST or None, people=there, initial=_papers(known, roll.entitled_present))
    rows = [CountForm(request.POST or None, prefix=str(one.pk), initial=_counted(known.get(one.pk))) for one in standing]
    if request.method == "POST" and all([form.is_valid(), *(row.is_valid() for row in rows)]) and _entered(
        request, item, form, list(zip(standing, rows, strict=True))
    ):  # fmt: skip
        return back_to(activity, f"item-{item.pk}")
    context = {
        "activity": activity, "page": page_of(activity), "form": form, "rows": list(zip(standing, rows, strict=True)),
        "title": item.title, "outlook": outlook_for(item, roll), "item": item,
    }  # fmt: skip
    refused = form.errors or any(row.errors for row in rows)
    return render(request, "proceedings/election.html", context, status=422 if refused else 200)


def _papers(known: dict[UUID, Any], present: int) -> dict[str, Any]:
    first = next(iter(known.values()), None)
    if first is None:
        return {"issued": present, "collected": present}
    names = ("issued", "collected", "invalid")
    return {name: getattr(first, name) for name in names} | {"overseer": first.overseer_id, "counter": first.counter_id}


def _counted(vote: Any) -> dict[str, int]:
    return {name: getattr(vote, name) for name in ("ayes", "nays", "abstentions")} if vote else {}


def _entered(request: HttpRequest, item: AgendaItem, form: ElectionForm, rows: list[tuple[Person, CountForm]]) -> bool:
    counts = [elections.Count(person, **row.cleaned_data) for person, row in rows]
    two = {name: form.cleaned_data[name] for name in ("overseer", "counter")}
    by = request.viewer.person
    return _tried(form, lambda: elections.count(item, form.ballots(), counts, by=by, at=timezone.now(), **two))


def _tried(form: forms.Form, act: Any) -> bool:
    """Do it; what is refused is said on the form, at its field where there is one."""
    try:
        act()
    except Impossible as impossible:
        form.add_error(impossible.field if impossible.field in form.fields else None, str(impossible))
    except Refusal as refusal:
        form.add_error(None, str(refusal))
    return not form.errors
