"""The navigation: the places that are open to this viewer, at most seven in the first row; deeds stand on the pages.

Who leads the branch thinks in pillars, who teaches in classes and own work, the administrator in the system.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from navmark.foundation.activities.kinds import data_kinds
from navmark.foundation.activities.shelves import readers_of
from navmark.foundation.notices.queries import unread_count
from navmark.foundation.people.access import INSIDERS, MANAGERS
from navmark.foundation.people.circles import circle
from navmark.foundation.people.circles.named import (
    ADMINISTRATOR,
    AUDITOR,
    CLASS_TEACHER,
    CLERK,
    COMMITTEE,
    DEPARTMENT_HEAD,
    GRADE_HEAD,
    HEAD_OF,
    MEMBERS,
    MORAL_HEAD,
    SECRETARY,
    STAFF,
    STUDIO_HEAD,
    SUBJECT_HEAD,
)
from navmark.foundation.people.models import UnitKind
from navmark.foundation.people.naming import name_on
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.programme.cards import Mechanism, NavItem, cards
from navmark.foundation.termplan.access import PLAN_KEEPERS

KEEPERS = (CLASS_TEACHER, GRADE_HEAD, SUBJECT_HEAD, DEPARTMENT_HEAD, STUDIO_HEAD)  # of the registers of their units
LEADERS = (SECRETARY, CLERK, COMMITTEE, MORAL_HEAD)  # who thinks in the article's pillars
PILLARS = {
    "demonstration": (_("Demonstration"), "landmark"),
    "practice": (_("Practice"), "sprout"),
    "experience": (_("Experience"), "footprints"),
    "service": (_("Service"), "heart-handshake"),
}
MINE, UNITS, KEEPING = "mine", "units", "keeping"
HOLDS_ALL = (UnitKind.BRANCH, UnitKind.PARTY_GROUP, UnitKind.SCHOOL)  # their places are the pillars and the school's own
AT_THE_FOOT = 3  # of a phone, beside the sheet of all places
CALENDAR = "/calendar/"  # its second page, the holidays, has no line of its own
PAGES_OF_UNITS = ("/people/unit/", "/people/branch/")
OWN = (
    NavItem(_("My account"), "people:account", "user"),
    NavItem(_("My turns"), "rotas:shelf", "refresh-cw"),
    NavItem(_("My attendance"), "activities:own_attendance", "calendar-check"),
    NavItem(_("My calendar"), "activities:feed_address", "calendar"),
)
PEOPLE = (
    NavItem(_("People"), "people:list", "users", INSIDERS),
    NavItem(_("Organisation"), "people:units", "network", INSIDERS),
)
OWED = (
    NavItem(_("Duties"), "cadence:list", "list-checks", (SECRETARY, CLERK, COMMITTEE)),
    NavItem(_("Registers"), "registers:shelf", "clipboard-list", (STAFF, *LEADERS, *KEEPERS)),
    NavItem(_("Term plan"), "termplan:plan", "calendar-range", (STAFF, MEMBERS, *PLAN_KEEPERS)),
    NavItem(_("Campaigns and tags"), "links:shelf", "tag", LEADERS),
    NavItem(_("Rotas"), "rotas:shelf", "refresh-cw", LEADERS),
    NavItem(_("Taken on"), "pledges:shelf", "hand-heart", LEADERS),
)
KEPT = (
    NavItem(_("School calendar"), "terms", "calendar-days", MANAGERS),
    NavItem(_("Import tables"), "people:import", "file-up", MANAGERS),
    NavItem(_("Programme"), "programme:list", "notebook-pen", (ADMINISTRATOR,)),
    NavItem(_("Take away"), "export", "file-down", MANAGERS),
    NavItem(_("Who opened files"), "privacy:log", "eye", (AUDITOR, SECRETARY)),
    NavItem(_("Term of the access log"), "privacy:term", "eye", (ADMINISTRATOR,)),
    NavItem(_("Who may what"), "rights", "shield", (*MANAGERS, AUDITOR)),
)


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
    for part in (_mechanisms, _own_units) if viewer.has(*LEADERS) else (_own_units, _mechanisms):
        part(found)
    if any(viewer.has(*one.in_charge, *readers_of(one)) for one in data_kinds()):  # what the programme alone describes
        found.line(NavItem(_("Activities"), "activities:shelf", "calendar-check"))
    found.shelf(_("People and units"), "users", found.open(PEOPLE))
    found.shelf(_("Duties and registers"), "list-checks", found.open(OWED))
    found.homes |= {CALENDAR: address("terms"), **dict.fromkeys(PAGES_OF_UNITS, address("people:units"))}
    found.shelf(_("Kept, in and out"), "archive", found.open(KEPT), name=KEEPING)
    return found


def _own_units(found: Places) -> None:
    """Whatever she heads has a page: a teacher's class, a subject group. A query only where names must be told apart."""
    viewer = found.viewer
    homes = {home.pk: home.kind for home in viewer.standing.homes_in(circle(HEAD_OF)) if home.pk and home.kind not in HOLDS_ALL}
    names: dict[Any, str | Promise] = dict.fromkeys(homes, _("My class"))
    if homes and list(homes.values()) != [UnitKind.CLASS]:
        names = {unit.pk: name_on(unit, viewer.on) for unit in viewer.units if unit.pk in homes}
    entries = tuple(NavEntry(label, reverse("people:unit", args=[pk]), "school") for pk, label in names.items())
    found.shelf(_("My units"), "school", entries, name=UNITS)


