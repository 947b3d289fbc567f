"""Pages that a mechanism of code keeps beside the entries of a register: the entry names them, each has a door of its own."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise

from navmark.foundation.registers.models import Entry


@dataclass(frozen=True)
class PageBeside:
    """`url_name` takes the id of the entry."""

    register: str
    label: str | Promise
    url_name: str


_pages: list[PageBeside] = []


def register_page(page: PageBeside) -> None:
    if page not in _pages:
        _pages.append(page)


def pages_beside(entry: Entry) -> list[tuple[str, str]]:
    """(label, address)."""
    return [(str(one.label), reverse(one.url_name, args=[entry.pk])) for one in _pages if one.register == entry.register.code]
