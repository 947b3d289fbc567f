"""Paper votes: their tally, and what the roll makes possible."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from navmark.foundation.activities.refusals import Refusal
from navmark.foundation.activities.roll import Roll, Rolls
from navmark.foundation.activities.views import page_of
from navmark.foundation.people.access import open_to
from navmark.foundation.proceedings import access
from navmark.foundation.proceedings.actions import deciding
from navmark.foundation.proceedings.forms_of_votes import VoteForm
from navmark.foundation.proceedings.models import AgendaItem, Vote
from navmark.foundation.proceedings.views.pages import back_to, do
from navmark.foundation.statute.findings import Impossible
from navmark.foundation.statute.outlook import outlook


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
    return do(request, vote.item, lambda by, at: deciding.remove_vote(vote, by=by, at=at))
