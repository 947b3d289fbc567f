"""Occasions that the viewer may see: planned or held, each in the week of its day."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import ngettext

from navmark.foundation.activities import access, kinds, shelves
from navmark.foundation.activities.kinds import Kind
from navmark.foundation.activities.models import ActivityState, Part
from navmark.foundation.termplan.gathering.asking import PlanAsked, is_for_all
from navmark.foundation.termplan.items import APART, ItemSort, Placed, PlanItem
from navmark.foundation.ui.marks import colon


@dataclass
class OccasionSeen:
    """One occasion with the kinds and the theme of its parts."""

    pk: UUID
    unit: UUID
    day: date
    starts_at: datetime
    where: str
    kinds: list[Kind]
    topic: str = ""


def occasions_seen(asked: PlanAsked) -> dict[UUID, OccasionSeen]:
    """By their ids, in order of time. One query beside the kinds."""
    rows = Part.objects.filter(activity__in=access.visible_to(asked.viewer).filter(day__range=asked.span))
    rows = rows.exclude(activity__state=ActivityState.CANCELLED).order_by("activity__starts_at", "activity_id", "position")
    found: dict[UUID, OccasionSeen] = {}
    for pk, kind, topic, *rest in rows.values_list(
        "activity_id", "kind", "topic", "activity__unit_id", "activity__day", "activity__starts_at", "activity__place"
    ):
        one = found.setdefault(pk, OccasionSeen(pk, *rest, kinds=[]))
        one.kinds.append(kinds.kind(kind))
        one.topic = one.topic or topic
    return {pk: one for pk, one in found.items() if not any(kind.is_private for kind in one.kinds)}


def placed(asked: PlanAsked, seen: Iterable[OccasionSeen], holders: Mapping[UUID, str]) -> Iterator[Placed]:
    """`holders`: whose turn an occasion is, by its id."""
    alike: dict[tuple[int, str], list[OccasionSeen]] = defaultdict(list)
    for one in seen:
        alike[asked.place_of(one.day), one.kinds[0].code].append(one)
    for (week, kind), some in alike.items():
        column = asked.columns.of_kind(kind)
        items = [_item(asked, one, holders.get(one.pk, "")) for one in some] if len(some) <= APART else [_several(some)]
        yield from (Placed(week, column, item) for item in items)


def _item(asked: PlanAsked, one: OccasionSeen, holder: str) -> PlanItem:
    titles = "、".join(str(kind.title) for kind in one.kinds)
    whose = asked.whose(one.unit)
    return PlanItem(
        ItemSort.OCCASION, f"{whose}{titles}" + (f"{colon()}{one.topic}" if one.topic else ""),
        url=reverse(one.kinds[0].page, args=[one.pk]), day=one.day, note=holder,
        when=" ".join(filter(None, (f"{localtime(one.starts_at):%H:%M}", one.where))), for_all=_is_for_all(one),
    )  # fmt: skip


def _several(some: list[OccasionSeen]) -> PlanItem:
    kind = some[0].kinds[0]
    words = ngettext("%(count)s time", "%(count)s times", len(some)) % {"count": len(some)}
    shelf = next(one.code for one in shelves.all_shelves() if kind.code in one.codes)
    url = reverse("activities:register", args=[shelf])
    return PlanItem(ItemSort.OCCASION, str(kind.title), url=url, note=words, for_all=all(map(_is_for_all, some)))


def _is_for_all(one: OccasionSeen) -> bool:
    return is_for_all(*(kind.seen_by for kind in one.kinds))
