"""Entries as what they are linked with shows them, and what may begin from an occasion or another entry."""

from collections.abc import Collection
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from navmark.foundation.links.linkable import Beginning, Linkable, Linked, linkables, register
from navmark.foundation.links.queries import LinksBox, links_of
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access, closing, known, leaving, tagging
from navmark.foundation.registers.files import ENTRY, OF
from navmark.foundation.registers.models import Entry, Register
from navmark.foundation.registers.tagging import NEVER, code_of, linked

MOST_NAMED = 50


def shown(viewer: Viewer, pks: Collection[UUID]) -> list[Linked]:
    return linked(access.visible_to(viewer).filter(pk__in=pks))


def named(viewer: Viewer, codes: Collection[str], words: str) -> list[Linked]:
    wanted = [one for one in known.registers() if f"{OF}{one.code}" in codes and not one.about_children]
    return linked(access.visible_to(viewer, *wanted).filter(title__icontains=words)[:MOST_NAMED]) if wanted else []


def begins(viewer: Viewer, codes: Collection[str], pk: UUID) -> list[Beginning]:
    """ "从这次活动记一条": the registers whose entries may come from a thing of these codes, and to which she adds."""
    found = [one for one in known.registers() if set(one.links) & set(codes) and access.units_to_add_for(viewer, one)]
    return [Beginning(_("Add to: %(register)s") % {"register": one.name}, _begun(one, pk)) for one in found]


def leans_on(codes: Collection[str]) -> bool:
    return any(set(one.links) & set(codes) for one in known.registers())


def origin_of(viewer: Viewer, one: Register, text: str) -> Linked | None:
    """The thing from which an entry of this register begins, if that may be and she sees it."""
    try:
        pk = UUID(text)
    except ValueError:
        return None
    found = (thing for kind in linkables() for thing in kind.shown(viewer, [pk]))
    return next((thing for thing in found if set(thing.codes) & set(one.links)), None)


def box_of(viewer: Viewer, entry: Entry) -> LinksBox:
    """What stands beside an entry: no query where its register links nothing."""
    one = entry.register
    leads, tied = bool(one.links) or one.campaign != NEVER, getattr(entry, "is_tied", True)  # as its door has read it
    return links_of(viewer, entry.pk, codes=[code_of(entry)], leads=leads, always=one.tags, has_ties=tied)


def _begun(one: Register, pk: UUID) -> str:
    return reverse("registers:add", args=[one.code], query={"from": str(pk)})


register(
    Linkable(
        ENTRY, shown, tagging.tagged, named, begins, leans_on, counted=tagging.counted, serves=tagging.serves,
        unfinished=tagging.unfinished, keeps=tagging.keeps, written=tagging.written, closes=closing.closes, left=leaving.left,
        begins_next=tagging.begins_next,
    )
)  # fmt: skip