def _mechanisms(found: Places) -> None:
    """By pillar for who leads; for everybody else among the own things."""
    by_pillar: dict[str, list[NavEntry]] = {}
    for card in cards():
        if places := found.open(card.nav):
            by_pillar.setdefault(pillar_of(card), []).extend(places)
            found.homes |= dict.fromkeys(_pages(card.path, card.slug, tuple(kind.code for kind in card.kinds)), places[0].url)
    if found.viewer.has(*LEADERS):
        for pillar in filter(by_pillar.get, PILLARS):
            found.shelf(*PILLARS[pillar], tuple(by_pillar[pillar]), name=pillar)
    elif by_pillar:
        found.shelf(_("Mine"), "user-round", (*chain.from_iterable(by_pillar.values()), *found.open(own_items()[1:])), name=MINE)


def own_items() -> tuple[NavItem, ...]:
    """Hers alone, on every page behind her name: those of the product, then those that mechanisms bring."""
    return (*OWN, *chain.from_iterable(card.own for card in cards()))


@cache
def address(url_name: str) -> str:
    """Of a page that is one for all: its frame names two dozen of them."""
    return reverse(url_name)


@cache
def _pages(path: str, slug: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Where the pages of a mechanism begin: its own, and those that the room of activities has of its kinds."""
    plans = (reverse("activities:plan", args=[one]) for one in kinds)
    return (f"/{path}", *plans, *(reverse(f"activities:{page}", args=[slug]) for page in ("register", "year")))


def pillar_of(card: Mechanism) -> str:
    return card.path.partition("/")[0]


def entries_for(viewer: Viewer, path: str) -> list[NavEntry]:
    """The first row with the places of whichever is open, and where one is marked."""
    found = places_for(viewer)
    here = _current(found, path)
    return [_marked(entry, here) for entry in found.first]


def _marked(entry: NavEntry, here: str) -> NavEntry:
    places = tuple(NavEntry(one.label, one.url, one.icon, one.url == here) for one in entry.places)
    is_here = entry.url == here and not any(one.current for one in places)
    return NavEntry(entry.label, entry.url, entry.icon, is_here, places)


def _current(found: Places, path: str) -> str:
    """The address that the path continues longest. One's own pages, the inbox and whatever has no line of its own mark none:
    Today is "/" alone, not all that begins with it."""
    urls = {one.url for entry in found.first for one in (entry, *entry.places)}
    if path == "/" or any(path.startswith(address(item.url_name)) for item in own_items()):
        return path if path in urls else ""
    homes = {**{url: url for url in urls if url != "/"}, **{home: url for home, url in found.homes.items() if url in urls}}
    fitting = [home for home in homes if path.startswith(home)]
    return homes[max(fitting, key=len)] if fitting else ""


def page_frame(request: HttpRequest) -> dict[str, Any]:
    """What every page's frame needs: navigation, school, unread notices. Nothing for a stranger or a page seen for a moment."""
    viewer = getattr(request, "viewer", None)
    if viewer is None or getattr(request, "htmx", False) or getattr(request, "is_bare", False):
        return {"language_url": address("language")}
    entries = entries_for(viewer, request.path)
    return {
        "viewer": viewer,
        "drafts_of": salted_hmac("drafts", str(viewer.seat.account_id)).hexdigest()[:16],
        "own": Places(viewer).open(own_items()),
        "inbox_url": address("notices:inbox"),
        "logout_url": address("logout"),
        "language_url": address("language"),
        "places_url": address("places"),
        "find_url": address("find"),
        "school": viewer.school,
        "nav": entries,
        "at_the_foot": entries[:AT_THE_FOOT],
        "unread": unread_count(viewer.person),
    }
