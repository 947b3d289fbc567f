"""What a thing is linked with, both ways, as far as a viewer may see it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from navmark.foundation.links import known
from navmark.foundation.links.linkable import Beginning, Linked, linkable, linkables
from navmark.foundation.links.models import Tag, Tie
from navmark.foundation.people.viewer import Viewer


@dataclass(frozen=True)
class LinksBox:
    """As a page shows it: the tags, what it leads to, what leads to it, what may begin from it. `carried`: (from, into), where it
    came from one campaign into the next."""

    tags: tuple[Tag, ...] = ()
    carried: tuple[tuple[Tag, Tag], ...] = ()
    onward: tuple[Linked, ...] = ()
    back: tuple[Linked, ...] = ()
    offers: tuple[Beginning, ...] = ()


def links_of(
    viewer: Viewer, pk: UUID, *, codes: Collection[str], leads: bool = False, always: Collection[str] = (), has_ties: bool = True
) -> LinksBox:
    """Of a thing of these codes. `leads`: whether it may have links of its own; `always`: the codes of the tags that it carries
    without one; `has_ties`: what `ties_of_it` has said. No query for what is never linked, else one, and one for each kind."""
    fixed = tuple(one for one in known.tags() if one.code in always) if always else ()
    if not leads and not any(one.leans_on(codes) for one in linkables()):
        return LinksBox(fixed)
    rows = list(Tie.objects.filter(Q(thing=pk) | Q(to_thing=pk)).select_related("tag", "carried_from")) if has_ties else []
    tags = tuple(row.tag for row in rows if row.tag and row.tag not in fixed)
    onward = {row.to_thing: row.to_kind for row in rows if row.to_thing and row.thing == pk}
    back = {row.thing: row.kind for row in rows if row.to_thing == pk}
    shown = _shown(viewer, onward | back)
    return LinksBox(
        (*fixed, *tags),
        tuple((row.carried_from, row.tag) for row in rows if row.carried_from and row.tag),
        tuple(one for one in shown if one.pk in onward),
        tuple(one for one in shown if one.pk in back),
        tuple(offer for one in linkables() for offer in one.begins(viewer, codes, pk)),
    )


def ties_of_it() -> Exists:
    """Whether anything leads from or to a row, for the query that reads it."""
    mine = Q(thing=OuterRef("pk")) | Q(to_thing=OuterRef("pk"))
    return Exists(Tie.objects.filter(mine, school=OuterRef("school")))


def _shown(viewer: Viewer, kinds: Mapping[UUID, str]) -> list[Linked]:
    by_kind: dict[str, set[UUID]] = defaultdict(set)
    for pk, kind in kinds.items():
        by_kind[kind].add(pk)
    return [one for kind in sorted(by_kind) for one in linkable(kind).shown(viewer, by_kind[kind])]


def tags_of(pks: Iterable[UUID]) -> dict[UUID, list[Tag]]:
    """Thing -> the tags that it carries by itself. One query."""
    found: dict[UUID, list[Tag]] = defaultdict(list)
    for row in Tie.objects.filter(thing__in=list(pks), tag__isnull=False).select_related("tag"):
        if row.tag:
            found[row.thing].append(row.tag)
    return found
