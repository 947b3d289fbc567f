"""The places that are open to a viewer, at most seven in the first row; deeds stand on the pages.

Who leads the branch thinks in pillars, who teaches in classes and own work, the administrator in the system. The pillars are the
headings of the school's programme, in its words; they stand with the school, so that no page asks for them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, cycle
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from navmark.foundation.activities.kinds import data_kinds
from navmark.foundation.activities.shelves import readers_of
from navmark.foundation.people.access import PILLAR_LEADERS
from navmark.foundation.people.circles import circle
from navmark.foundation.people.circles.named import HEAD_OF
from navmark.foundation.people.models import UnitKind
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.programme.cards import Mechanism, NavItem, cards
from navmark.foundation.ui.languages import spoken
from navmark.project.homes import address, homes_of_data
from navmark.project.lines_of_nav import KEPT, OWED, OWN, PEOPLE

PILLARS = {  # of the article: for a school whose programme is not loaded
    "demonstration": _("Demonstration"),
    "practice": _("Practice"),
    "experience": _("Experience"),
    "service": _("Service"),
}
ICONS = ("landmark", "sprout", "footprints", "heart-handshake")  # of the headings, by their place
ABREAST = 4  # headings that stand in the first row; more stand under one line
MINE, UNITS, KEEPING = "own-things", "own-units", "keeping-school"  # addresses of shelves: no code of a heading has a hyphen
HOLDS_ALL = (UnitKind.BRANCH, UnitKind.PARTY_GROUP, UnitKind.SCHOOL)  # their places are the pillars and the school's own
CALENDAR = "/calendar/"  # its second page, the holidays, has no line of its own
PAGES_OF_UNITS = ("/people/unit/", "/people/branch/")


@dataclass(frozen=True)
class NavEntry:
    """`places` unfold below it while one is in one of them."""

    label: str | Promise
    url: str
    icon: str
    current: bool = False
    places: tuple["NavEntry", ...] = ()

    @property
    def is_open(self) -> bool:
        return self.current or any(one.current for one in self.places)


@dataclass
class Places:
    """Collects the first row; `homes` are addresses whose pages belong to a line without standing under it."""

    viewer: Viewer
    first: list[NavEntry] = field(default_factory=list)
    homes: dict[str, str] = field(default_factory=dict)

    def open(self, items: Iterable[NavItem]) -> tuple[NavEntry, ...]:
        shown = (item for item in items if not item.circles or self.viewer.has(*item.circles))
        return tuple(NavEntry(item.label, address(item.url_name), item.icon) for item in shown)

    def line(self, *items: NavItem) -> None:
        self.first += self.open(items)

    def shelf(self, label: str | Promise, icon: str, places: tuple[NavEntry, ...], *, name: str = "") -> None:
        """A line with others below it; its page is a shelf, or without a `name` the first of them. One alone needs none."""
        if len(places) > 1:
            url = reverse("shelf", args=[name]) if name else places[0].url
            self.first.append(NavEntry(label, url, icon, places=places))
        else:
            self.first += places


def places_for(viewer: Viewer) -> Places:
    """The navigation of this viewer, nothing of it current. No query, or one for who heads several units."""
    found = Places(viewer)
    found.line(NavItem(_("Today"), "today", "house"))
    found.homes |= {CALENDAR: address("terms"), **dict.fromkeys(PAGES_OF_UNITS, address("people:units"))}
    (_of_a_leader if viewer.has(*PILLAR_LEADERS) else _of_others)(found)
    return found


def _of_a_leader(found: Places) -> None:
    """The pillars, what is owed and kept in all of them, and the school itself: seven lines with four pillars."""
    _pillars(found)
    found.shelf(_("Duties and registers"), "list-checks", (*found.open(OWED[:1]), *_activities(found), *found.open(OWED[1:])))
    found.shelf(_("The school"), "school", (*_own_units(found), *found.open((*PEOPLE, *KEPT))), name=KEEPING)


def _of_others(found: Places) -> None:
    found.shelf(_("My units"), "school", _own_units(found), name=UNITS)
    if own := tuple(chain.from_iterable(_mechanisms(found).values())):
        found.shelf(_("Mine"), "user-round", (*own, *found.open(own_items()[1:])), name=MINE)
    found.first += _activities(found)
    found.shelf(_("People and units"), "users", found.open(PEOPLE))
    found.shelf(_("Duties and registers"), "list-checks", found.open(OWED))
    found.shelf(_("Kept, in and out"), "archive", found.open(KEPT), name=KEEPING)


def headings_of(viewer: Viewer) -> Mapping[str, str | Promise]:
    """Those of the school's programme by code, in its order and the reader's language."""
    return {code: spoken(title, title_en) for code, title, title_en, *_held in viewer.school.headings} or PILLARS


def _pillars(found: Places) -> None:
    """A line each, below it what has rules of its own. Without a programme only those in which something stands."""
    headings, by_pillar = headings_of(found.viewer), _mechanisms(found)
    shown = [code for code in headings if found.viewer.school.headings or code in by_pillar]
    lines = [
        NavEntry(headings[code], reverse("shelf", args=[code]), icon, places=tuple(by_pillar.get(code, ())))
        for code, icon in zip(shown, cycle(ICONS), strict=False)
    ]
    found.homes = homes_of_data(found.viewer.school) | found.homes  # where code has a line of its own, that is nearer
    if len(lines) <= ABREAST:
        found.first += lines
    else:
        found.shelf(_("Pillars"), "layers", tuple(lines))
        found.homes |= {place.url: line.url for line in lines for place in line.places}


def _mechanisms(found: Places) -> dict[str, list[NavEntry]]:
    """What has rules of its own, by pillar; where the programme does not have that one, under its first."""
    headings, by_pillar = headings_of(found.viewer), dict[str, list[NavEntry]]()
    for card in cards():
        if places := found.open(card.nav):
            pillar = pillar_of(card)
            by_pillar.setdefault(pillar if pillar in headings else next(iter(headings)), []).extend(places)
            found.homes |= dict.fromkeys(_pages(card.path, card.slug, tuple(kind.code for kind in card.kinds)), places[0].url)
    return by_pillar


def _activities(found: Places) -> tuple[NavEntry, ...]:
    """What the programme alone describes."""
    if any(found.viewer.has(*one.in_charge, *readers_of(one)) for one in data_kinds()):
        return found.open([NavItem(_("Activities"), "activities:shelf", "calendar-check")])
    return ()


def _own_units(found: Places) -> tuple[NavEntry, ...]:
    """Whatever she heads has a page: a teacher's class, a subject group. A query only where names must be told apart."""
    viewer = found.viewer
    homes = {home.pk: home.kind for home in viewer.standing.homes_in(circle(HEAD_OF)) if home.pk and home.kind not in HOLDS_ALL}
    names: dict[Any, str | Promise] = dict.fromkeys(homes, _("My class"))
    if homes and list(homes.values()) != [UnitKind.CLASS]:
        names = {unit.pk: name_on(unit, viewer.on) for unit in viewer.units if unit.pk in homes}
    return tuple(NavEntry(label, reverse("people:unit", args=[pk]), "school") for pk, label in names.items())


def own_items() -> tuple[NavItem, ...]:
    """Hers alone, on every page behind her name: those of the product, then those that mechanisms bring."""
    return (*OWN, *chain.from_iterable(card.own for card in cards()))


@cache
def _pages(path: str, slug: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Where the pages of a mechanism begin: its own, and those that the room of activities has of its kinds."""
    plans = (reverse("activities:plan", args=[one]) for one in kinds)
    return (f"/{path}", *plans, *(reverse(f"activities:{page}", args=[slug]) for page in ("register", "year")))


def pillar_of(card: Mechanism) -> str:
    return card.path.partition("/")[0]
