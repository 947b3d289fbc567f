"""The navigation of a page: the places that are open to this viewer, where she is among them, and what else the frame needs."""

from typing import Any

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from navmark.foundation.notices.queries import unread_count
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.ui.addresses import HOME
from navmark.foundation.ui.standing import stands_in
from navmark.project.homes import address
from navmark.project.places import NavEntry, Places, own_items, places_for

AT_THE_FOOT = 3  # of a phone, beside the sheet of all places


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
    """Where the address leads that the path continues longest. One's own pages, the inbox and whatever has no line of its own
    mark none: Today is "/" alone, not all that begins with it."""
    urls = {one.url for entry in found.first for one in (entry, *entry.places)}
    own = dict.fromkeys((address(item.url_name) for item in own_items()), "")
    homes = own | {url: url for url in urls} | {home: url for home, url in found.homes.items() if url in urls}
    fitting = (home for home in homes if path == home or (home != HOME and path.startswith(home)))
    return homes.get(max(fitting, key=len, default=""), "")


def page_frame(request: HttpRequest) -> dict[str, Any]:
    """What every page's frame needs: navigation, school, unread notices. Nothing for a stranger or a page seen for a moment."""
    viewer = getattr(request, "viewer", None)
    if viewer is None or getattr(request, "htmx", False) or getattr(request, "is_bare", False):
        return {"language_url": address("language")}
    entries = entries_for(viewer, stands_in(request))
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
