"""The navigation: what this viewer may open, in the order of the house."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from navmark.foundation.activities.kinds import data_kinds
from navmark.foundation.notices.queries import unread_count
from navmark.foundation.people.access import INSIDERS, MANAGERS
from navmark.foundation.people.circles.named import ADMINISTRATOR, AUDITOR, CLERK, COMMITTEE, SECRETARY
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.programme.cards import NavItem, cards

CALENDAR = "/calendar/"  # its second page, the holidays, has no line of its own
OWN = (
    NavItem(_("My account"), "people:account", "user"),
    NavItem(_("My attendance"), "activities:own_attendance", "calendar-check"),
    NavItem(_("My calendar"), "activities:feed_address", "calendar"),
)
BEFORE = (NavItem(_("Today"), "today", "house"),)
AFTER = (
    NavItem(_("People and units"), "people:list", "users", INSIDERS),
    NavItem(_("Import tables"), "people:import", "file-up", MANAGERS),
    NavItem(_("Take away"), "export", "file-down", MANAGERS),
    NavItem(_("Duties"), "cadence:list", "list-checks", (SECRETARY, CLERK, COMMITTEE)),
    NavItem(_("Who opened files"), "privacy:log", "eye", (AUDITOR, SECRETARY)),
    NavItem(_("Term of the access log"), "privacy:term", "eye", (ADMINISTRATOR,)),
    NavItem(_("Who may what"), "rights", "shield", (*MANAGERS, AUDITOR)),
    NavItem(_("School calendar"), "terms", "calendar-days", MANAGERS),
)


@dataclass(frozen=True)
class NavEntry:
    label: str | Promise
    url: str
    icon: str
    current: bool


def entries_for(viewer: Viewer, path: str) -> list[NavEntry]:
    items = [*BEFORE, *(item for card in cards() for item in card.nav), *_of_programme(viewer), *AFTER]
    shown = [item for item in items if not item.circles or viewer.has(*item.circles)]
    urls = {item.url_name: reverse(item.url_name) for item in shown}
    here = _current(urls, path)
    return [NavEntry(item.label, urls[item.url_name], item.icon, item.url_name == here) for item in shown]


def _of_programme(viewer: Viewer) -> tuple[NavItem, ...]:
    """The kinds that are described by the programme alone, for whoever has a part in one of them."""
    planned = any(viewer.has(*one.planners, *one.in_charge) for one in data_kinds())
    return (NavItem(_("Activities"), "activities:shelf", "clipboard-list"),) if planned else ()


def _current(urls: dict[str, str], path: str) -> str:
    """The line whose address the path continues longest; a mechanism's other pages belong to its first line.

    One's own pages, the inbox and whatever has no line of its own mark none: Today is "/" alone, not all that begins with it.
    """
    if path == "/" or any(path.startswith(reverse(item.url_name)) for item in OWN):
        return next((name for name, url in urls.items() if url == path), "")
    homes = {card.nav[0].url_name: f"/{card.path}" for card in cards() if card.nav} | {"terms": CALENDAR}
    places = [(url, name) for name, url in urls.items()] + [(home, name) for name, home in homes.items() if name in urls]
    found = ((len(place), name) for place, name in places if place != "/" and path.startswith(place))
    return max(found, default=(0, ""))[1]


def page_frame(request: HttpRequest) -> dict[str, Any]:
    """What every page's frame needs: navigation, school, unread notices. Nothing for a stranger or a page seen for a moment."""
    viewer = getattr(request, "viewer", None)
    if viewer is None or getattr(request, "htmx", False) or getattr(request, "is_bare", False):
        return {"language_url": reverse("language")}
    return {
        "viewer": viewer,
        "drafts_of": salted_hmac("drafts", str(viewer.seat.account_id)).hexdigest()[:16],
        "own": [NavEntry(item.label, reverse(item.url_name), item.icon, False) for item in OWN],
        "inbox_url": reverse("notices:inbox"),
        "logout_url": reverse("logout"),
        "language_url": reverse("language"),
        "school": viewer.school,
        "nav": entries_for(viewer, request.path),
        "unread": unread_count(viewer.person),
    }
