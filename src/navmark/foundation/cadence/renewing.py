"""What a row yields by its facts (fulfilments, excuses) and, if a cadence asks for it, by how far its occasion is."""

from collections.abc import Iterator
from datetime import datetime, time
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, Max, OuterRef, QuerySet
from django.urls import reverse
from django.utils.timezone import get_current_timezone

from navmark.foundation.cadence.charges import charge_of
from navmark.foundation.cadence.models import Cadence, Duty, Excuse, Settled, Step
from navmark.foundation.cadence.moments import ONE_DAY, first_notice_on
from navmark.foundation.cadence.sources import Progress, progress_of

AT_ONCE, ANY = 500, str(UUID(int=0))
_DERIVED = (
    "place_id",
    "circles",
    "overseers",
    "step",
    "step_at",
    "about_id",
    "page",
    "action",
    "settled",
    "settled_on",
    "closed_at",
)


def renew(rows: QuerySet[Duty]) -> int:
    """Write what these rows yield now by their facts; how many differed. A few queries, however many rows."""
    differing = list(stale(rows))
    write(differing, [*_DERIVED, "next_notice_on"])
    return len(differing)


def write(rows: list[Duty], columns: list[str]) -> None:
    """These columns of rows that are there. An upsert costs a tenth of a CASE for each row and column."""
    if rows:
        Duty.objects.bulk_create(rows, AT_ONCE, update_conflicts=True, unique_fields=["id"], update_fields=columns)


def derive(rows: list[Duty]) -> None:
    """Set on rows that are not written yet, of cadences, what `renew` would find for them."""
    for row in rows:
        row.done = 0  # type: ignore[attr-defined]
    progress = progress_of(rows)
    for row in rows:
        differs(row, _of_cadence(row, progress.get(row.pk)))


def stale(rows: QuerySet[Duty]) -> Iterator[Duty]:
    """Those of these rows that are not what their facts yield, mended in memory alone."""
    excused = Exists(Excuse.objects.filter(school=OuterRef("school"), duty=OuterRef("pk")))
    facts = {"done": Count("fulfilments", distinct=True), "last": Max("fulfilments__done_on"), "excused": excused}
    found = list(rows.select_related("cadence").annotate(**facts))
    progress = progress_of([row for row in found if row.cadence_id])
    for row in found:
        was = row.settled
        if differs(row, _settled(row) | (_of_cadence(row, progress.get(row.pk)) if row.cadence_id else {}) | _closed(row)):
            if was != row.settled or row.closed_at:
                row.next_notice_on = None if row.settled else first_notice_on(row)
            yield row


def _settled(row: Any) -> dict[str, Any]:
    if row.excused:
        return {"settled": Settled.EXCUSED.value, "settled_on": None}
    done = row.done >= row.times
    return {"settled": Settled.DONE.value if done else "", "settled_on": row.last if done else None}


def _closed(row: Any) -> dict[str, Any]:
    """What is not done of a cadence that is off asks for nothing; what is done of it stays."""
    if row.cadence is None or row.cadence.active_to is None:
        return {}
    is_done = row.excused or row.done >= row.times
    return {"closed_at": None if is_done else row.closed_at or off_since(row.cadence)}


def off_since(cadence: Cadence) -> datetime | None:
    """The first moment at which it asks for nothing more; None while it is on."""
    if cadence.active_to is None:
        return None
    return datetime.combine(cadence.active_to + ONE_DAY, time.min, tzinfo=get_current_timezone())


def _of_cadence(row: Duty, progress: Progress | None) -> dict[str, Any]:
    charge, is_unit = charge_of(row.cadence.activity_kind), row.subject_kind == "unit"
    progress = progress or Progress(Step.ARRANGE)
    plan_page = charge.plan_page if progress.step in (Step.ARRANGE, Step.ENTER) else ""
    return {
        "place_id": row.subject_id if is_unit else None, "circles": " ".join(charge.circles) if is_unit else "",
        "overseers": " ".join(charge.overseers) if is_unit else "", "step": progress.step.value, "step_at": progress.at,
        "about_id": progress.about, "page": progress.page,
        "action": _address(plan_page).replace(ANY, str(row.pk)) if plan_page else "",
    }  # fmt: skip


@cache
def _address(page: str) -> str:
    """Of this page for any duty: asked for once, not for each of thousands."""
    return reverse(page, args=[ANY])


def differs(row: Duty, columns: dict[str, Any]) -> bool:
    """Set these columns; whether any differed."""
    changed = {name: value for name, value in columns.items() if getattr(row, name) != value}
    for name, value in changed.items():
        setattr(row, name, value)
    return bool(changed)
