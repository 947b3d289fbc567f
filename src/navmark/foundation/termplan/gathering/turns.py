"""Turns of the rotas whose table the viewer reads."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import replace
from uuid import UUID

from django.utils.translation import gettext as _

from navmark.foundation.activities import kinds
from navmark.foundation.rotas.access import units_to_read
from navmark.foundation.rotas.models import Turn, TurnState
from navmark.foundation.rotas.pages import table_of
from navmark.foundation.termplan.gathering.asking import PlanAsked, is_for_all
from navmark.foundation.termplan.items import ALWAYS, ItemSort, Placed, PlanItem
from navmark.foundation.ui.marks import colon, pause

NAMED = 5  # so many holders are named, one for each day of a week; more stand in the table


def turns_seen(asked: PlanAsked) -> list[Turn]:
    """Earliest first. One query: each brings its rota along."""
    first, last = asked.days_seen
    rows = Turn.objects.filter(starts_on__lte=last, ends_on__gte=first).select_related("rota", "unit", "person", "holder_unit")
    turns = list(rows.order_by("starts_on", "post", "shift", "place"))
    rotas = {turn.rota_id: turn.rota for turn in turns}
    readable = {pk: {unit.pk for unit in units_to_read(asked.viewer, rota)} for pk, rota in rotas.items()}
    return [turn for turn in turns if turn.unit_id in readable[turn.rota_id]]


def holders_of_occasions(turns: list[Turn]) -> dict[UUID, str]:
    found: dict[UUID, list[str]] = defaultdict(list)
    for turn in turns:
        if turn.activity_id:
            found[turn.activity_id].append(turn.holder)
    return {pk: "、".join(names) for pk, names in found.items()}


def of_kinds(asked: PlanAsked, turns: list[Turn]) -> Counter[tuple[int, str]]:
    """How many turns there are in a week of what is held of a kind: nobody has to be told besides that it is due."""
    return Counter((_week(asked, turn), turn.rota.activity_kind) for turn in turns)


def placed(asked: PlanAsked, turns: list[Turn], shown: Collection[UUID]) -> Iterator[Placed]:
    """Without those of occasions that are shown. Those of one rota are one item a week; where they are too many to be named, one
    item for the whole term says where they stand."""
    alike: dict[tuple[int, UUID, UUID], list[Turn]] = defaultdict(list)
    for turn in turns:
        if turn.activity_id not in shown:
            alike[_week(asked, turn), turn.rota_id, turn.unit_id].append(turn)
    found = (_placed(asked, week, some) for (week, _rota, _unit), some in alike.items())
    yield from dict.fromkeys(found)


def _week(asked: PlanAsked, turn: Turn) -> int:
    return asked.place_of(max(turn.starts_on, asked.span[0]))


def _placed(asked: PlanAsked, week: int, some: list[Turn]) -> Placed:
    holders = list(dict.fromkeys(turn.holder for turn in some))
    is_told = len(holders) <= NAMED
    item = _item(asked, some, names=pause().join(holders) if is_told else _("see the table"))
    return Placed(week if is_told else ALWAYS, asked.columns.of_rota(some[0].rota), item if is_told else replace(item, note=""))


def _item(asked: PlanAsked, some: list[Turn], *, names: str) -> PlanItem:
    rota, unit = some[0].rota, some[0].unit
    what = kinds.kind(rota.activity_kind).title if rota.activity_kind and rota.field else rota.name
    proposed = any(turn.state == TurnState.PROPOSED for turn in some)
    return PlanItem(
        ItemSort.TURN, f"{asked.whose(unit.pk)}{what}{colon()}{names}", url=table_of(rota, unit),
        note=_("to be confirmed") if proposed else "", for_all=is_for_all(tuple(rota.readers)),
    )  # fmt: skip
