"""Duties by a day that are none to arrange: steps of registers, words of what was taken on, what is asked of her alone."""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, OuterRef, Q, Subquery, TextField
from django.db.models.functions import Cast, Coalesce, JSONObject

from navmark.foundation.cadence.models import Duty, Step
from navmark.foundation.pledges.actions.taking import PLEDGE
from navmark.foundation.pledges.models import Pledge
from navmark.foundation.registers.models import Entry
from navmark.foundation.registers.waiting import STEPS
from navmark.foundation.termplan.gathering.asking import PlanAsked
from navmark.foundation.termplan.weeks import AFTER_THE_TERM

OF_ENTRY = {
    "code": "register__code", "title": "register__title", "unit": "unit_id", "about_children": "register__about_children",
    "readers": "register__readers", "keepers": "register__keepers", "roles": "register__roles", "runs": "register__runs",
    "steps": "edition__steps",
}  # fmt: skip
OF_PLEDGE = {"code": "kind__code", "readers": "kind__readers", "keepers": "kind__keepers", "takers": "kind__takers"}
LISTS = {"readers", "keepers", "takers", "roles", "runs", "steps"}


@dataclass(frozen=True)
class DatedDuty:
    """`told`: what the register of its entry, or the kind of its pledge, says (the keys of OF_ENTRY, OF_PLEDGE)."""

    duty: Duty
    day: date
    about: UUID | None
    told: dict[str, Any]


def dated(asked: PlanAsked) -> list[DatedDuty]:
    """By their days, those that are open. One query, however many."""
    first, last = asked.days_seen
    last += AFTER_THE_TERM if last == asked.span[1] else timedelta()
    hers = Q(cadence__isnull=False, subject_kind="person", subject_id=asked.viewer.person.pk)
    sorts = hers | Q(source_kind=STEPS) | Q(source_kind=PLEDGE, step=Step.ENTER)
    rows = Duty.objects.filter(sorts, closed_at=None, settled="", due_on__range=(first, last))
    rows = rows.annotate(told=Coalesce(_told(Entry, OF_ENTRY), _told(Pledge, OF_PLEDGE))).select_related("cadence")
    return [DatedDuty(row, row.due_on, row.about_id, _read(row.told)) for row in rows.order_by("due_on", "pk") if row.due_on]


def _told(model: type[Entry | Pledge], fields: dict[str, str]) -> Subquery:
    """Lists as text: inside an object one database gives them so anyway."""
    rows = model.objects.filter(school=OuterRef("school"), pk=OuterRef("about_id")).order_by()
    said = {key: Cast(path, TextField()) if key in LISTS else F(path) for key, path in fields.items()}
    return Subquery(rows.annotate(said=JSONObject(**said)).values("said")[:1])


def _read(told: dict[str, Any] | None) -> dict[str, Any]:
    return {key: json.loads(said) if key in LISTS else said for key, said in (told or {}).items()}
