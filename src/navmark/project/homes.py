"""Where the pages of what the programme describes as data stand: on the shelf of its heading, without a line of their own."""

from functools import cache

from django.urls import reverse

from navmark.foundation.tenancy.models import School

PAGES = {  # where those of a thing begin, by its noun
    "activity": ("activities:register", "activities:plan", "rotas:table"),  # its turns are called as it is
    "rota": ("rotas:table",),
    "register": ("registers:list",),
    "pledge": ("pledges:list",),
}


def homes_of_data(school: School) -> dict[str, str]:
    """The beginning of each such address, and that of the shelf."""
    return {
        page: address("shelf", heading)
        for heading, _title, _english, *held in school.headings
        for nouns in held
        for noun, codes in nouns.items()
        for code in codes
        for page in _pages_of(noun, code)
    }


@cache
def address(url_name: str, *of: str) -> str:
    """Of a page that is one for all: its frame names dozens of them."""
    return reverse(url_name, args=of)


@cache
def _pages_of(noun: str, code: str) -> tuple[str, ...]:
    return tuple(address(page, code) for page in PAGES[noun])
