"""查找: people, units, occasions, entries and places by their characters, by pinyin or its initials; only what she may see.

No child stands here: a child's name is read behind the gate that asks what for.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from django.db.models import QuerySet
from django.urls import reverse

from navmark.foundation.activities.access import visible_to
from navmark.foundation.activities.models import Activity
from navmark.foundation.activities.pages import page_of
from navmark.foundation.activities.register.views import open_kinds
from navmark.foundation.people.access import INSIDERS
from navmark.foundation.people.listing import adults
from navmark.foundation.people.models import Unit, UnitKind
from navmark.foundation.people.naming import name_on, post_on
from navmark.foundation.people.queries import posts_of
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.pledges.shelving import shelved as shelved_pledges
from navmark.foundation.registers.access import registers_read_by
from navmark.foundation.registers.access import visible_to as entries_visible_to
from navmark.foundation.registers.files import page_of as page_of_entry
from navmark.foundation.registers.models import Register
from navmark.foundation.rotas.access import units_to_read
from navmark.foundation.rotas.known import rotas
from navmark.foundation.ui.dates import cn_date
from navmark.project.places import Places, own_items, places_for

SHOWN = 20  # of each kind; who sees as many writes one character more
SPELT = 300  # the newest occasions, read for their pinyin; by characters all are found


@dataclass(frozen=True)
class Found:
    words: str
    url: str
    detail: str = ""


@dataclass
class Finds:
    people: list[Found] = field(default_factory=list)
    units: list[Found] = field(default_factory=list)
    occasions: list[Found] = field(default_factory=list)
    entries: list[Found] = field(default_factory=list)
    places: list[Found] = field(default_factory=list)

    def __bool__(self) -> bool:
        return any((self.people, self.units, self.occasions, self.entries, self.places))


def find(viewer: Viewer, text: str) -> Finds:
    """What this text names. Eleven queries, however much there is."""
    wanted = "".join(text.split()).casefold()
    if not wanted:
        return Finds()
    is_insider = viewer.has(*INSIDERS)
    registers = registers_read_by(viewer)
    return Finds(
        people=_people(viewer, wanted) if is_insider else [],
        units=_units(viewer, wanted) if is_insider else [],
        occasions=_occasions(viewer, wanted),
        entries=_entries(viewer, [one for one in registers if not one.about_children], wanted),
        places=[*_places(places_for(viewer), wanted), *_pages(viewer, registers, wanted)],
    )


def _people(viewer: Viewer, wanted: str) -> list[Found]:
    rows = adults(viewer.on).order_by("sort_key", "id").only("pk", "name")
    named = [one for one in rows if is_named(one.name, wanted)][:SHOWN]
    posts = posts_of(named, viewer.on)
    held = {one.pk: "、".join(post_on(post, viewer.on) for post in posts.get(one.pk, ())) for one in named}
    return [Found(one.name, reverse("people:person", args=[one.pk]), held[one.pk]) for one in named]


def _units(viewer: Viewer, wanted: str) -> list[Found]:
    names = {unit: name_on(unit, viewer.on) for unit in Unit.objects.on(viewer.on)}
    return [Found(name, _page_of_unit(unit)) for unit, name in names.items() if is_named(name, wanted)][:SHOWN]


def _page_of_unit(unit: Unit) -> str:
    """The school itself stands on the page of its units."""
    if unit.kind == UnitKind.BRANCH:
        return reverse("people:branch", args=[unit.pk])
    return reverse("people:units") if unit.kind == UnitKind.SCHOOL else reverse("people:unit", args=[unit.pk])


def _occasions(viewer: Viewer, wanted: str) -> list[Found]:
    rows = visible_to(viewer).order_by("-day", "-id").prefetch_related("parts")
    named = _spelt(rows, wanted) if wanted.isascii() and wanted.isalpha() else rows.filter(title__icontains=wanted)[:SHOWN]
    return [Found(one.title, page_of(one), cn_date(one.day)) for one in named]


def _spelt(rows: QuerySet[Activity], wanted: str) -> Iterable[Activity]:
    return [one for one in rows[:SPELT] if is_named(one.title, wanted)][:SHOWN]


def _places(places: Places, wanted: str) -> list[Found]:
    lines = [*(one for entry in places.first for one in (entry, *entry.places)), *places.open(own_items())]
    named = {str(one.label): one.url for one in lines if is_named(str(one.label), wanted)}
    return [Found(label, url) for label, url in named.items()]


def _entries(viewer: Viewer, registers: Sequence[Register], wanted: str) -> list[Found]:
    """By the characters of their titles; of registers about children none."""
    if not registers:
        return []
    rows = entries_visible_to(viewer, *registers).filter(title__icontains=wanted).order_by("-day", "-id")[:SHOWN]
    named = {one.pk: one.name for one in registers}
    return [Found(one.title, page_of_entry(one), f"{named[one.register_id]} {cn_date(one.day)}") for one in rows]


def _pages(viewer: Viewer, registers: Iterable[Register], wanted: str) -> Iterator[Found]:
    """What the programme describes: a register, a kind of activity, a rota, what people take on."""
    pages = [(one.name, reverse("registers:list", args=[one.code])) for one in registers]
    pages += [(str(one.title), reverse("activities:register", args=[one.code])) for one in open_kinds(viewer)]
    pages += [(one.name, reverse("rotas:table", args=[one.code])) for one in rotas() if units_to_read(viewer, one)]
    pages += [(one.kind.name, reverse("pledges:list", args=[one.kind.code])) for one in shelved_pledges(viewer)]
    return (Found(label, url) for label, url in pages if is_named(label, wanted))


def is_named(name: str, wanted: str) -> bool:
    """Whether the name holds this text, or is spelt so from one of its characters on: 何红明 by 红明, hongm, hhm, hehm."""
    name = name.casefold()
    if wanted in name:
        return True
    if not (wanted.isascii() and wanted.isalpha()):
        return False
    readings = [_readings(letter) for letter in name]
    return any(_spells(wanted, readings[start:]) for start in range(len(readings)))


def _spells(letters: str, readings: Sequence[Sequence[str]]) -> bool:
    """Each character takes its first letter or its whole syllable; the last one as much of it as has been typed."""
    return not letters or any(_rest(letters, one, readings[1:]) for syllables in readings[:1] for one in syllables)


def _rest(letters: str, syllable: str, after: Sequence[Sequence[str]]) -> bool:
    return syllable.startswith(letters) or any(_spells(left, after) for left in _ways(letters, syllable))


def _ways(letters: str, syllable: str) -> Iterator[str]:
    yield from (letters[len(start) :] for start in (syllable, syllable[:1]) if start and letters.startswith(start))


@lru_cache(maxsize=8192)
def _readings(letter: str) -> tuple[str, ...]:
    """Every reading of a character, as one name has it and another not: 单 dan, shan.

    Loaded with the first search by letters; without the readings of phrases, which take three times the memory.
    """
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style, pinyin  # noqa: PLC0415

    return tuple(pinyin(letter, style=Style.NORMAL, heteronym=True)[0])
