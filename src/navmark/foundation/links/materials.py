"""学习资料: what was hung or named once to be read, on plans, occasions and entries, as one list.

Nothing of it is kept here: a file hangs where it was put, a title stands in the paper where it was written, and each is seen by
whoever sees that thing.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from navmark.foundation.attachments.models import Attachment, FileKind
from navmark.foundation.links.linkable import Linkable, Linked, linkables
from navmark.foundation.links.models import Tag
from navmark.foundation.papers.fields import PaperField
from navmark.foundation.papers.models import Answers
from navmark.foundation.papers.types.rows import Rows
from navmark.foundation.people.viewer import Viewer

READ = ("materials", "book")  # the keys of the questions of a paper that name what is read
FILES = (FileKind.MATERIAL, FileKind.SCRIPT)
SORTS = {"file": _("File"), "title": _("Text or book"), "address": _("Web address")}
MOST = 2000  # the newest of each
WEB = ("http://", "https://")
End = tuple[str, UUID]


@dataclass(frozen=True)
class Material:
    """`sort`: a key of SORTS; `page`: where it opens, "" for a title alone; `note`: its source; `thing`: what it belongs to."""

    sort: str
    title: str
    thing: Linked
    note: str = ""
    page: str = ""

    @property
    def sort_name(self) -> str:
        return str(SORTS[self.sort])

    def says(self, words: str) -> bool:
        told = (self.title, self.note, self.thing.title, self.thing.about, self.thing.what)
        return words.casefold() in " ".join(told).casefold()


@dataclass(frozen=True)
class WantedMaterials:
    """What the filter says; what is empty asks for nothing."""

    words: str = ""
    what: str = ""
    sort: str = ""
    year: int | None = None
    tag: Tag | None = None


def materials(viewer: Viewer) -> list[Material]:
    """All that she may see and that is about no child, by the day of what it belongs to, the newest first. A few queries for each
    room that links things, however many materials."""
    named = [*_files(), *_titles()]
    things = _things(viewer, {end for end, _sort, _title, _note, _page in named})
    found = [Material(sort, title, things[pk], note, page) for (_kind, pk), sort, title, note, page in named if pk in things]
    return sorted(found, key=lambda one: (one.thing.day, one.thing.pk), reverse=True)


def wanted(viewer: Viewer, found: Collection[Material], ask: WantedMaterials) -> list[Material]:
    carry = {one.pk for room in linkables() for one in room.tagged(viewer, ask.tag)} if ask.tag else None
    return [
        one
        for one in found
        if (carry is None or one.thing.pk in carry)
        and ask.what in ("", one.thing.what)
        and ask.sort in ("", one.sort)
        and ask.year in (None, one.thing.day.year)
        and one.says(ask.words)
    ]


def _things(viewer: Viewer, ends: Collection[End]) -> Mapping[UUID, Linked]:
    """By the id of what hangs there: a thing, or a part of one, which is called by its own name."""
    return {pk: thing for room in linkables() for pk, thing in _of_room(viewer, room, ends)}


def _of_room(viewer: Viewer, room: Linkable, ends: Collection[End]) -> Iterator[tuple[UUID, Linked]]:
    whole = {pk for kind, pk in ends if kind == room.kind}
    inside = {pk for kind, pk in ends if room.part_kind and kind == room.part_kind}
    parts = room.parts(inside) if inside else {}
    if asked := whole | {one.thing for one in parts.values()}:
        shown = {one.pk: one for one in room.shown(viewer, asked) if not one.about_child}
        yield from ((pk, shown[pk]) for pk in whole & shown.keys())
        for pk, part in parts.items():
            if part.thing in shown:
                yield pk, replace(shown[part.thing], what=part.what, about=part.about)


Named = tuple[End, str, str, str, str]  # of what, sort, title, note, page


def _files() -> Iterator[Named]:
    """Papers of a meeting, texts of a lecture, and what answers a question that asks for materials."""
    asked = reduce(or_, (Q(place__endswith=f".{key}") for key in READ), Q(kind__in=FILES) | Q(place__in=READ))
    for one in Attachment.objects.filter(asked, removed_at=None).order_by("-uploaded_at", "-id")[:MOST]:
        yield (one.owner_kind, one.owner_id), "file", one.name, "", reverse("attachments:open", args=[one.pk])


def _titles() -> Iterator[Named]:
    """What a paper names under these keys, in words or line by line."""
    asked = Q(open__has_any_keys=READ)
    for row in Answers.objects.filter(asked).select_related("edition").order_by("-id")[:MOST]:
        for key in READ:
            field, value = row.description.by_key.get(key), row.open.get(key)
            for texts in _lines(field, value) if field else ():
                title, *rest = texts
                address = next((text for text in texts if text.startswith(WEB)), "")
                yield (row.source_kind, row.source_id), "address" if address else "title", title, " · ".join(rest), address


def _lines(field: PaperField, value: object) -> Iterator[list[str]]:
    """Line by line what was written, the title first."""
    if isinstance(field, Rows) and isinstance(value, list):
        for row in value:
            if texts := [str(row[one.key]) for one in field.columns if row.get(one.key)]:
                yield texts
    elif isinstance(value, str) and value and not field.hangs:
        yield from ([line] for line in value.splitlines() if line.strip())
