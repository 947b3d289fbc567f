"""A shelf: the places under one line of the navigation, each with how it stands. And the sheet of all places, for a phone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from navmark.foundation.cadence.access import subjects_for
from navmark.foundation.cadence.models import DutyState
from navmark.foundation.cadence.queries import SETTLED, Owed, owed_by
from navmark.foundation.people.access import open_to
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.programme.cards import Mechanism, cards
from navmark.project.nav import PILLARS, NavEntry, places_for


@dataclass(frozen=True)
class PlaceStanding:
    """How one place stands: nothing where it asks for nothing."""

    entry: NavEntry
    state: str = ""
    words: str = ""
    next_on: date | None = None


@open_to()
@require_GET
def places(request: HttpRequest) -> HttpResponse:
    """Everything that is open to this viewer: what a phone's foot has no room for."""
    return render(request, "project/places.html", {"places": places_for(request.viewer).first})


@open_to()
@require_GET
def shelf(request: HttpRequest, name: str) -> HttpResponse:
    """One line of the navigation as a page; 404 where it is no line of this viewer's."""
    here = reverse("shelf", args=[name])
    entry = next((one for one in places_for(request.viewer).first if one.url == here), None)
    if entry is None:
        raise Http404
    lines = _standings(request.viewer, entry) if name in PILLARS else map(PlaceStanding, entry.places)
    return render(request, "project/shelf.html", {"entry": entry, "lines": list(lines)})


def _standings(viewer: Viewer, shelf: NavEntry) -> Iterator[PlaceStanding]:
    """The first place of a mechanism says how the mechanism stands; three queries, however many there are."""
    owed = owed_by(subjects_for(viewer), on=viewer.on)
    by_home = {reverse(card.nav[0].url_name): card for card in cards() if card.nav}
    for entry in shelf.places:
        card = by_home.get(entry.url)
        yield _standing(entry, [one for one in owed if _is_of(one, card)]) if card else PlaceStanding(entry)


def _is_of(one: Owed, card: Mechanism) -> bool:
    return one.duty.cadence is not None and any(one.duty.cadence.activity_kind == kind.code for kind in card.kinds)


def _standing(entry: NavEntry, owed: list[Owed]) -> PlaceStanding:
    unsettled = [one for one in owed if one.state not in SETTLED]
    next_on = min((one.duty.due_on for one in unsettled if one.duty.due_on), default=None)
    late = sum(one.state == DutyState.LATE for one in owed)
    waiting = sum(one.is_open for one in owed) - late
    if late:
        words = ngettext("%(count)s past its day", "%(count)s past their day", late) % {"count": late}
        return PlaceStanding(entry, DutyState.LATE.value, words, next_on)
    if waiting:
        words = ngettext("%(count)s thing to do", "%(count)s things to do", waiting) % {"count": waiting}
        return PlaceStanding(entry, DutyState.DUE.value, words, next_on)
    return PlaceStanding(entry, DutyState.DONE.value, _("nothing waits"), next_on)
