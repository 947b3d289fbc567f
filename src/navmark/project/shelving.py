"""What stands under a heading of the programme: mechanisms with rules of their own, and what is data, each with how it stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from navmark.foundation.activities.register.views import open_kinds
from navmark.foundation.cadence.access import subjects_for
from navmark.foundation.cadence.models import DutyState
from navmark.foundation.cadence.queries import SETTLED, Owed, owed_by
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.pledges.shelving import shelved as shelved_pledges
from navmark.foundation.programme.cards import cards
from navmark.foundation.registers.shelving import shelved as shelved_registers
from navmark.foundation.rotas.shelving import shelved as shelved_rotas
from navmark.foundation.termplan.columns import Columns
from navmark.project.places import NavEntry


@dataclass(frozen=True)
class PlaceStanding:
    """How one place stands: nothing where it asks for nothing; without a state it is said in words alone."""

    entry: NavEntry
    state: str = ""
    words: str = ""
    next_on: date | None = None


@dataclass(frozen=True)
class Board:
    """Places of one sort; those that come first have no title."""

    title: str
    lines: list[PlaceStanding]


def boards(viewer: Viewer, shelf: NavEntry, heading: str) -> list[Board]:
    """Of a heading, what this viewer may see. Ten queries, however much stands there."""
    owed, columns = owed_by(subjects_for(viewer), on=viewer.on), Columns.read()
    found = [
        Board("", list(_of_mechanisms(shelf, owed))),
        Board(_("Activities"), list(_of_kinds(viewer, heading, columns, owed))),
        Board(
            _("Registers"),
            [
                _in_words(one.register.name, reverse("registers:list", args=[one.register.code]), "clipboard-list", one.words)
                for one in shelved_registers(viewer)
                if columns.of_register(one.register.code) == heading
            ],
        ),
        Board(
            _("Rotas"),
            [
                _in_words(one.rota.name, reverse("rotas:table", args=[one.rota.code]), "refresh-cw", one.words)
                for one in shelved_rotas(viewer)
                if columns.of_rota(one.rota) == heading
            ],
        ),
        Board(
            _("Taken on"),
            [
                _in_words(one.kind.name, reverse("pledges:list", args=[one.kind.code]), "hand-heart", one.words)
                for one in shelved_pledges(viewer)
                if columns.of_pledge(one.kind.code) == heading
            ],
        ),
    ]
    return [one for one in found if one.lines]


def _in_words(label: str, url: str, icon: str, words: str) -> PlaceStanding:
    return PlaceStanding(NavEntry(label, url, icon), words=words)


def _of_mechanisms(shelf: NavEntry, owed: list[Owed]) -> Iterator[PlaceStanding]:
    """The first place of a mechanism says how what is due of its kinds stands; one without kinds says nothing here."""
    by_home = {reverse(card.nav[0].url_name): card for card in cards() if card.nav and card.kinds}
    for entry in shelf.places:
        card = by_home.get(entry.url)
        yield _standing(entry, _owed_of((kind.code for kind in card.kinds), owed)) if card else PlaceStanding(entry)


def _of_kinds(viewer: Viewer, heading: str, columns: Columns, owed: list[Owed]) -> Iterator[PlaceStanding]:
    for kind in open_kinds(viewer):
        if columns.of_kind(kind.code) == heading:
            entry = NavEntry(kind.title, reverse("activities:register", args=[kind.code]), "calendar-check")
            hers = _owed_of([kind.code], owed)
            yield _standing(entry, hers) if hers else PlaceStanding(entry)


def _owed_of(codes: Iterable[str], owed: list[Owed]) -> list[Owed]:
    wanted = set(codes)
    return [one for one in owed if one.duty.cadence is not None and one.duty.cadence.activity_kind in wanted]


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
