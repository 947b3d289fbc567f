"""A mechanism's card: what others must list. It never decides flow; flow is a mechanism calling a foundation verb by name."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.module_loading import import_string

from navmark.foundation.activities import kinds as activity_kinds
from navmark.foundation.activities import recording, shelves
from navmark.foundation.cadence import specs
from navmark.foundation.cadence.specs import CadenceSpec
from navmark.foundation.proceedings import deliberation


@dataclass(frozen=True)
class NavItem:
    """One line of the navigation, for people of any of `circles` (none named: everybody)."""

    label: str | Promise
    url_name: str
    icon: str
    circles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mechanism:
    slug: str
    title: str | Promise
    source: str  # anchor in docs/source.md
    urls: str  # dotted path of its urls, hung up below its pillar and slug
    path: str  # "/demonstration/branch-life/"
    kinds: tuple[activity_kinds.Kind, ...] = ()
    deliberations: tuple[deliberation.Deliberation, ...] = ()
    cadences: tuple[CadenceSpec, ...] = ()
    nav: tuple[NavItem, ...] = ()
    own: tuple[NavItem, ...] = ()  # what it has for each alone, beside the own account
    beside: tuple[shelves.Page, ...] = ()  # what leads on from the year of its kinds: label, url name
    prints: recording.Print | None = None  # what of its records is frozen by the lock
    # Dotted paths of what else it brings, in the forms of `bringing`.
    demo: str = ""
    chore: str = ""
    counts: str = ""
    export: str = ""
    bench: str = ""
    doors: str = ""


_cards: dict[str, Mechanism] = {}


def register(card: Mechanism) -> Mechanism:
    if _cards.setdefault(card.slug, card) != card:
        raise ValueError(f"two mechanisms are called {card.slug}")
    activity_kinds.register(card.kinds)
    shelves.put_up(card.slug, card.title, card.kinds, card.beside)
    if card.prints:
        recording.print_as((one.code for one in card.kinds), card.prints)
    deliberation.register(card.deliberations)
    specs.register(card.cadences)
    return card


def cards() -> tuple[Mechanism, ...]:
    """Every installed mechanism, in the order of the article."""
    return tuple(_cards.values())


def brought(what: str) -> Iterator[tuple[Mechanism, Any]]:
    """Each mechanism that brings this, and what it brings, loaded now: `what` is demo, chore, counts, export, bench or doors."""
    for card in cards():
        if path := getattr(card, what):
            yield card, import_string(path)


def card_for_kind(kind: str) -> Mechanism | None:
    """The mechanism that declares this activity kind."""
    return next((card for card in _cards.values() if any(one.code == kind for one in card.kinds)), None)
