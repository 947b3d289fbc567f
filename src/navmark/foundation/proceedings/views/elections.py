"""An election on the agenda: who stands, and the count of the ballots."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from navmark.foundation.activities.pages import page_of
from navmark.foundation.activities.roll import Roll, Rolls
from navmark.foundation.people.access import open_to
from navmark.foundation.people.models import Person
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.proceedings import access, elections
from navmark.foundation.proceedings.count_page import CountPage
from navmark.foundation.proceedings.forms_of_votes import CandidatesForm
from navmark.foundation.proceedings.models import AgendaItem
from navmark.foundation.proceedings.views.pages import fill, place_of
from navmark.foundation.proceedings.views.votes import outlook_for
from navmark.foundation.ui.steps import took


def _election(viewer: Viewer, pk: UUID) -> AgendaItem:
    item = access.row_to_write(viewer, AgendaItem, pk)
    if not item.is_election:
        raise Http404
    return item


@open_to()
@require_http_methods(["GET", "POST"])
def candidates(request: HttpRequest, pk: UUID) -> HttpResponse:
    item = _election(request.viewer, pk)
    initial = {"seats": item.seats, "candidates": [str(one.person_id) for one in item.candidates.all()]}
    form = CandidatesForm(request.POST or None, people=_full(Rolls(item.part.activity).of(item.part)), initial=initial)

    def nominate(by: Person, at: datetime) -> None:
        gone = elections.nominate(item, form.people(), seats=form.cleaned_data["seats"], by=by, at=at)
        if gone:
            words = _("The votes entered for %(names)s are removed. Count again.")
            messages.warning(request, words % {"names": "、".join(gone)})

    return fill(request, form, item, nominate, title=_("Who stands: %(title)s") % {"title": item.title}, part_of="")


def _full(roll: Roll) -> list[Person]:
    return [place.person for place in roll.places if place.is_apart]


@open_to()
@require_http_methods(["GET", "POST"])
def count(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One row a candidate, and rows for 另选人; what is wrong stands at its row, all rows at once."""
    item = _election(request.viewer, pk)
    standing = [one.person for one in item.candidates.select_related("person")]
    if not standing:
        return redirect("proceedings:candidates", pk=pk)
    activity = item.part.activity
    roll = Rolls(activity).of(item.part)
    page = CountPage.of(request.POST or None, item, standing, roll)
    if request.method == "POST" and page.is_valid() and _entered(request, item, page):
        return redirect(place_of(item))
    context = {"activity": activity, "page": page_of(activity), "count": page, "form": page.papers, "item": item,
               "title": page.title, "outlook": outlook_for(item, roll)}  # fmt: skip
    return render(request, "proceedings/election.html", context, status=422 if page.is_refused() else 200)


def _entered(request: HttpRequest, item: AgendaItem, page: CountPage) -> bool:
    two = {name: page.papers.cleaned_data[name] for name in ("overseer", "counter")}

    def enter() -> None:
        try:
            elections.count(item, page.papers.ballots(), page.counts(), by=request.viewer.person, at=timezone.now(), **two)
        except elections.DoNotAddUp as wrong:
            page.mark(wrong.rows)

    return took(page.papers, enter) and not page.is_refused()
