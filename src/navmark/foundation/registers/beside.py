"""Pages that a mechanism of code keeps beside the entries of a register: the entry names them, each has a door of its own."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from navmark.foundation.registers.models import Entry


@dataclass(frozen=True)
class PageBeside:
    """`url_name` takes the id of the entry. `by_name`: behind it children stand by name, after the purpose was asked."""

    register: str
    label: str | Promise
    url_name: str
    by_name: bool = False


_pages: list[PageBeside] = []


def register_page(page: PageBeside) -> None:
    if page not in _pages:
        _pages.append(page)


def pages_beside(entry: Entry, *, but: str = "") -> list[tuple[str, str]]:
    """(label, address) of each, `but` for the one that asks."""
    return [(str(one.label), reverse(one.url_name, args=[entry.pk])) for one in _pages_of(entry) if one.url_name != but]


def shows_children(entry: Entry) -> bool:
    """Whether children stand by name on it, or beside it."""
    return entry.register.about_children or any(one.by_name for one in _pages_of(entry))


def _pages_of(entry: Entry) -> list[PageBeside]:
    return [one for one in _pages if one.register == entry.register.code]
