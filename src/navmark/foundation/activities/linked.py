"""Occasions as what they are linked with shows them: an entry that comes from one, the page of a tag."""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from navmark.foundation.activities import access
from navmark.foundation.activities.files import ACTIVITY
from navmark.foundation.activities.kinds import all_kinds, kind
from navmark.foundation.activities.models import Activity, ActivityState, ActivityTag, Part
from navmark.foundation.activities.pages import page_of
from navmark.foundation.activities.part_papers import OWNER
from navmark.foundation.activities.states import state_of
from navmark.foundation.links.linkable import Linkable, Linked, PartOfThing, register
from navmark.foundation.links.models import Tag
from navmark.foundation.links.queries import LinksBox, links_of
from navmark.foundation.papers.queries import tagged_by_answer
from navmark.foundation.people.viewer import Viewer

OCCASION = "occasion:"  # how a register names a kind of activity: "occasion:flag_speech"
MOST_NAMED, MOST_GATHERED = 50, 500


def shown(viewer: Viewer, pks: Collection[UUID]) -> list[Linked]:
    return _linked(access.visible_to(viewer).filter(pk__in=pks), most=len(pks))


def carrying(tag: Tag) -> QuerySet[Activity]:
    """By the words of their plan, by an answer of theirs or of a part, or since all of their kind serve it: of a campaign those
    of its days. Whosever they are."""
    codes = [one.code for one in all_kinds() if tag.code in one.tags]
    by_kind = Q(pk__in=Activity.objects.filter(parts__kind__in=codes).values("pk"))
    if tag.from_day and tag.to_day:
        by_kind &= Q(day__range=(tag.from_day, tag.to_day))
    by_words = Q(pk__in=Activity.objects.filter(tags__label=tag.title).values("pk"))
    of_parts = Part.objects.filter(pk__in=tagged_by_answer(OWNER, tag.code)).values("activity")
    by_answer = Q(pk__in=tagged_by_answer(ACTIVITY, tag.code)) | Q(pk__in=of_parts)
    return Activity.objects.exclude(state=ActivityState.CANCELLED).filter(by_words | by_kind | by_answer)


def tagged(viewer: Viewer, tag: Tag) -> list[Linked]:
    return _linked(access.visible_to(viewer).filter(pk__in=carrying(tag).values("pk")), most=MOST_GATHERED)


def left(tag: Tag) -> list[tuple[str, int]]:
    """Those that nobody has completed."""
    count = carrying(tag).filter(completed_at=None, closed_at=None).count()
    return [(_("occasions without a complete record"), count)] if count else []


def named(viewer: Viewer, codes: Collection[str], words: str) -> list[Linked]:
    kinds = [code.removeprefix(OCCASION) for code in codes if code.startswith(OCCASION)]
    rows = access.visible_to(viewer).exclude(state=ActivityState.CANCELLED).filter(title__icontains=words)
    return _linked(rows.filter(pk__in=Activity.objects.filter(parts__kind__in=kinds).values("pk")), most=MOST_NAMED)


def box_of(viewer: Viewer, activity: Activity) -> LinksBox:
    """What stands beside an occasion: what its kinds always serve, and what came of it."""
    parts = [kind(part.kind) for part in activity.parts.all()]
    codes = [f"{OCCASION}{one.code}" for one in parts]
    tied = getattr(activity, "is_tied", True)  # as its door has read it
    return links_of(viewer, activity.pk, codes=codes, always={code for one in parts for code in one.tags}, has_ties=tied)


def parts_of(pks: Collection[UUID]) -> Mapping[UUID, PartOfThing]:
    return {one.pk: PartOfThing(one.activity_id, str(kind(one.kind).title), one.topic) for one in Part.objects.filter(pk__in=pks)}


def _linked(rows: QuerySet[Activity], *, most: int) -> list[Linked]:
    at = timezone.now()
    return [
        Linked(
            kind=ACTIVITY, pk=one.pk, what=str(kind(one.parts.all()[0].kind).title), title=_short(one), day=one.day,
            page=page_of(one), about=one.parts.all()[0].topic, how_far=str(state_of(one, at=at).label), unit=one.unit_id,
            host=one.host_id,
            codes=tuple(f"{OCCASION}{part.kind}" for part in one.parts.all()),
        )
        for one in rows.order_by("-starts_at", "id").select_related("unit").prefetch_related("parts")[:most]
    ]  # fmt: skip


def _short(one: Activity) -> str:
    """Its title without the name of whose it is, which a usual title begins with."""
    return one.title.removeprefix(one.unit.name) or one.title


def renamed(old: str, new: str) -> None:
    """A plan names a tag by its title; where it names the new one already, the old one is one too many."""
    rows = ActivityTag.objects.filter(label=old)
    rows.filter(activity__in=ActivityTag.objects.filter(label=new).values("activity")).delete()
    rows.update(label=new)


register(Linkable(ACTIVITY, shown, tagged, named, part_kind=OWNER, parts=parts_of, left=left, renamed=renamed))
