"""Paper votes: their tally, and what the roll makes possible."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from navmark.foundation.activities.roll import Roll, Rolls
from navmark.foundation.people.access import open_to
from navmark.foundation.people.forms.named import Names
from navmark.foundation.people.models import Person
from navmark.foundation.proceedings import access
from navmark.foundation.proceedings.actions import correcting, deciding
from navmark.foundation.proceedings.forms_of_votes import VoteForm
from navmark.foundation.proceedings.models import AgendaItem, Vote
from navmark.foundation.proceedings.views.pages import fill, take_out
from navmark.foundation.statute.outlook import outlook


@open_to()
@require_http_methods(["GET", "POST"])
def vote_add(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Enter the tally of a paper vote; the page says what the roll makes possible."""
    item = access.row_to_write(request.viewer, AgendaItem, pk)
    if item.is_election:
        return redirect("proceedings:election_count", pk=pk)
    there = Rolls(item.part.activity).of(item.part).entitled_present
    initial = {"subject": item.title, "issued": there, "collected": there}
    return _vote_page(request, item, initial, partial(deciding.enter_vote, item), title=_("How did the vote end?"))


@open_to()
@require_http_methods(["GET", "POST"])
def vote_correct(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The same page with what was entered; the votes of an election are counted again all at once."""
    vote = access.row_to_write(request.viewer, Vote, pk)
    if vote.candidate_id:
        return redirect("proceedings:election_count", pk=vote.item_id)
    names = ("subject", "method", "issued", "collected", "invalid", "ayes", "nays", "abstentions")
    initial = {name: getattr(vote, name) for name in names} | {"overseer": vote.overseer_id, "counter": vote.counter_id}
    return _vote_page(request, vote.item, initial, partial(correcting.correct_vote, vote), title=_("Correct this vote"))


def _vote_page(
    request: HttpRequest, item: AgendaItem, initial: dict[str, Any], enter: Callable[..., Vote], *, title: str
) -> HttpResponse:
    activity = item.part.activity
    roll = Rolls(activity).of(item.part)
    people = [place.person for place in roll.places if place.row.is_there]
    names = Names(people, on=activity.day)
    form = VoteForm(request.POST or None, names=names, present=roll.entitled_present, initial=initial)

    def act(by: Person, at: datetime) -> None:
        named = {name: form.cleaned_data[name] for name in ("subject", "method", "overseer", "counter")}
        enter(form.tally(), by=by, at=at, **named)

    slots = {"template": "proceedings/vote.html", "item": item, "outlook": outlook_for(item, roll)}
    return fill(request, form, item, act, title=title, **slots)


def outlook_for(item: AgendaItem, roll: Roll) -> str:
    """What the roll makes possible for this item, in words; empty where nobody votes."""
    if item.sitting is None or not roll.entitled:
        return ""
    return str(outlook(roll.entitled, roll.entitled_present, sitting=item.sitting, on=item.part.activity.day))


@open_to()
@require_POST
def vote_remove(request: HttpRequest, pk: UUID) -> HttpResponse:
    vote = access.row_to_write(request.viewer, Vote, pk)
    return take_out(request, vote.item, lambda by, at: deciding.remove_vote(vote, by=by, at=at))
