"""Entries as what they are linked with shows them, and what may begin from an occasion or another entry."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from navmark.foundation.links.linkable import Beginning, Linkable, Linked, linkables, register
from navmark.foundation.links.models import Tag, Tie
from navmark.foundation.links.queries import LinksBox, links_of
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers import access, known
from navmark.foundation.registers.files import ENTRY, page_of
from navmark.foundation.registers.models import Entry, Register

OF = "entry:"  # how a register names another: "entry:rectification"
NEVER = "never"
MOST_NAMED, MOST_GATHERED = 50, 500


def code_of(entry: Entry) -> str:
    return f"{OF}{entry.register.code}"


def shown(viewer: Viewer, pks: Collection[UUID]) -> list[Linked]:
    return _linked(access.visible_to(viewer).filter(pk__in=pks))


def tagged(viewer: Viewer, tag: Tag) -> list[Linked]:
    """By their own links, or since every entry of their register serves it: of a campaign those of its days. What is about a
    child stands in no such list."""
    open_ones = [one for one in known.registers() if not one.about_children]
    by_register = Q(register__in=[one.pk for one in open_ones if tag.code in one.tags])
    if tag.from_day and tag.to_day:
        by_register &= Q(day__range=(tag.from_day, tag.to_day))
    by_link = Q(pk__in=Tie.objects.filter(tag=tag, kind=ENTRY).values("thing"))
    rows = access.visible_to(viewer, *open_ones).filter(by_link | by_register)[:MOST_GATHERED]
    return _linked(rows) if open_ones else []


def named(viewer: Viewer, codes: Collection[str], words: str) -> list[Linked]:
    wanted = [one for one in known.registers() if f"{OF}{one.code}" in codes and not one.about_children]
    return _linked(access.visible_to(viewer, *wanted).filter(title__icontains=words)[:MOST_NAMED]) if wanted else []


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
    found = (linked for kind in linkables() for linked in kind.shown(viewer, [pk]))
    return next((linked for linked in found if set(linked.codes) & set(one.links)), None)


def box_of(viewer: Viewer, entry: Entry) -> LinksBox:
    """What stands beside an entry: no query where its register links nothing."""
    one = entry.register
    leads, tied = bool(one.links) or one.campaign != NEVER, getattr(entry, "is_tied", True)  # as its door has read it
    return links_of(viewer, entry.pk, codes=[code_of(entry)], leads=leads, always=one.tags, has_ties=tied)


def _begun(one: Register, pk: UUID) -> str:
    return reverse("registers:add", args=[one.code], query={"from": str(pk)})


def _linked(rows: QuerySet[Entry]) -> list[Linked]:
    return [
        Linked(
            kind=ENTRY, pk=one.pk, what=one.register.name, title=one.title, day=one.day, page=page_of(one),
            how_far=one.standing.words, unit=one.unit_id, host=one.owner_id,
            codes=(code_of(one),),
        )
        for one in rows.select_related("register", "edition")
    ]  # fmt: skip


register(Linkable(ENTRY, shown, tagged, named, begins, leans_on))
