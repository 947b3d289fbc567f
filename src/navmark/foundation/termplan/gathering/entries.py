"""Steps of entries by a day that somebody has named: a problem to be mended, an honour that ends, the half-way of a project."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import ngettext

from navmark.foundation.cadence.access import acts_on
from navmark.foundation.cadence.queries import title_of
from navmark.foundation.people.circles import circle
from navmark.foundation.people.circles.named import STAFF
from navmark.foundation.people.viewer import Viewer
from navmark.foundation.registers.models import HandRole
from navmark.foundation.registers.waiting import STEPS
from navmark.foundation.termplan.gathering.asking import PlanAsked
from navmark.foundation.termplan.gathering.dated import DatedDuty
from navmark.foundation.termplan.items import APART, ItemSort, Placed, PlanItem
from navmark.foundation.termplan.weeks import by_day


def placed(asked: PlanAsked, duties: list[DatedDuty]) -> Iterator[Placed]:
    """An entry once, whoever of several takes its step. Many of one register in a week are one item."""
    alike: dict[tuple[int, str], dict[UUID | None, DatedDuty]] = defaultdict(dict)
    for one in duties:
        if one.duty.source_kind == STEPS and _has_its_day(one) and _is_for(asked.viewer, one):
            alike[asked.place_of(one.day), one.told["code"]].setdefault(one.about, one)
    for (week, code), by_entry in alike.items():
        some = list(by_entry.values())
        items = [_item(one) for one in some] if len(some) <= APART else [_several(some)]
        yield from (Placed(week, asked.columns.of_register(code), item) for item in items)


def _has_its_day(one: DatedDuty) -> bool:
    """Whether its step is asked for by a day of the paper, which is not that of a campaign; so many days after the last one is
    no matter of a plan. What is kept about pupils is none either."""
    key = one.duty.action.rstrip("/").rpartition("/")[2]
    step = next((step for step in one.told["steps"] if step["key"] == key), None)
    by_field = step["by_field"] if step else ""
    return bool(by_field) and by_field not in one.told["runs"] and not one.told["about_children"]


def _is_for(viewer: Viewer, one: DatedDuty) -> bool:
    """For whoever takes the step, and whoever reads the register by an office around the unit."""
    offices = (code for code in (*one.told["readers"], *one.told["keepers"]) if not circle(code).of_thing)
    return acts_on(viewer, one.duty) or UUID(one.told["unit"]) in viewer.units_in(*offices)


def _item(one: DatedDuty) -> PlanItem:
    for_all = _is_for_all(one.told)
    return PlanItem(ItemSort.DUE, title_of(one.duty), url=one.duty.page, by=one.day, note=by_day(one.day), for_all=for_all)


def _several(some: list[DatedDuty]) -> PlanItem:
    told = some[0].told
    note = ngettext("%(count)s entry due", "%(count)s entries due", len(some)) % {"count": len(some)}
    url = reverse("registers:list", args=[told["code"]])
    return PlanItem(ItemSort.DUE, told["title"], url=url, by=some[0].day, note=note, for_all=_is_for_all(told))


def _is_for_all(told: dict[str, Any]) -> bool:
    """What the whole staff reads, and is about nobody."""
    return STAFF in told["readers"] and HandRole.ABOUT not in told["roles"]
