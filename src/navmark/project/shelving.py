"""What stands under a heading of the programme: mechanisms with rules of their own, and what is data, each with how it stands."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from navmark.foundation.activities.register.views import open_kinds
from navmark.foundation.cadence.access import subjects_for
from navmark.foundation.cadence.models import DutyState
from navmark.foundation.cadence.queries import SETTLED, Owed, owed_by
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.pledges.models import PledgeKind
from navmark.foundation.pledges.shelving import shelved as shelved_pledges
from navmark.foundation.programme.cards import cards
from navmark.foundation.registers.models import Register
from navmark.foundation.registers.shelving import shelved as shelved_registers
from navmark.foundation.rotas.models import Rota
from navmark.foundation.rotas.shelving import shelved as shelved_rotas
from navmark.foundation.termplan.columns import Columns
from navmark.project.places import NavEntry

Named = Register | Rota | PledgeKind


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
    registers = ((one.register, columns.of_register(one.register.code), one.words) for one in shelved_registers(viewer))
    rotas = ((one.rota, columns.of_rota(one.rota), one.words) for one in shelved_rotas(viewer))
    pledges = ((one.kind, columns.of_pledge(one.kind.code), one.words) for one in shelved_pledges(viewer))
    board = partial(_of_data, heading)
    found = [
        Board("", list(_of_mechanisms(shelf, owed))),
        Board(_("Activities"), list(_of_kinds(viewer, heading, columns, owed))),
        board(_("Registers"), registers, "registers:list", "clipboard-list"),
        board(_("Rotas"), rotas, "rotas:table", "refresh-cw"),
        board(_("Taken on"), pledges, "pledges:list", "hand-heart"),
    ]
    return [one for one in found if one.lines]


def _of_data(heading: str, title: str, stood: Iterable[tuple[Named, str, str]], page: str, icon: str) -> Board:
    """`stood`: each thing with its heading and how it stands, in words."""
    hers = ((NavEntry(one.name, reverse(page, args=[one.code]), icon), words) for one, code, words in stood if code == heading)
    return Board(title, [PlaceStanding(entry, words=words) for entry, words in hers])


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
