"""A turn of an activity and its occasion: joined by period, whatever came first; the paper's field says whose turn it is."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from navmark.foundation.activities import kinds
from navmark.foundation.activities.models import Activity, ActivityState
from navmark.foundation.activities.occasions.writing import paper_of
from navmark.foundation.cadence import waiting
from navmark.foundation.papers.actions import answer
from navmark.foundation.people.models import Unit
from navmark.foundation.rotas.models import Rota, Turn


def join(rota: Rota, turns: Iterable[Turn], *, at: datetime, by: Any = None) -> None:
    """Join each of these turns that has no occasion to that of its period. One query, more only where something is joined."""
    free = [one for one in turns if one.day is None]
    if not rota.activity_kind or not free:
        return
    first, last = min(one.starts_on for one in free), max(one.ends_on for one in free)
    rows = Activity.objects.filter(
        parts__kind=rota.activity_kind, unit__in={one.unit_id for one in free}, day__range=(first, last)
    )
    occasions = list(rows.exclude(state=ActivityState.CANCELLED).order_by("starts_at", "id").distinct())
    for turn in free:
        found = next((one for one in occasions if one.unit_id == turn.unit_id and _lies_in(one.day, turn)), None)
        if found is not None:
            turn.activity, was = found, turn.activity_id
            turn.save(update_fields=["activity"])
            say(turn, by=by, at=at)
            waiting.changed("turn", [turn.pk, *filter(None, (was, found.pk))], at=at)


def part_from(activity: Activity, kinds: Collection[str], *, at: datetime) -> None:
    """The turns of a part that was dropped from this occasion have none. One query, more where there are some."""
    rows = Turn.objects.filter(activity=activity).exclude(rota__activity_kind__in=kinds)
    if left := list(rows.values_list("pk", flat=True)):
        Turn.objects.filter(pk__in=left).update(activity=None)
        waiting.changed("turn", [*left, activity.pk], at=at)


def _lies_in(day: date, turn: Turn) -> bool:
    return turn.starts_on <= day <= turn.ends_on


def say(turn: Turn, *, by: Any, at: datetime, was: UUID | None = None) -> None:
    """Write whose turn it is into the field of the occasion's paper, unless somebody wrote another there, or the record is
    complete. `was`: whose it was until now."""
    rota, activity = turn.rota, turn.activity
    if not rota.field or activity is None or activity.completed_at or not kinds.kind(rota.activity_kind).is_data:
        return
    answers = paper_of(activity, rota.activity_kind)
    if answers is None or rota.field not in answers.edition.description.by_key:
        return
    if answers.values.get(rota.field) in (None, str(was or turn.holder_id)):
        answer(answers, {rota.field: str(turn.holder_id)}, revision=answers.revision, by=by, at=at)


def turn_on(rota: Rota, unit: Unit, day: date) -> Turn | None:
    """Whose turn it is at an occasion of that day, if one is planned then. One query."""
    rows = Turn.objects.filter(rota=rota, unit=unit, starts_on__lte=day, ends_on__gte=day)
    return rows.select_related("person", "holder_unit").first()
